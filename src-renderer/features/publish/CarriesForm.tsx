import type { DispatchModel, DraftModel } from '@contract/models';
import { correctable, type Carries } from '@domain/record/carries';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { fills } from './Confirm';
import styles from './Publish.module.css';

type Facts = DraftModel['facts'];

/** What the take must carry besides its words, by its kind, and the line that says what changed. */
export function CarriesForm({
  dispatch,
  kind,
  facts,
  onChange,
}: {
  readonly dispatch: DispatchModel;
  readonly kind: DraftModel['kind'];
  readonly facts: Facts;
  readonly onChange: (facts: Facts) => void;
}) {
  const { t } = useLocale();
  const carry = (carries: Carries): void => onChange({ ...facts, carries });
  const line = kind === 'update' || kind === 'correction' || kind === 'writethru';
  return (
    <section className={styles['carries']}>
      {facts.carries.of === 'correction' && (
        <CorrectionFields dispatch={dispatch} carries={facts.carries} onChange={carry} />
      )}
      {facts.carries.of === 'kill' && <KillFields carries={facts.carries} onChange={carry} />}
      {line && (
        <Field label={t('publish.advisory-line')} hint={t('publish.advisory-hint')}>
          {(ids) => (
            <input
              {...ids}
              lang={dispatch.language}
              value={facts.advisoryLine}
              onChange={(event) => onChange({ ...facts, advisoryLine: event.target.value })}
            />
          )}
        </Field>
      )}
    </section>
  );
}

function CorrectionFields({
  dispatch,
  carries,
  onChange,
}: {
  readonly dispatch: DispatchModel;
  readonly carries: Extract<Carries, { of: 'correction' }>;
  readonly onChange: (carries: Carries) => void;
}) {
  const { t, format } = useLocale();
  const takes = dispatch.takes.filter((take) => correctable([take]).length > 0);
  const { language } = dispatch;
  return (
    <>
      <Field label={t('publish.corrects')}>
        {(ids) => (
          <select
            {...ids}
            {...fills('correction-target-missing')}
            value={carries.corrects}
            onChange={(event) => onChange({ ...carries, corrects: event.target.value })}
          >
            <option value="">{t('publish.corrects-none')}</option>
            {takes.map(({ id, ordinal, kind, stamp }) => (
              <option key={id} value={id}>
                {t('publish.corrects-take', {
                  ordinal,
                  kind: t(`kind.${kind}`),
                  stamp: format.stamp(stamp) ?? t('take.time-unknown'),
                })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles['pair']}>
        {(['wrong', 'right'] as const).map((side) => (
          <Field key={side} label={t(`publish.${side}`)}>
            {(ids) => (
              <textarea
                {...ids}
                {...fills(`correction-${side}-missing`)}
                lang={language}
                value={carries[side]}
                onChange={(event) => onChange({ ...carries, [side]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  );
}

function KillFields({
  carries,
  onChange,
}: {
  readonly carries: Extract<Carries, { of: 'kill' }>;
  readonly onChange: (carries: Carries) => void;
}) {
  const { t } = useLocale();
  return (
    <>
      <Field label={t('publish.kill-reason')}>
        {(ids) => (
          <textarea
            {...ids}
            {...fills('kill-reason-missing')}
            value={carries.reason}
            onChange={(event) => onChange({ ...carries, reason: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('publish.kill-decider')} hint={t('publish.kill-decider-hint')}>
        {(ids) => (
          <input
            {...ids}
            {...fills('kill-decider-missing')}
            value={carries.decidedBy}
            onChange={(event) => onChange({ ...carries, decidedBy: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
