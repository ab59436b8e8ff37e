import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { DispatchModel } from '@contract/models';
import type { RevisionModel } from '@contract/record';
import { publishedBy as certainlyOut } from '@domain/record/story';
import { errorOf } from '../../state/client';
import { openAsItRead, showDialog, showView } from '../../state/desk';
import { useHistory } from '../../state/queries';
import { openCompare } from '../../state/compare';
import { say } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copyText';
import { cx } from '../../ui/cx';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Details.module.css';

const shownHash = 12;

/** What was published in a dispatch, newest first, and whether the record of it is whole. */
export function History({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const history = useHistory(dispatch.id);
  if (history.isError) {
    return (
      <div className={styles['scroll']}>
        <ErrorNote error={errorOf(history.error)} />
        <Button onClick={() => void history.refetch()}>{t('common.retry')}</Button>
      </div>
    );
  }
  if (history.data === undefined) return <div aria-busy="true" className={styles['scroll']} />;
  const { revisions, chainIsWhole } = history.data;
  const head = revisions.at(-1);
  const Shield = chainIsWhole ? ShieldCheck : ShieldAlert;
  return (
    <div className={styles['scroll']} tabIndex={-1} data-focus-target="">
      {revisions.length === 0 ? (
        <p className={styles['chain']}>{t('history.empty')}</p>
      ) : (
        <p
          role={chainIsWhole ? undefined : 'alert'}
          className={cx(styles['chain'], styles[chainIsWhole ? 'whole' : 'broken'])}
        >
          <Shield aria-hidden="true" />
          <span>{t(chainIsWhole ? 'history.chain-whole' : 'history.chain-broken')}</span>
        </p>
      )}
      <Button className={styles['head']} onClick={() => showDialog('life-line')}>
        {t('life.open')}
      </Button>
      {head !== undefined && (
        <Button className={styles['head']} onClick={() => copyHead(head.hash)}>
          {t('history.head')}
        </Button>
      )}
      <ol reversed className={styles['list']}>
        {revisions
          .toSorted((a, b) => b.number - a.number)
          .map((revision) => (
            <Revision key={revision.number} dispatch={dispatch} revision={revision} />
          ))}
      </ol>
    </div>
  );
}

function Revision({
  dispatch,
  revision,
}: {
  readonly dispatch: DispatchModel;
  readonly revision: RevisionModel;
}) {
  const { t, format } = useLocale();
  const { entry, number, hash, recordedAt } = revision;
  const takeId = entry.is === 'embargo' ? null : entry.takeId;
  return (
    <li className={styles['revision']}>
      <EntryText dispatch={dispatch} entry={entry} />
      <span className={styles['line']}>
        {t('history.recorded', { time: format.dateTime(recordedAt) })}
      </span>
      <span className={styles['line']} title={hash}>
        {t('history.revision', { number })} · {hash.slice(0, shownHash)}
      </span>
      <span className={styles['acts']}>
        {takeId !== null && (
          <Button look="quiet" onClick={() => showTake(takeId)}>
            {t('history.go')}
          </Button>
        )}
        {entry.is === 'take' && (
          <Button
            look="quiet"
            onClick={() => openAsItRead(dispatch.id, instantOf(dispatch, entry))}
          >
            {t('history.as-it-read')}
          </Button>
        )}
        {entry.is === 'take' && entry.ordinal > 1 && (
          <Button look="quiet" onClick={() => compareWithBefore(dispatch.id, entry.ordinal)}>
            {t('history.compare')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** What was entered: a take, a time supplied, an embargo; by whom and why. */
function EntryText({
  dispatch,
  entry,
}: {
  readonly dispatch: DispatchModel;
  readonly entry: RevisionModel['entry'];
}) {
  const { t, format } = useLocale();
  if (entry.is === 'take') {
    return (
      <>
        <span className={styles['file']}>{t(`kind.${entry.kind}`)}</span>
        <span className={styles['line']}>
          {format.stamp(entry.stamp) ?? t('take.time-unknown')}
          {entry.author !== '' && ` · ${entry.author}`}
        </span>
        {entry.stampReason !== null && (
          <span className={styles['line']}>
            {t('stamp.by-hand', { reason: entry.stampReason })}
          </span>
        )}
        {entry.clockBehind > 0 && (
          <span className={styles['line']}>{t('history.clock-behind')}</span>
        )}
      </>
    );
  }
  const title =
    entry.is === 'stamp'
      ? t('history.stamp', {
          ordinal: dispatch.takes.find(({ id }) => id === entry.takeId)?.ordinal ?? 0,
          stamp: format.stamp(entry.stamp) ?? '',
        })
      : entry.until === null
        ? t('history.embargo-lifted')
        : t('history.embargo-set', { time: format.dateTime(entry.until.instant) });
  return (
    <>
      <span className={styles['file']}>{title}</span>
      {entry.reason !== '' && (
        <span className={styles['line']}>{t('history.reason', { reason: entry.reason })}</span>
      )}
      {entry.author !== '' && <span className={styles['line']}>{entry.author}</span>}
    </>
  );
}

/** The instant (ms) from which on a take had been published, for certain. */
function instantOf({ takes }: DispatchModel, { takeId }: { readonly takeId: string }): number {
  return certainlyOut(takes).find(({ take }) => take.id === takeId)?.by ?? 0;
}

/** Shows a take on the sheet, whichever view it was in. */
function showTake(takeId: string): void {
  showView('takes');
  requestAnimationFrame(() => {
    document.querySelector(`[data-take="${takeId}"]`)?.scrollIntoView({ block: 'start' });
  });
}

/** Compares the story after a take with the story before it. */
function compareWithBefore(dispatchId: string, ordinal: number): void {
  const after = (count: number) => ({
    dispatchId,
    ref: { of: 'story-after', dispatchId, ordinal: count } as const,
  });
  openCompare(after(ordinal - 1), after(ordinal));
}

function copyHead(hash: string): void {
  if (copyText(hash)) say('history.head-copied', undefined, 'good');
  else say('toast.not-copied');
}
