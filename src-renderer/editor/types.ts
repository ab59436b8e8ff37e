import type { LibraryWords } from '@domain/library/entry';
import type { Node } from 'prosemirror-model';
import type { CommandId } from '@contract/commands';
import type { AppError } from '@contract/errors';
import type { DraftModel, TakeModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import type { Anchor } from '@domain/annotation/annotation';
import type { FoundMarks } from './plugins/found-marks';
import type { WhichSuggestions } from './plugins/suggesting';
import type { Wanted } from '@domain/find/finder';
import type { Place } from '@domain/find/in-document';
import type { Matcher } from '@domain/query/highlight';
import type { LengthLimits } from '@domain/record/lengths';
import type { StyleMark } from '@domain/style/marks';
import type { Dropped } from './paste/dropped';
import type { Heading, HeadingChange } from './plugins/heading';
import type { InHandSettings } from './plugins/in-hand';
import type { StyleEvents } from './plugins/style-marks';
import type { TypographySettings } from './plugins/typography';
import type { StyleFindings, StyleSettings } from './style-checking';

export type { FoundMarks, Heading, HeadingChange };

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

export type SurfaceProps = {
  /** Accessible name of the surface. */
  readonly label: string;
  readonly language: 'fr' | 'en';
  /** The notes on this take or draft. Each is drawn on its words as an element with `data-note-id`. */
  readonly notes: readonly NoteModel[];
  readonly activeNoteId: string | null;
  /** What to mark as found; empty when no search is shown. */
  readonly searchMatchers: readonly Matcher[];
  /** The words that are looked for in this take or draft; null when none are. */
  readonly found: FoundMarks | null;
  readonly onNoteActivated: (noteId: string) => void;
  /** Called when the selection changes; null when nothing is selected. */
  readonly onSelection: (selection: WordSelection | null) => void;
  /** Called when the selection changes; null when it is in no photo. */
  readonly onPhoto: (photo: WordSelection | null) => void;
  /** Called with the ids of notes whose words are not there, whenever that set changes. */
  readonly onOrphans: (noteIds: readonly string[]) => void;
  /** Called when a person goes from words to the note on them. */
  readonly onNoteOpened: (noteId: string) => void;
};

export type PublishedTakeProps = SurfaceProps & {
  readonly take: Pick<TakeModel, 'id' | 'document'>;
  /** What it is: a take unless told otherwise, else a draft that can only be read. */
  readonly on?: 'take' | 'draft';
  /** Hides the headline where the sheet already shows it as the dispatch's headline. */
  readonly headlineHidden: boolean;
  /** Checks its spelling and style, when that is asked for. */
  readonly checks?: PublishedChecks;
};

/** What was found in a published take. */
export type PublishedFindings = {
  readonly findings: StyleFindings;
  /** Selects the words of a mark; false when there are none such. */
  readonly show: (mark: StyleMark) => boolean;
};

/** What a published take is checked by; the same object as long as nothing of it changes. */
export type PublishedChecks = {
  readonly style: StyleSettings;
  readonly events: StyleEvents;
  /** Called with what was found, whenever that may have changed; null when it is checked no longer. */
  readonly told: (found: PublishedFindings | null) => void;
};

export type DraftEditorProps = SurfaceProps & {
  readonly draft: DraftModel;
  /** The languages whose typography is set right as one types. */
  readonly typography: readonly ('fr' | 'en')[];
  /** What an abbreviation stands for in a paragraph of a language. */
  readonly standsFor: TypographySettings['standsFor'];
  /** Quoted words are about to be changed: `proceed` changes them, once that is said to be right. */
  readonly onQuotation: (words: Anchor, proceed: () => void) => void;
  /** Quoted words were changed in a draft in which they may be. */
  readonly onQuotationChanged: (words: Anchor) => void;
  /** The initials that sign suggestions; may be empty. */
  readonly initials: string;
  /** Whether invisible signs are shown. */
  readonly invisibles: boolean;
  /** How the place that is being written at is shown; the same object as long as it is the same. */
  readonly inHand: InHandSettings;
  /** IPTC urgency of the dispatch. */
  readonly urgency: number;
  /** The longest a headline, an alert and a crosshead should be. */
  readonly limits: LengthLimits;
  /** What spelling and style are checked by; the same object as long as nothing of it changes. */
  readonly style: StyleSettings;
  readonly styleEvents: StyleEvents;
  /** Called with what the checks found, whenever that may have changed. */
  readonly onStyle: (findings: StyleFindings) => void;
  /** Called when something was pasted, with what was left behind; null where it was too much to paste. */
  readonly onPasted: (dropped: Dropped | null) => void;
  readonly onSaveState: (state: SaveState) => void;
  /** Called with the document after each change, at most once an animation frame. */
  readonly onDocument: (document: Node) => void;
  /** Called with what is changed of the slug, dateline and byline, here or undone or elsewhere. */
  readonly onHeading: (heading: Heading) => void;
  /** Called when the caret leaves the text upwards; true where there is something to go to. */
  readonly onLeftUpwards: () => boolean;
  /** Receives the handle when the editor is ready, null when it is gone. */
  readonly onHandle: (handle: DraftHandle | null) => void;
};

/**
 * What may be asked of a draft about words to be found and replaced. Places are those of a document:
 * nothing is done, and the answer is false, when the draft has another one by now.
 */
export type FindHandle = {
  /** Where the caret or selection is, as positions. */
  readonly selection: () => { readonly from: number; readonly to: number };
  /** Selects words. */
  readonly select: (
    document: Node,
    range: { readonly from: number; readonly to: number },
  ) => boolean;
  /** Replaces all these places; one undo takes it back. */
  readonly replace: (
    document: Node,
    places: readonly Place[],
    replacement: string,
    is: Wanted['is'],
  ) => boolean;
};

/** What may be asked of a draft about marks on spelling and style. */
export type StyleHandle = {
  /** Selects the words of the next mark, or of the one before; null when there is none. */
  readonly next: (step: 1 | -1) => StyleMark | null;
  /** Selects the words of a mark; false when they are gone. */
  readonly show: (mark: StyleMark) => boolean;
  /** Puts words in place of those of a mark; false when these are gone. */
  readonly replace: (mark: StyleMark, replacement: string) => boolean;
  /** Asks about the mark at the caret; false when there is none. */
  readonly ask: () => boolean;
};

/** What may be asked of a draft about its suggestions. */
export type SuggestHandle = {
  /** Begins to suggest, or ends; false when suggestions are left to settle. */
  readonly toggle: () => boolean;
  /** Accepts or rejects suggestions; how many. */
  readonly settle: (how: 'accept' | 'reject', which: WhichSuggestions) => number;
  /** Puts the caret at the next suggestion; false when there is none. */
  readonly next: () => boolean;
  /** Shows suggestions as such, or the draft as it will read with all of them. */
  readonly show: (shown: boolean) => void;
};

/** What the rest of the window may ask of the open draft. */
export type DraftHandle = {
  readonly draftId: string;
  readonly focus: () => void;
  /** Runs a `format.*` or `block.*` command; false when it does not apply here. */
  readonly run: (command: CommandId) => boolean;
  /** Sets the typography of the selection, or of the whole draft, right; the number of changes. */
  readonly typeset: () => number;
  /** Sets the typography of what was pasted last right, or only counts; the number of changes. */
  readonly typesetPasted: (how: 'set' | 'count') => number;
  /** Has a person choose pictures, and puts them in at the caret as photos. */
  readonly choosePhotos: () => void;
  readonly suggest: SuggestHandle;
  readonly find: FindHandle;
  /** Puts what the house library says of a term into the draft; false where the term is not in it. */
  readonly insertFromLibrary: (entry: LibraryWords) => boolean;
  readonly style: StyleHandle;
  /** Sends what is unsaved and a checkpoint; true once all of it is committed. */
  readonly flush: () => Promise<boolean>;
  /** Number of steps committed so far; equals all steps after a successful flush. */
  readonly version: () => number;
  readonly document: () => Node;
  /** Changes the slug, dateline or byline. */
  readonly setHeading: (change: HeadingChange) => void;
  /** Puts a sign-off in place of the draft's. */
  readonly sign: (signoff: string) => void;
  /** Makes the draft's document another one; one undo takes it back. */
  readonly become: (document: Node) => void;
};
