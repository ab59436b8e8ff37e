import { useMemo } from 'react';
import type { DispatchModel, NoteModel } from '@contract/models';
import { showMargin, useDesk } from '../../state/desk';
import type { Matcher } from '@domain/query/highlight';
import type { WordSelection } from '../../editor/types';

/** What every take and draft on the sheet is given besides its text. */
export type Surface = {
  readonly language: 'fr' | 'en';
  readonly notes: readonly NoteModel[];
  readonly activeNoteId: string | null;
  readonly searchMatchers: readonly Matcher[];
  readonly onNoteActivated: (noteId: string) => void;
  readonly onSelection: (selection: WordSelection | null) => void;
};

/** The {@link Surface} of one take or draft of a dispatch. */
export function useSurface(dispatch: DispatchModel, id: string): Surface {
  const activeNoteId = useDesk((desk) => desk.activeNoteId);
  const searchMatchers = useDesk((desk) => desk.searchMatchers);
  const { language, notes } = dispatch;
  return useMemo(
    () => ({
      language,
      notes: notes.filter((note) => note.target.id === id),
      activeNoteId,
      searchMatchers,
      onNoteActivated: activate,
      onSelection: select,
    }),
    [language, notes, id, activeNoteId, searchMatchers],
  );
}

function activate(noteId: string): void {
  if (useDesk.getState().activeNoteId === noteId) return;
  useDesk.setState({ activeNoteId: noteId });
  showMargin('notes');
}

function select(selection: WordSelection | null): void {
  useDesk.setState({ selection });
}
