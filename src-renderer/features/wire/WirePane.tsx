import { useMemo } from 'react';
import type { WireView } from '@contract/models';
import { openArchive } from '../../state/archive';
import { errorOf } from '../../state/client';
import { useRunCommand } from '../../state/commands';
import { useDesk } from '../../state/desk';
import { useLiveDraft } from '../../state/draft';
import { useArchiveStatus, useDispatch, useWire } from '../../state/queries';
import { startTour } from '../../state/tour';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { groupByDay, withLiveHeadline, type LiveHeadline } from './model';
import { ToAnswer } from './ToAnswer';
import { WireList } from './WireList';
import styles from './Wire.module.css';

const views: readonly WireView[] = ['all', 'drafts', 'published', 'embargoed', 'to-answer'];

/** Views that are offered only while they hold something, or are shown. */
const quietViews: ReadonlySet<WireView> = new Set<WireView>(['embargoed', 'to-answer']);

function offered(
  shown: WireView,
  counts: Readonly<Record<WireView, number>> | undefined,
): readonly WireView[] {
  return views.filter(
    (view) => !quietViews.has(view) || view === shown || (counts?.[view] ?? 0) > 0,
  );
}

/** The wire: what the desk has, newest first. */
export function WirePane() {
  const { t, format } = useLocale();
  const view = useDesk((desk) => desk.wireView);
  const wire = useWire(view);
  const live = useLiveHeadline();
  const items = useMemo(() => {
    const rows = wire.data?.pages.flatMap((page) => page.rows) ?? [];
    return groupByDay(withLiveHeadline(rows, live), format.dayKey);
  }, [wire.data, format, live]);
  const counts = wire.data?.pages[0]?.counts;
  return (
    <>
      <div className={styles['views']}>
        <Choice
          label={t('wire.views')}
          value={view}
          onChange={(wireView) => useDesk.setState({ wireView })}
          options={offered(view, counts).map((value) => ({
            value,
            label: t(`wire.view.${value}`),
            count: value === 'all' || value === 'published' ? undefined : (counts?.[value] ?? 0),
          }))}
        />
      </div>
      {wire.isError && (
        <div className={styles['foot']}>
          <ErrorNote error={errorOf(wire.error)} />
          <Button onClick={() => void wire.refetch()}>{t('common.retry')}</Button>
        </div>
      )}
      {view === 'to-answer' ? (
        <ToAnswer />
      ) : wire.isSuccess && items.length === 0 ? (
        <EmptyWire view={view} />
      ) : (
        <WireList
          items={items}
          loadingMore={wire.isFetchingNextPage}
          onNearEnd={() => {
            if (wire.hasNextPage && !wire.isFetchingNextPage) void wire.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

/** The headline of a report being written, as it is typed. */
function useLiveHeadline(): LiveHeadline | null {
  const { data: dispatch } = useDispatch(useDesk((desk) => desk.dispatchId));
  const draftId = useLiveDraft((live) => live.handle?.draftId);
  const text = useLiveDraft((live) => live.document?.firstChild?.textContent ?? '');
  const { id, draft } = dispatch ?? {};
  const isReport = draft?.kind === 'report' && draft.id === draftId;
  return useMemo(
    () => (id === undefined || !isReport ? null : { dispatchId: id, text }),
    [id, isReport, text],
  );
}

function EmptyWire({ view }: { readonly view: WireView }) {
  const { t } = useLocale();
  const { data: status } = useArchiveStatus();
  const sample = status?.state === 'open' && status.sample;
  const run = useRunCommand();
  if (view !== 'all') return <Empty text={t(`wire.empty-view.${view}`)} />;
  return (
    <Empty title={t('wire.empty.title')} text={t('wire.empty.text')}>
      <Button writes command="dispatch.new" onClick={() => run('dispatch.new')}>
        {t('bar.new')}
      </Button>
      <Button writes command="import.choose" onClick={() => run('import.choose')}>
        {t('wire.empty.import')}
      </Button>
      {!sample && (
        <Button onClick={() => void openArchive('archive.open-sample')}>
          {t('wire.empty.sample')}
        </Button>
      )}
      <Button onClick={startTour}>{t('tour.take')}</Button>
    </Empty>
  );
}
