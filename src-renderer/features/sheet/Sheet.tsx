import { Ban } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import type { DispatchModel } from '@contract/models';
import type { TakeKind } from '@domain/record/take';
import { errorOf } from '../../state/client';
import { useRunCommand } from '../../state/commands';
import { useDesk } from '../../state/desk';
import { appendDraft } from '../../state/drafts';
import { useFind } from '../../state/find-in-draft';
import { useDispatch, usePreferences, useWire } from '../../state/queries';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { Menu } from '../../ui/Menu';
import { DraftArticle } from './DraftArticle';
import { FindBar } from './FindBar';
import { HitsBar } from './HitsBar';
import { AsItRead } from './AsItRead';
import { appendable, headlineOf, type Headline } from './model';
import { BaseMovedNotice, EmbargoNotice, RecoveredNotice, ScheduleNotice } from './Notices';
import { StoryPage } from './StoryPage';
import { ViewBar } from './ViewBar';
import { PublishedArticle } from './PublishedArticle';
import { SheetHeader } from './SheetHeader';
import { useStaged } from './useStaged';
import styles from './Sheet.module.css';

/** The sheet: one dispatch, its draft on top, then its takes, newest first. */
export function Sheet({ sheet }: { readonly sheet: RefObject<HTMLDivElement | null> }) {
  const { t } = useLocale();
  const id = useDesk((desk) => desk.dispatchId);
  const searching = useDesk((desk) => desk.searchMatchers.length > 0);
  const typewriter = usePreferences().data?.preferences.typewriter ?? false;
  const query = useDispatch(id);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    // A dispatch opens at its top; a search hit then goes to its passage.
    if (query.data !== undefined && shown.current !== query.data.id) {
      shown.current = query.data.id;
      sheet.current?.scrollTo({ top: 0 });
    }
  }, [query.data, sheet]);
  return (
    <>
      {searching && id !== null && <HitsBar sheet={sheet} />}
      {query.data !== undefined && <FindBar key={query.data.id} dispatch={query.data} />}
      <div
        ref={sheet}
        className={styles['scroll']}
        tabIndex={-1}
        data-focus-target=""
        data-search-hits={searching ? '' : undefined}
        data-sheet-scroll={typewriter ? 'line-in-hand' : ''}
      >
        {id === null ? (
          <NothingOpen />
        ) : query.data !== undefined ? (
          <DispatchPage key={query.data.id} dispatch={query.data} />
        ) : query.isError ? (
          <div className={styles['middle']}>
            <ErrorNote error={errorOf(query.error)} />
            <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
          </div>
        ) : (
          <div aria-busy="true" />
        )}
      </div>
    </>
  );
}

function NothingOpen() {
  const { t } = useLocale();
  const run = useRunCommand();
  const { data } = useWire('all');
  // An empty wire offers the first steps itself.
  const wireIsEmpty = data?.pages[0]?.rows.length === 0;
  return (
    <div className={styles['middle']}>
      <Empty level="h1" title={t('sheet.empty.title')} text={t('sheet.empty.text')}>
        {!wireIsEmpty && (
          <Button writes command="dispatch.new" showShortcut onClick={() => run('dispatch.new')}>
            {t('bar.new')}
          </Button>
        )}
      </Empty>
    </div>
  );
}

function DispatchPage({ dispatch }: { readonly dispatch: DispatchModel }) {
  const view = useDesk((desk) => desk.sheetView);
  const headline = headlineOf(dispatch.takes);
  return (
    <div className={styles['page']}>
      <SheetHeader dispatch={dispatch} headline={headline.text} />
      <KilledNotice dispatch={dispatch} />
      <EmbargoNotice dispatch={dispatch} />
      <ScheduleNotice dispatch={dispatch} />
      <BaseMovedNotice dispatch={dispatch} />
      <RecoveredNotice dispatch={dispatch} />
      {dispatch.takes.length > 0 && <ViewBar />}
      {view === 'takes' && <Takes dispatch={dispatch} headline={headline} />}
      {view === 'story' && <StoryPage dispatch={dispatch} />}
      {view === 'as-it-read' && <AsItRead dispatch={dispatch} />}
    </div>
  );
}

/** The takes on their time line; where the next one stands is where the newest are. */
function Takes({
  dispatch,
  headline,
}: {
  readonly dispatch: DispatchModel;
  readonly headline: Headline;
}) {
  const { t } = useLocale();
  const newestFirst = useDesk((desk) => desk.takesOrder) === 'newest';
  const { draft, takes } = dispatch;
  const correctable = appendable(dispatch).includes('correction');
  const ordered = newestFirst ? takes.toReversed() : takes;
  const goneTo = useGoneTo(dispatch);
  const least = 1 + ordered.findLastIndex(({ id }) => goneTo.includes(id));
  const shown = useStaged(`${dispatch.id} ${newestFirst}`, takes.length, least);
  const next =
    draft === null ? (
      <AppendLine kinds={appendable(dispatch)} />
    ) : (
      <DraftArticle dispatch={dispatch} draft={draft} />
    );
  return (
    <section
      aria-label={t(newestFirst ? 'sheet.takes' : 'sheet.takes-oldest')}
      className={styles['timeline']}
    >
      {newestFirst && next}
      {ordered.slice(0, shown).map((take) => (
        <PublishedArticle
          key={take.id}
          dispatch={dispatch}
          take={take}
          headlineHidden={take.id === headline.takeId}
          correctable={correctable && take.kind !== 'advisory'}
        />
      ))}
      {!newestFirst && next}
    </section>
  );
}

/** The takes that hold what is gone to: the search hit last opened, the words that were found, the note that is open. */
function useGoneTo({ notes }: DispatchModel): readonly string[] {
  const hit = useDesk((desk) => desk.hitSourceId);
  const noteId = useDesk((desk) => desk.activeNoteId);
  const note = notes.find(({ id }) => id === noteId);
  const found = useFind((find) => find.current?.id ?? null);
  return [
    ...(hit === null ? [] : [hit]),
    ...(found === null ? [] : [found]),
    ...(note === undefined ? [] : [note.target.id]),
  ];
}

/** Where the next take would stand: the way to append it. */
function AppendLine({ kinds }: { readonly kinds: readonly TakeKind[] }) {
  const { t } = useLocale();
  const run = useRunCommand();
  const others = kinds.filter((kind) => kind !== 'update');
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return (
    <div className={styles['append']} data-screen-only="">
      <span aria-hidden="true" className={`${styles['dot']} ${styles['next']}`} />
      {kinds.includes('update') && (
        <Button
          writes
          command="draft.append-update"
          showShortcut
          onClick={() => run('draft.append-update')}
        >
          {t('sheet.append')}
        </Button>
      )}
      {only !== undefined && (
        <Button writes onClick={() => void appendDraft(only)}>
          {t(`sheet.append-kind.${only}`)}
        </Button>
      )}
      {others.length > 0 && only === undefined && (
        <Menu
          writes
          text={t('sheet.append-other')}
          label={t('sheet.append-other-label')}
          items={others.map((kind) => ({ value: kind, label: t(`sheet.append-kind.${kind}`) }))}
          onChoose={(kind) => void appendDraft(kind)}
        />
      )}
    </div>
  );
}

function KilledNotice({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  const kill = dispatch.takes.find((take) => take.kind === 'kill');
  if (kill === undefined) return null;
  const time = format.stamp(kill.stamp);
  return (
    <p className={styles['killed']}>
      <Ban aria-hidden="true" />
      <span>{time === undefined ? t('sheet.killed-unknown') : t('sheet.killed', { time })}</span>
    </p>
  );
}
