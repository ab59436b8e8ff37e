import type { Lens } from '@domain/time/time-line';
import { useLocale } from '../../ui/i18n/Locale';
import { ScrolledTable } from '../../ui/ScrolledTable';
import { barName, columns, type Bar } from './model';

/** The same as the line, in numbers. */
export function BarTable({ bars, lens }: { readonly bars: readonly Bar[]; readonly lens: Lens }) {
  const { t, format } = useLocale();
  return (
    <ScrolledTable
      label={t('time-line.table')}
      columns={[t('time-line.when'), ...columns.map((column) => t(`time-line.of.${column}`))]}
      holds="numbers"
    >
      {bars.map(({ bar, counts }) => (
        <tr key={bar}>
          <th scope="row">{barName(lens.unit, bar, format, t)}</th>
          {columns.map((column) => (
            <td key={column}>{format.number(counts[column])}</td>
          ))}
        </tr>
      ))}
    </ScrolledTable>
  );
}
