import { useMemo } from 'react';
import type { DispatchModel } from '@contract/models';
import { checkDraft, type Finding } from '@domain/record/checks';
import { useLiveDraft } from './draft';

/** What the checks find in the open draft, live; null when no draft is open. */
export function useFindings(dispatch: DispatchModel | undefined): readonly Finding[] | null {
  const document = useLiveDraft((live) => live.document);
  const draft = dispatch?.draft ?? null;
  const notes = dispatch?.notes;
  return useMemo(() => {
    if (draft === null || document === null || notes === undefined) return null;
    const openNotes = notes
      .filter((note) => note.target.id === draft.id && note.state === 'open')
      .map((note) => note.kind);
    return checkDraft({ kind: draft.kind, document, openNotes });
  }, [draft, document, notes]);
}
