import type { Deliveries, Delivery } from '@contract/deliveries';
import { Button } from '../../ui/Button';
import { useErrorText } from '../../ui/errorText';
import { useLocale } from '../../ui/i18n/Locale';
import type { ChangeFolders } from './FoldersDialog';
import styles from './Deliveries.module.css';

/** What is yet to be delivered, and why. */
export function Queue({
  deliveries: { queue, counts },
  change,
}: {
  readonly deliveries: Deliveries;
  readonly change: ChangeFolders;
}) {
  const { t } = useLocale();
  return (
    <section aria-label={t('delivery.queue')} className={styles['section']}>
      <h3>{t('delivery.queue')}</h3>
      <div className={styles['row']}>
        <p role="status">
          {queue.length === 0 ? t('delivery.queue-empty') : t('delivery.counts', counts)}
        </p>
        {counts.failed > 0 && (
          <Button writes onClick={() => void change('delivery.retry', {})}>
            {t('delivery.retry')}
          </Button>
        )}
      </div>
      {queue.length > 0 && (
        <ul aria-label={t('delivery.queue')} className={styles['list']}>
          {queue.map((delivery) => (
            <li key={delivery.id}>
              <QueueRow delivery={delivery} change={change} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function QueueRow({
  delivery,
  change,
}: {
  readonly delivery: Delivery;
  readonly change: ChangeFolders;
}) {
  const { t, format } = useLocale();
  const errorText = useErrorText();
  const { id, slug, ordinal, folderName, attempts, nextAt, error } = delivery;
  const what = t('delivery.row', {
    slug: slug === '' ? delivery.dispatchId.slice(-8) : slug,
    take: ordinal,
    format: t(`format.write.${delivery.format}`),
    name: folderName,
  });
  return (
    <div className={styles['row']}>
      <div>
        <strong>{what}</strong>
        {error === null && <p>{t('delivery.soon')}</p>}
        {error?.code === 'embargoed' && (
          <p>{t('delivery.held-until', { time: format.dateTime(nextAt) })}</p>
        )}
        {error !== null && error.code !== 'embargoed' && (
          <p className={styles['failed']}>
            {errorText(error)} {t('delivery.next', { time: format.clockSeconds(nextAt), attempts })}
          </p>
        )}
      </div>
      <Button
        look="quiet"
        writes
        aria-label={t('delivery.drop-which', { what })}
        onClick={() => void change('delivery.drop', { id })}
      >
        {t('delivery.drop')}
      </Button>
    </div>
  );
}
