import { useEffect, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { AppError } from '@contract/errors';
import type { DispatchModel, DraftModel } from '@contract/models';
import type { RequestOf } from '@contract/requests';
import { call } from '../../bridge/bridge';
import { forgetDraft } from '../../editor';
import { showDialog } from '../../state/desk';
import { closeToCaret, useLiveDraft } from '../../state/draft';
import { initials, refresh } from '../../state/queries';
import { say } from '../../state/toasts';
import { openTrace } from '../../state/trace';
import { useLocale } from '../../ui/i18n/Locale';

/** Where publishing stands: the last words on their way, ready, under way, or failed. */
export type Phase = 'flushing' | 'not-flushed' | 'ready' | 'publishing' | AppError;

export type StampChoice = RequestOf<'draft.publish'>['stamp'];

/** Saves the draft's last words when the sheet opens, and again when asked. */
function useLastWords() {
  const [phase, setPhase] = useState<Phase>('flushing');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const { handle } = useLiveDraft.getState();
    void (handle?.flush() ?? Promise.resolve(false)).then((clean) => {
      if (current) setPhase(clean ? 'ready' : 'not-flushed');
    });
    return () => {
      current = false;
    };
  }, [attempt]);
  const retry = (): void => {
    setPhase('flushing');
    setAttempt(attempt + 1);
  };
  return { phase, setPhase, retry };
}

/** Saves the last words, then publishes or schedules once: one key for one opening of the sheet. */
export function usePublishing(
  dispatch: DispatchModel,
  draft: DraftModel,
  kept: () => Promise<boolean>,
) {
  const { format } = useLocale();
  const { phase, setPhase, retry } = useLastWords();
  const [key] = useState(() => uuidv7());

  /** The version that is shown, once everything else of the draft is kept; null when it is not. */
  const versionShown = async (): Promise<number | null> => {
    const { handle } = useLiveDraft.getState();
    if (handle === null) return null;
    setPhase('publishing');
    const version = handle.version();
    if (await kept()) return version;
    setPhase('not-flushed');
    return null;
  };
  const failed = (error: AppError): void => {
    setPhase(error);
    refresh([dispatch.id]);
  };
  const publish = async (stamp: StampChoice): Promise<void> => {
    const headline = useLiveDraft.getState().document?.firstChild?.textContent ?? '';
    const version = await versionShown();
    if (version === null) return;
    const request = { draftId: draft.id, version, key, author: initials(), stamp };
    const outcome = await call('draft.publish', request);
    if (!outcome.ok) return failed(outcome.error);
    const { take, revision } = outcome.value;
    const told = format.stamp(take.stamp) ?? '';
    if (revision.entry.is === 'take' && revision.entry.clockBehind > 0) {
      say('toast.published-clock', { stamp: told });
    } else {
      say('toast.published', { kind: take.kind, stamp: told, headline }, 'good');
    }
    forgetDraft(draft.id);
    showDialog(null);
    // What is withdrawn here may stand elsewhere.
    if (take.kind === 'kill') openTrace(take.id);
    refresh([dispatch.id]);
  };
  const schedule = async (at: number, zone: string): Promise<void> => {
    const version = await versionShown();
    if (version === null) return;
    const schedule = { at, zone, version, author: initials() };
    const outcome = await call('draft.schedule', { draftId: draft.id, schedule });
    if (!outcome.ok) return failed(outcome.error);
    say('toast.scheduled', { time: format.dateTime(at) }, 'good');
    closeToCaret();
    refresh([dispatch.id]);
  };
  return {
    phase,
    publish: (stamp: StampChoice) => void publish(stamp),
    schedule: (at: number, zone: string) => void schedule(at, zone),
    retry,
  };
}
