import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftMerge } from '@contract/merge';
import type { DispatchModel, DraftModel } from '@contract/models';
import type { MergeChoice } from '@domain/compare/merge';
import { changedRows, mergeRows } from '@domain/compare/merge-rows';
import { errorOf } from '../../state/client';
import { openCompare } from '../../state/compare';
import { closeToCaret } from '../../state/draft';
import { takeMerge, type NotMerged } from '../../state/merge';
import { useDraftMerge } from '../../state/queries';
import { say } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { MergedText } from './MergedText';
import { ChangeSteps } from './ChangeSteps';
import { useChanges } from './useChanges';
import compare from './Compare.module.css';
import styles from './Merge.module.css';

/** A draft beside what was published since it was begun, and what it becomes with it. */
export function MergeDialog({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const query = useDraftMerge(draft.id);
  const read = query.data;
  const [choices, setChoices] = useState<ReadonlyMap<number, MergeChoice>>(new Map());
  const [problem, setProblem] = useState<NotMerged | 'busy' | null>(null);
  const take = async (merge: DraftMerge): Promise<void> => {
    setProblem('busy');
    const failed = await takeMerge(dispatch, merge, choices);
    setProblem(failed);
    if (failed === null) {
      say('toast.merged', undefined, 'good');
      closeToCaret();
    } else if (failed === 'draft-changed') {
      setChoices(new Map());
      await query.refetch();
    }
  };
  return (
    <Dialog
      size={read === undefined || read.merge === null ? 'wide' : 'window'}
      title={t('merge.title')}
      onClose={closeToCaret}
      footer={
        <>
          {read !== undefined && <Conflicts read={read} />}
          <Button onClick={closeToCaret}>{t('common.cancel')}</Button>
          <Button
            writes
            look="primary"
            disabled={read === undefined || problem === 'busy'}
            onClick={() => read !== undefined && void take(read)}
          >
            {t(read?.merge === null ? 'merge.go-on' : 'merge.take-it')}
          </Button>
        </>
      }
    >
      {query.isPending && <p role="status">{t('merge.reading')}</p>}
      {query.isError && <ErrorNote error={errorOf(query.error)} />}
      <Problem problem={problem} />
      {read !== undefined && <Since dispatch={dispatch} since={read.since} />}
      {read !== undefined && (
        <p className={styles['explain']}>
          {t(read.merge === null ? 'merge.nothing' : 'merge.explain')}
        </p>
      )}
      {read !== undefined && (
        <SideBySide
          read={read}
          language={dispatch.language}
          choices={choices}
          onChoose={(hunk, choice) => setChoices(new Map(choices).set(hunk, choice))}
        />
      )}
    </Dialog>
  );
}

/** Why nothing was merged, if so. */
function Problem({ problem }: { readonly problem: NotMerged | 'busy' | null }) {
  const { t } = useLocale();
  if (problem === null || problem === 'busy') return null;
  if (typeof problem === 'object') return <ErrorNote error={problem} />;
  return <p role="alert">{t(`merge.${problem}`)}</p>;
}

function Conflicts({ read: { merge } }: { readonly read: DraftMerge }) {
  const { t } = useLocale();
  if (merge === null) return null;
  const count = merge.hunks.filter(({ is }) => is === 'conflict').length;
  return <p className={styles['conflicts']}>{t('merge.conflicts', { count })}</p>;
}

/** The takes published since, and the way to what they changed. */
function Since({
  dispatch: { id: dispatchId, takes },
  since,
}: {
  readonly dispatch: DispatchModel;
  readonly since: readonly string[];
}) {
  const { t, format } = useLocale();
  const published = takes.filter(({ id }) => since.includes(id));
  const [first, last] = [published[0], published.at(-1)];
  if (first === undefined || last === undefined) return null;
  const after = (ordinal: number) => ({
    dispatchId,
    ref: { of: 'story-after', dispatchId, ordinal } as const,
  });
  return (
    <div className={styles['since']}>
      <ul aria-label={t('merge.since')}>
        {published.map(({ id, ordinal, kind, stamp }) => (
          <li key={id}>
            {t('merge.take', {
              ordinal,
              kind: t(`kind.${kind}`),
              stamp: format.stamp(stamp) ?? t('take.time-unknown'),
            })}
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        onClick={() => openCompare(after(first.ordinal - 1), after(last.ordinal))}
      >
        {t('merge.what-changed')}
      </Button>
    </div>
  );
}

function SideBySide({
  read,
  language,
  choices,
  onChoose,
}: {
  readonly read: DraftMerge;
  readonly language: 'fr' | 'en';
  readonly choices: ReadonlyMap<number, MergeChoice>;
  readonly onChoose: (hunk: number, choice: MergeChoice) => void;
}) {
  const { t } = useLocale();
  const rows = useMemo(() => (read.merge === null ? [] : mergeRows(read.merge)), [read]);
  const changed = useMemo(() => changedRows(rows), [rows]);
  const hunks = useMemo(() => changed.map(({ hunk }) => hunk), [changed]);
  const text = useRef<HTMLDivElement>(null);
  const { current, step } = useChanges(hunks, text);
  const row = current === null ? undefined : changed[current];
  // The texts come after the dialog that shows them: they get the focus then.
  useEffect(() => text.current?.focus(), []);
  if (rows.length === 0) return null;
  return (
    <>
      <div className={compare['tools']}>
        <ChangeSteps
          total={changed.length}
          current={current}
          told={row === undefined ? null : t(`merge.hunk.${row.is}`)}
          onStep={step}
        />
      </div>
      <div
        ref={text}
        role="region"
        aria-label={t('merge.text')}
        className={compare['scroll']}
        tabIndex={0}
      >
        <MergedText
          rows={rows}
          language={language}
          choices={choices}
          current={row?.hunk ?? null}
          onChoose={onChoose}
        />
      </div>
    </>
  );
}
