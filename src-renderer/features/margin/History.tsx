import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { DispatchModel } from '@contract/models';
import type { RevisionModel } from '@contract/record';
import { errorOf } from '../../state/client';
import { useHistory } from '../../state/queries';
import { Button } from '../../ui/Button';
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
      <ol reversed className={styles['list']}>
        {revisions
          .toSorted((a, b) => b.number - a.number)
          .map((revision) => (
            <Revision key={revision.number} revision={revision} />
          ))}
      </ol>
    </div>
  );
}

function Revision({ revision }: { readonly revision: RevisionModel }) {
  const { t, format } = useLocale();
  const { entry } = revision;
  if (entry.is !== 'take') return null;
  return (
    <li className={styles['revision']}>
      <button
        type="button"
        className={styles['go']}
        title={t('history.go')}
        onClick={() => showTake(entry.takeId)}
      >
        <span className={styles['file']}>{t(`kind.${entry.kind}`)}</span>
        <span className={styles['line']}>
          {format.stamp(entry.stamp) ?? t('take.time-unknown')}
          {entry.author !== '' && ` · ${entry.author}`}
        </span>
        <span className={styles['line']}>
          {t('history.recorded', { time: format.dateTime(revision.recordedAt) })}
        </span>
        <span className={styles['line']} title={revision.hash}>
          {t('history.revision', { number: revision.number })} · {revision.hash.slice(0, shownHash)}
        </span>
      </button>
    </li>
  );
}

function showTake(takeId: string): void {
  document.querySelector(`[data-take="${takeId}"]`)?.scrollIntoView({ block: 'start' });
}
