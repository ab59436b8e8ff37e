import { brushOf, type Lens } from '@domain/time/time-line';
import { countedAs } from '@domain/record/counted';
import { openHit, showDialog } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { useLocale } from '../../ui/i18n/Locale';
import { KindMark } from './Legend';
import { takesOf, type DayTake } from './model';
import styles from './TimeLine.module.css';

/** What was published in the brushed hours, each leading to its take. */
export function DayTakes({
  takes,
  more,
  lens,
}: {
  readonly takes: readonly DayTake[];
  readonly more: boolean;
  readonly lens: Lens;
}) {
  const { t, format } = useLocale();
  const shown = takesOf(takes, brushOf(lens));
  const withoutHour = takes.filter(({ hour }) => hour === null).length;
  const open = ({ dispatchId, takeId }: DayTake): void => {
    showDialog(null);
    void flushDraft();
    openHit({ dispatchId, source: 'take', sourceId: takeId }, []);
  };
  return (
    <section aria-label={t('time-line.takes')} className={styles['takes']}>
      {shown.length === 0 && <p className={styles['remark']}>{t('time-line.none')}</p>}
      <ul>
        {shown.map((take) => (
          <li key={take.takeId}>
            <button type="button" className={styles['take']} onClick={() => open(take)}>
              <span className={styles['time']}>
                {take.hour === null ? t('time-line.hour-unknown') : format.clock(take.at)}
              </span>
              <KindMark kind={countedAs[take.kind]} />
              <span className={styles['kind']}>{t(`kind.${take.kind}`)}</span>
              <span className={styles['slug']}>{take.slug}</span>
              <span className={styles['headline']}>{take.headline}</span>
            </button>
          </li>
        ))}
      </ul>
      {withoutHour > 0 && (
        <p className={styles['remark']}>{t('time-line.no-hour', { count: withoutHour })}</p>
      )}
      {more && <p className={styles['remark']}>{t('time-line.more', { count: takes.length })}</p>}
    </section>
  );
}
