import type { TraceExport } from '@contract/trace';
import { useLocale } from '../../ui/i18n/Locale';
import { isMessageKey } from '../../ui/i18n/translate';
import styles from './Trace.module.css';

/** What went out with traced sentences, and what to do about each: it cannot be called back from here. */
export function Exports({ exports }: { readonly exports: readonly TraceExport[] }) {
  const { t } = useLocale();
  if (exports.length === 0) return null;
  return (
    <section aria-label={t('trace.exports')}>
      <h3 className={styles['apart']}>{t('trace.exports')}</h3>
      <ul className={styles['exports']}>
        {exports.map((one) => (
          <li key={one.id}>
            <Export value={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Export({ value }: { readonly value: TraceExport }) {
  const { t, format } = useLocale();
  const { slug, way, destination, at, takes } = value;
  const key = `trace.format.${value.format}`;
  return (
    <>
      <p className={styles['facts']}>
        <strong>
          {t(`trace.way.${way}`, { format: isMessageKey(key) ? t(key) : value.format })}
        </strong>
        <span>{t(`trace.export-todo.${way}`)}</span>
      </p>
      {destination !== '' && <p className={styles['path']}>{destination}</p>}
      <p className={styles['facts']}>
        {t('trace.export-of', {
          slug: slug === '' ? t('wire.no-slug') : slug,
          takes: takes.map((ordinal) => format.number(ordinal)).join(', '),
          count: takes.length,
          time: format.dateTime(at),
        })}
      </p>
    </>
  );
}
