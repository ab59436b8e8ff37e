import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { ScrolledTable } from '../../ui/ScrolledTable';
import { deedText, whenText, type Drawn } from './life';
import styles from './TimeLine.module.css';

/** The same as the line, in words; each leads to what it happened to. */
export function LifeTable({
  drawn,
  onShow,
}: {
  readonly drawn: readonly Drawn[];
  readonly onShow: (event: Drawn) => void;
}) {
  const { t, format } = useLocale();
  return (
    <ScrolledTable
      label={t('time-line.table')}
      columns={[t('life.when'), t('life.sort'), t('life.what'), t('life.who')]}
      holds="words"
    >
      {drawn.map((one, index) => (
        <tr key={`${one.at} ${one.deed.is} ${index}`}>
          <th scope="row" className={styles['time']}>
            {whenText(one, format)}
          </th>
          <td>{t(`life.lane.${one.lane}`)}</td>
          <td>
            <Button look="quiet" onClick={() => onShow(one)}>
              {deedText(one, t)}
            </Button>
          </td>
          <td>{one.author}</td>
        </tr>
      ))}
    </ScrolledTable>
  );
}
