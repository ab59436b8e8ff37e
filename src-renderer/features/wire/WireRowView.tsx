import { Clock3 } from 'lucide-react';
import { memo } from 'react';
import type { WireRow } from '@contract/models';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { UrgencyShape } from '../../ui/Urgency';
import styles from './Wire.module.css';

const urgent = 3;

/** One dispatch of the wire: when, what the desk calls it, its headline, and what to know of it. */
export const WireRowView = memo(function WireRowView({ row }: { readonly row: WireRow }) {
  const { t } = useLocale();
  return (
    <div className={cx(row.killed && styles['killed'])}>
      <div className={styles['top']}>
        <span className={styles['slug']}>{row.slug === '' ? t('wire.no-slug') : row.slug}</span>
        <span aria-label={t(`language.${row.language}`)} role="img">
          {row.language.toUpperCase()}
        </span>
      </div>
      <div className={styles['headline']}>
        {row.killed ? (
          <s>{row.headline}</s>
        ) : row.headline === '' ? (
          t('wire.untitled')
        ) : (
          row.headline
        )}
      </div>
      <Marks row={row} />
    </div>
  );
});

function Marks({ row }: { readonly row: WireRow }) {
  const { t, format } = useLocale();
  return (
    <div className={styles['marks']}>
      {row.killed && (
        <>
          <span className={styles['alert']}>{t('wire.killed')}</span>
          <span>{t('wire.killed-explained')}</span>
        </>
      )}
      {row.urgency <= urgent && !row.killed && (
        <span className={styles['alert']}>
          <UrgencyShape urgency={row.urgency} />
          <span aria-hidden="true">{t('wire.urgency-short', { urgency: row.urgency })}</span>
          <span className="visually-hidden">{t('wire.urgency', { urgency: row.urgency })}</span>
        </span>
      )}
      {row.hasDraft && <span className={styles['draft']}>{t('wire.draft')}</span>}
      {row.embargoUntil !== null && (
        <span className={styles['embargo']}>
          <Clock3 aria-hidden="true" />
          {t('wire.embargo', { until: format.dateTime(row.embargoUntil) })}
        </span>
      )}
      {row.corrected && !row.killed && <span>{t('wire.corrected')}</span>}
      {row.takes > 1 && !row.killed && <span>{t('wire.takes', { count: row.takes })}</span>}
      {row.photos > 0 && <span>{t('wire.photos', { count: row.photos })}</span>}
      {row.openNotes > 0 && (
        <span className={styles['alert']} title={t('wire.notes-open', { count: row.openNotes })}>
          {t('wire.notes', { count: row.openNotes })}
        </span>
      )}
    </div>
  );
}

/** The time of a row; one that is not a stamp says what it is. */
export function RowTime({ row }: { readonly row: WireRow }) {
  const { t, format } = useLocale();
  const time = format.clock(row.at);
  if (row.atIs === 'stamp') return <time className={styles['time']}>{time}</time>;
  const words = t(row.atIs === 'entered' ? 'wire.time-unknown' : 'wire.saved', { time });
  return (
    <span className={cx(styles['time'], row.atIs === 'entered' && styles['unknown'])} title={words}>
      <span aria-hidden="true">{time}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
