import type { TakeModel } from '@contract/models';
import { useLocale } from '../../ui/i18n/Locale';

/** When a take was published, as precisely as is known; hovering tells UTC and the stamp's own zone. */
export function TakeStamp({ take }: { readonly take: TakeModel }) {
  const { t, format } = useLocale();
  const text = format.stamp(take.stamp);
  const label =
    take.label === null || take.label.trim() === ''
      ? ''
      : `\n${t('take.imported-label', { label: take.label })}`;
  if (take.stamp.precision === 'unknown' || text === undefined) {
    const title = t('take.time-unknown-title', { entered: format.dateTime(take.recordedAt) });
    return <span title={title + label}>{t('take.time-unknown')}</span>;
  }
  const { instant, zone, precision } = take.stamp;
  const title =
    precision === 'day'
      ? t('take.day-title', { zone })
      : t('take.stamp-title', {
          utc: format.dateTime(instant, 'UTC'),
          own: format.dateTime(instant, zone),
          zone,
        });
  return (
    <>
      <time dateTime={new Date(instant).toISOString()} title={title + label}>
        {text}
      </time>
      {take.stampSupplied && <span>{t('stamp.supplied')}</span>}
    </>
  );
}
