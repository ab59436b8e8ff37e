import { useExports } from '../../state/exports';
import { useErrorText } from '../../ui/errorText';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Exports.module.css';

/** How far an export is, or what it came to. */
export function ExportOutcome() {
  const { running, progress } = useExports();
  const { t } = useLocale();
  if (!running) return <Report />;
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  return (
    <div className={styles['outcome']}>
      <progress aria-label={t('export.running')} max={Math.max(1, total)} value={done} />
      <p>{t('export.progress', { done, total })}</p>
    </div>
  );
}

function Report() {
  const { t } = useLocale();
  const report = useExports((exports) => exports.report);
  const errorText = useErrorText();
  if (report === null) return null;
  const { written, path, empty, refused, refusedCount, more, cancelled } = report;
  return (
    <div className={styles['outcome']} role="status">
      <p>{t('export.done', { written, path })}</p>
      {cancelled && <p>{t('export.cancelled')}</p>}
      {empty > 0 && <p>{t('export.empty', { count: empty })}</p>}
      {more && <p>{t('export.more')}</p>}
      {refusedCount > 0 && (
        <>
          <p>{t('export.refused', { count: refusedCount })}</p>
          <ul className={styles['refused']} tabIndex={0} aria-label={t('export.refusals')}>
            {refused.map(({ dispatchId, slug, error }) => (
              <li key={dispatchId}>
                <strong>{slug === '' ? dispatchId.slice(-8) : slug}</strong> {errorText(error)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
