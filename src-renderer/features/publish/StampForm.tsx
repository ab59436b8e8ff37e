import type { DispatchModel } from '@contract/models';
import { stampNow } from '@domain/record/stamp';
import { initials } from '../../state/queries';
import { useNow } from '../../state/useNow';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { instantGiven, ZonedTime, type TimeGiven } from '../../ui/ZonedTime';
import type { StampChoice } from './usePublishing';
import styles from './Publish.module.css';

/** When the take goes out and under which stamp, as it is being chosen. */
export type Timing = {
  readonly when: 'now' | 'by-hand' | 'later';
  readonly time: TimeGiven;
  readonly reason: string;
};

/** The stamp chosen, or null while it is not complete. */
export function stampOf({ when, time, reason }: Timing): StampChoice | null {
  if (when === 'now') return { by: 'clock' };
  const instant = instantGiven(time);
  if (when !== 'by-hand' || instant === null || reason.trim() === '') return null;
  return { by: 'hand', stamp: { precision: 'minute', instant, zone: time.zone }, reason };
}

/** The stamp: main's clock, one set by hand with its reason, or an hour to come. */
export function StampForm({
  dispatch,
  timing,
  onChange,
}: {
  readonly dispatch: DispatchModel;
  readonly timing: Timing;
  readonly onChange: (timing: Timing) => void;
}) {
  const { t } = useLocale();
  const { when, time, reason } = timing;
  return (
    <section>
      <h3 className={styles['title']}>{t('publish.stamp')}</h3>
      <Choice
        boxed
        label={t('publish.when')}
        value={when}
        options={[
          { value: 'now', label: t('publish.when-now') },
          { value: 'later', label: t('publish.when-later') },
          { value: 'by-hand', label: t('publish.when-by-hand') },
        ]}
        onChange={(next) => onChange({ ...timing, when: next })}
      />
      {when === 'now' ? (
        <ClockStamp dispatch={dispatch} />
      ) : (
        <div className={styles['timing']}>
          <ZonedTime
            label={t(when === 'later' ? 'publish.hour' : 'publish.stamp-time')}
            value={time}
            onChange={(next) => onChange({ ...timing, time: next })}
          />
          {when === 'by-hand' && (
            <Field label={t('publish.stamp-reason')} hint={t('publish.stamp-reason-hint')}>
              {(ids) => (
                <input
                  {...ids}
                  data-fills="stamp-reason"
                  value={reason}
                  onChange={(event) => onChange({ ...timing, reason: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
      )}
      <p className={styles['note']}>
        {t(when === 'later' ? 'publish.later-note' : 'publish.final')}
      </p>
    </section>
  );
}

/** The stamp the take will carry if it goes out now. */
function ClockStamp({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format, zone } = useLocale();
  const now = useNow();
  const stamps = dispatch.takes.map((take) => take.stamp);
  const { stamp, clockBehind } = stampNow(now, zone, stamps);
  const text = format.stamp(stamp) ?? '';
  const author = initials();
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('publish.at')}</dt>
        <dd>{t('publish.stamp-value', { stamp: text, zone })}</dd>
        <dt>{t('publish.author')}</dt>
        <dd>{author === '' ? t('publish.no-author') : author}</dd>
      </dl>
      {clockBehind > 0 && (
        <p className={styles['warning']}>{t('publish.clock-behind', { last: text })}</p>
      )}
    </>
  );
}
