import type { Node } from 'prosemirror-model';
import type { CommandId } from '@contract/commands';
import type { AppError } from '@contract/errors';
import type { DraftModel, NoteModel, TakeModel } from '@contract/models';
import type { Anchor } from '@domain/annotation/annotation';
import type { Matcher } from '@domain/query/highlight';

/** What is known of a draft's last keystrokes. `saved` is said only after the archive's commit. */
export type SaveState =
  | { readonly is: 'saved'; readonly at: number }
  | { readonly is: 'pending' }
  | { readonly is: 'failed'; readonly error: AppError };

/** Words selected in a take or draft, ready to be annotated. */
export type WordSelection = {
  readonly target: { readonly on: 'take' | 'draft'; readonly id: string };
  readonly anchor: Anchor;
};

type SurfaceProps = {
  /** Accessible name of the surface. */
  readonly label: string;
  readonly language: 'fr' | 'en';
  /** The notes on this take or draft. Each is drawn on its words as an element with `data-note-id`. */
  readonly notes: readonly NoteModel[];
  readonly activeNoteId: string | null;
  /** What to mark as found; empty when no search is shown. */
  readonly searchMatchers: readonly Matcher[];
  readonly onNoteActivated: (noteId: string) => void;
  /** Called when the selection changes; null when nothing is selected. */
  readonly onSelection: (selection: WordSelection | null) => void;
};

export type PublishedTakeProps = SurfaceProps & {
  readonly take: Pick<TakeModel, 'id' | 'document'>;
  /** What it is: a take unless told otherwise, else a draft that can only be read. */
  readonly on?: 'take' | 'draft';
  /** Hides the headline where the sheet already shows it as the dispatch's headline. */
  readonly headlineHidden: boolean;
};

export type DraftEditorProps = SurfaceProps & {
  readonly draft: DraftModel;
  /** Whether the typography is set right as one types. */
  readonly typography: boolean;
  /** Whether invisible signs are shown. */
  readonly invisibles: boolean;
  readonly onSaveState: (state: SaveState) => void;
  /** Called with the document after each change, at most once an animation frame. */
  readonly onDocument: (document: Node) => void;
  /** Called with the ids of notes whose words are no longer there, whenever that set changes. */
  readonly onOrphans: (noteIds: readonly string[]) => void;
  /** Receives the handle when the editor is ready, null when it is gone. */
  readonly onHandle: (handle: DraftHandle | null) => void;
};

/** What the rest of the window may ask of the open draft. */
export type DraftHandle = {
  readonly draftId: string;
  readonly focus: () => void;
  /** Runs a `format.*` or `block.*` command; false when it does not apply here. */
  readonly run: (command: CommandId) => boolean;
  /** Sets the typography of the selection, or of the whole draft, right; the number of changes. */
  readonly typeset: () => number;
  /** Sends what is unsaved and a checkpoint; true once all of it is committed. */
  readonly flush: () => Promise<boolean>;
  /** Number of steps committed so far; equals all steps after a successful flush. */
  readonly version: () => number;
  readonly document: () => Node;
  /** Makes the draft's document another one; one undo takes it back. */
  readonly become: (document: Node) => void;
};
