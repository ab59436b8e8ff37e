import { useState } from 'react';
import type { AppError } from '@contract/errors';
import type { DispatchModel, TakeModel } from '@contract/models';
import { call } from '../../bridge/bridge';
import { showDialog } from '../../state/desk';
import { initials, refresh } from '../../state/queries';
import { say } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { instantGiven, timeGiven, ZonedTime } from '../../ui/ZonedTime';

/** Supplies the time of a published take, or puts it right. The take itself stays as it was published. */
export function StampDialog({
  dispatch,
  take,
}: {
  readonly dispatch: DispatchModel;
  readonly take: TakeModel;
}) {
  const { t, format, zone } = useLocale();
  const { stamp } = take;
  const known = stamp.precision === 'unknown' ? null : stamp;
  const [given, setGiven] = useState(() =>
    timeGiven(known?.instant ?? beginningFor(dispatch, take), known?.zone ?? zone),
  );
  const [precision, setPrecision] = useState<'minute' | 'day'>('minute');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const day = instantGiven({ ...given, clock: '00:00' });
  const instant = precision === 'day' ? day : instantGiven(given);
  const supply = async (): Promise<void> => {
    if (instant === null) return;
    const outcome = await call('take.set-stamp', {
      takeId: take.id,
      stamp: { precision, instant, zone: given.zone },
      reason,
      author: initials(),
    });
    if (!outcome.ok) {
      setError(outcome.error);
      return;
    }
    say('toast.stamped', undefined, 'good');
    showDialog(null);
    refresh([dispatch.id]);
  };
  return (
    <Dialog
      title={t(known === null ? 'stamp.supply-title' : 'stamp.put-right-title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={() => showDialog(null)}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            disabled={instant === null || reason.trim() === ''}
            onClick={() => void supply()}
          >
            {t('stamp.keep')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      <p>
        {t('stamp.explain', {
          ordinal: take.ordinal,
          kind: t(`kind.${take.kind}`),
          stamp: format.stamp(stamp) ?? t('take.time-unknown'),
        })}
      </p>
      <Choice
        boxed
        label={t('stamp.precision')}
        value={precision}
        options={[
          { value: 'minute', label: t('stamp.precision-minute') },
          { value: 'day', label: t('stamp.precision-day') },
        ]}
        onChange={setPrecision}
      />
      <ZonedTime label={t('publish.stamp-time')} value={given} onChange={setGiven} />
      <Field label={t('publish.stamp-reason')} hint={t('publish.stamp-reason-hint')}>
        {(ids) => (
          <input {...ids} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}

/** A moment to begin from: the stamp known nearest before the take, else when it was recorded. */
function beginningFor({ takes }: DispatchModel, take: TakeModel): number {
  const before = takes
    .filter(({ ordinal }) => ordinal < take.ordinal)
    .findLast(({ stamp }) => stamp.precision !== 'unknown');
  if (before !== undefined && before.stamp.precision !== 'unknown') return before.stamp.instant;
  return take.recordedAt;
}
