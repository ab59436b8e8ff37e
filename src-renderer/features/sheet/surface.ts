import { useMemo } from 'react';
import type { DispatchModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import { showMargin, useDesk } from '../../state/desk';
import { setOrphans } from '../../state/draft';
import { useFind } from '../../state/find-in-draft';
import { focusCard } from '../../state/notes';
import type { Matcher } from '@domain/query/highlight';
import type { FoundMarks, WordSelection } from '../../editor/types';

/** What every take and draft on the sheet is given besides its text. */
export type Surface = {
  readonly language: 'fr' | 'en';
  readonly notes: readonly NoteModel[];
  readonly activeNoteId: string | null;
  readonly searchMatchers: readonly Matcher[];
  readonly found: FoundMarks | null;
  readonly onNoteActivated: (noteId: string) => void;
  readonly onSelection: (selection: WordSelection | null) => void;
  readonly onPhoto: (photo: WordSelection | null) => void;
  readonly onOrphans: (noteIds: readonly string[]) => void;
  readonly onNoteOpened: (noteId: string) => void;
};

/** The {@link Surface} of one take or draft of a dispatch. */
export function useSurface(dispatch: DispatchModel, id: string): Surface {
  const activeNoteId = useDesk((desk) => desk.activeNoteId);
  const searchMatchers = useDesk((desk) => desk.searchMatchers);
  const found = useFind((find) => find.marks[id] ?? null);
  const { language, notes } = dispatch;
  return useMemo(
    () => ({
      language,
      notes: notes.filter((note) => note.target.id === id),
      activeNoteId,
      searchMatchers,
      found,
      onNoteActivated: activate,
      onSelection: select,
      onPhoto: (photo) => useDesk.setState({ photo }),
      onOrphans: (noteIds) => setOrphans(id, noteIds),
      onNoteOpened: focusCard,
    }),
    [language, notes, id, activeNoteId, searchMatchers, found],
  );
}

function activate(noteId: string): void {
  useDesk.setState({ activeNoteId: noteId });
  // In focus mode the caret passes over noted words and the margin stays away.
  if (!useDesk.getState().focusMode) showMargin('notes');
}

function select(selection: WordSelection | null): void {
  useDesk.setState({ selection });
}
