import { useEffect, useState } from 'react';
import type { DispatchModel, DraftModel } from '@contract/models';
import { embargoHolds } from '@domain/record/embargo';
import { showDialog } from '../../state/desk';
import { closeToCaret, useLiveDraft } from '../../state/draft';
import { useDraftFacts } from '../../state/facts';
import { useFindings } from '../../state/findings';
import { restNow } from '../../state/rested';
import { useSigning } from '../../state/sign';
import { useNow } from '../../state/useNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Findings } from '../../ui/Findings';
import { useLocale } from '../../ui/i18n/Locale';
import { timeGiven } from '../../ui/ZonedTime';
import { CarriesForm } from './CarriesForm';
import { Confirm } from './Confirm';
import { Preview } from './Preview';
import { SpellingLeft } from './SpellingLeft';
import { StampForm, type Timing } from './StampForm';
import { useProposal } from './useProposal';
import { usePublishing } from './usePublishing';
import styles from './Publish.module.css';

/**
 * Exactly what will go out, what it carries, what the checks found, and the stamp it will have. The
 * draft's last words are saved first; what is published is the version shown.
 */
export function PublishSheet({
  dispatch,
  draft,
}: {
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t, zone } = useLocale();
  const { facts, change, kept } = useDraftFacts(dispatch, draft);
  useProposal(dispatch, draft, facts, change);
  const publishing = usePublishing(dispatch, draft, kept);
  const { phase } = publishing;
  const [timing, setTiming] = useState<Timing>(() => ({
    when: 'now',
    time: timeGiven(draft.schedule?.at ?? Date.now(), draft.schedule?.zone ?? zone),
    reason: '',
  }));
  // What was typed last is checked before anything is decided.
  useEffect(restNow, []);
  const findings = useFindings(dispatch) ?? [];
  return (
    <Dialog
      size="full"
      title={t('publish.title', { kind: draft.kind })}
      onClose={closeToCaret}
      footer={
        <>
          <Button onClick={closeToCaret}>{t('common.cancel')}</Button>
          <Confirm publishing={publishing} timing={timing} findings={findings} />
        </>
      }
    >
      {phase === 'flushing' && <p role="status">{t('publish.flushing')}</p>}
      {phase === 'not-flushed' && <p role="alert">{t('publish.not-flushed')}</p>}
      {typeof phase === 'object' && <ErrorNote error={phase} />}
      <EmbargoNote dispatch={dispatch} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Preview dispatch={dispatch} draft={draft} facts={facts} />
          <StampForm dispatch={dispatch} timing={timing} onChange={setTiming} />
        </div>
        <div className={styles['column']}>
          <CarriesForm dispatch={dispatch} kind={draft.kind} facts={facts} onChange={change} />
          <section>
            <h3 className={styles['title']}>{t('checks.title')}</h3>
            <SignOffer onSigned={publishing.retry} />
            <Findings findings={findings} />
            <SpellingLeft />
            {findings.some(({ code }) => code === 'base-moved') && (
              <Button onClick={() => showDialog('merge')}>{t('merge.open')}</Button>
            )}
          </section>
        </div>
      </div>
    </Dialog>
  );
}

/** Offers to put the person's initials last in the sign-off, where they are not; it is saved at once. */
function SignOffer({ onSigned }: { readonly onSigned: () => void }) {
  const { t } = useLocale();
  const signoff = useSigning();
  if (signoff === null) return null;
  const sign = (): void => {
    useLiveDraft.getState().handle?.sign(signoff);
    onSigned();
  };
  return (
    <p className={styles['sign']}>
      <Button writes onClick={sign}>
        {t('sign.offer', { signoff })}
      </Button>
      <small>{t('sign.offer-hint')}</small>
    </p>
  );
}

/** That the take enters the record, but that nothing of it leaves the archive yet. */
function EmbargoNote({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t, format } = useLocale();
  const now = useNow();
  const { embargo } = dispatch;
  if (embargo === null || !embargoHolds(embargo, now)) return null;
  return (
    <p className={styles['embargo']}>
      {t('publish.embargoed', { time: format.dateTime(embargo.instant) })}
    </p>
  );
}
