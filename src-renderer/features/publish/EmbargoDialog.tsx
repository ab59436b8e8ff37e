import { useState } from 'react';
import type { AppError } from '@contract/errors';
import type { DispatchModel } from '@contract/models';
import type { EmbargoEnd } from '@domain/record/canonical';
import { checkEmbargo, embargoHolds } from '@domain/record/embargo';
import { call } from '../../bridge/bridge';
import { showDialog } from '../../state/desk';
import { initials, refresh } from '../../state/queries';
import { say } from '../../state/toasts';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { instantGiven, timeGiven, ZonedTime } from '../../ui/ZonedTime';

const hour = 3_600_000;

/** Sets, moves or lifts the embargo of a dispatch. Ending one early needs a reason, which is kept. */
export function EmbargoDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format, zone } = useLocale();
  const now = useNow();
  const present = dispatch.embargo;
  const holding = present !== null && embargoHolds(present, now) ? present : null;
  const [given, setGiven] = useState(() =>
    timeGiven(holding?.instant ?? nextHour(Date.now()), holding?.zone ?? zone),
  );
  const [reason, setReason] = useState('');
  const { error, set } = useEmbargo(dispatch.id, reason);
  const instant = instantGiven(given);
  const next = instant === null ? null : { instant, zone: given.zone };
  const mayBe = (until: EmbargoEnd | null): boolean => checkEmbargo(present, until, reason, now).ok;
  return (
    <Dialog
      title={t('embargo.title')}
      onClose={() => showDialog(null)}
      footer={
        <>
          <Button onClick={() => showDialog(null)}>{t('common.cancel')}</Button>
          {holding !== null && (
            <Button look="danger" disabled={!mayBe(null)} onClick={() => set(null)}>
              {t('embargo.lift')}
            </Button>
          )}
          <Button
            look="primary"
            disabled={next === null || !mayBe(next)}
            onClick={() => next !== null && set(next)}
          >
            {t(holding === null ? 'embargo.set' : 'embargo.move')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      <p>
        {holding === null
          ? t('embargo.explain')
          : t('embargo.holds', { time: format.dateTime(holding.instant) })}
      </p>
      <ZonedTime label={t('embargo.until')} value={given} onChange={setGiven} />
      <Field
        label={t('publish.stamp-reason')}
        hint={t(holding === null ? 'embargo.reason-hint' : 'embargo.reason-must')}
      >
        {(ids) => (
          <input {...ids} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Dialog>
  );
}

function useEmbargo(id: string, reason: string) {
  const { format } = useLocale();
  const [error, setError] = useState<AppError | null>(null);
  const set = async (until: EmbargoEnd | null): Promise<void> => {
    const outcome = await call('dispatch.set-embargo', {
      id,
      until,
      reason,
      author: initials(),
    });
    if (!outcome.ok) {
      setError(outcome.error);
      return;
    }
    if (until === null) say('toast.embargo-lifted');
    else say('toast.embargo-set', { time: format.dateTime(until.instant) }, 'good');
    showDialog(null);
    refresh([id]);
  };
  return { error, set: (until: EmbargoEnd | null) => void set(until) };
}

function nextHour(now: number): number {
  return Math.ceil((now + 1) / hour) * hour;
}
