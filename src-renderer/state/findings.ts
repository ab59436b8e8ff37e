import { useMemo } from 'react';
import type { DispatchModel } from '@contract/models';
import type { NoteTarget } from '@contract/notes';
import { checkDraft, type Finding } from '@domain/record/checks';
import { useLocale } from '../ui/i18n/Locale';
import { isBaseMoved } from './merge';
import { usePreferences } from './queries';
import { useRestedDocument } from './rested';
import { useNow } from './useNow';

const hour = 3_600_000;

/** Notes on the draft hold it back, and so do those on the whole dispatch. */
function isOn(target: NoteTarget, draftId: string | undefined): boolean {
  return target.on === 'dispatch' || target.id === draftId;
}

/** What the checks find in the open draft, live; null when no draft is open. */
export function useFindings(dispatch: DispatchModel | undefined): readonly Finding[] | null {
  const document = useRestedDocument();
  const { zone } = useLocale();
  const limits = usePreferences().data?.preferences.limits;
  // Only the day of the stamp matters to the checks.
  const instant = useNow(hour);
  const draft = dispatch?.draft ?? null;
  const openNotes = useMemo(
    () =>
      (dispatch?.notes ?? [])
        .filter(({ target, state }) => state === 'open' && isOn(target, draft?.id))
        .map((note) => note.kind),
    [dispatch, draft],
  );
  return useMemo(() => {
    if (dispatch === undefined || draft === null || document === null) return null;
    return checkDraft({
      kind: draft.kind,
      document,
      language: dispatch.language,
      urgency: dispatch.urgency,
      ...(limits !== undefined && { limits }),
      carries: draft.facts.carries,
      published: dispatch.takes,
      openNotes,
      baseMoved: isBaseMoved(dispatch.lastTakeRevision, draft),
      stamp: { instant, zone },
    });
  }, [dispatch, draft, openNotes, document, instant, zone, limits]);
}
