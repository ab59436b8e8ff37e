import type { Lens } from '@domain/time/time-line';
import { useLocale } from '../../ui/i18n/Locale';
import { barName, columns, type Bar } from './model';
import styles from './TimeLine.module.css';

/** The same as the line, in numbers. */
export function BarTable({ bars, lens }: { readonly bars: readonly Bar[]; readonly lens: Lens }) {
  const { t, format } = useLocale();
  return (
    <div
      role="region"
      aria-label={t('time-line.table')}
      // Reached by the keyboard because it scrolls.
      tabIndex={0}
      className={styles['scroll']}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('time-line.when')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`time-line.of.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ bar, counts }) => (
            <tr key={bar}>
              <th scope="row">{barName(lens.unit, bar, format, t)}</th>
              {columns.map((column) => (
                <td key={column}>{format.number(counts[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
