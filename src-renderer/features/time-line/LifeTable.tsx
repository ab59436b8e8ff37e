import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { deedText, whenText, type Drawn } from './life';
import life from './Life.module.css';
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
    <div
      role="region"
      aria-label={t('time-line.table')}
      // Reached by the keyboard because it scrolls.
      tabIndex={0}
      className={life['scroll']}
    >
      <table className={life['table']}>
        <thead>
          <tr>
            <th scope="col">{t('life.when')}</th>
            <th scope="col">{t('life.sort')}</th>
            <th scope="col">{t('life.what')}</th>
            <th scope="col">{t('life.who')}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
