import { closeHistory, history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { CommandId } from '@contract/commands';
import type { DraftModel } from '@contract/models';
import type { StepJson } from '@domain/document/replay';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { call } from '../bridge/bridge';
import { blockCommands, setLink } from './block-commands';
import { DraftJournal } from './journal';
import { keepDraft, openDraft, type OpenDraft } from './open-drafts';
import { invisiblesPlugin } from './plugins/invisibles';
import { draftKeys } from './plugins/keys';
import { menuKeysPlugin } from './plugins/menu-keys';
import { noteAnchors, notesPlugin } from './plugins/notes';
import { pastedHtmlPlugin } from './plugins/pasted-html';
import { placeholdersPlugin, type Placeholders } from './plugins/placeholders';
import { searchMarksPlugin } from './plugins/search-marks';
import {
  typesetTransaction,
  typographyPlugin,
  type TypographySettings,
} from './plugins/typography';
import type { SaveState } from './types';
import { shownAgain, tellElsewhere } from './unsaved';

/** What the view tells its component. */
export type DraftViewEvents = {
  readonly changed: (document: Node) => void;
  readonly selected: (state: EditorState) => void;
  readonly saved: (state: SaveState) => void;
  readonly noteActivated: (noteId: string) => void;
  readonly placeholders: () => Placeholders;
  readonly typography: () => TypographySettings;
};

/** Attributes a surface shows to assistive technology. */
export type SurfaceAttributes = Readonly<Record<string, string>>;

// Plugins live as long as a draft's state, components come and go: what they tell goes to whoever
// shows the draft now.
const listeners = new Map<string, DraftViewEvents>();

/** Mounts the editor of a draft, as this window last had it or else as the archive has it. */
export function mountDraft(
  place: HTMLElement,
  draft: DraftModel,
  attributes: SurfaceAttributes,
  events: DraftViewEvents,
): EditorView {
  listeners.set(draft.id, events);
  const known = openDraft(draft.id) ?? begin(draft);
  known.journal.listen(events.saved);
  shownAgain(draft.id);
  const view: EditorView = new EditorView(place, {
    state: known.state,
    attributes,
    dispatchTransaction: (transaction) => apply(view, known, transaction, events),
    handleDOMEvents: {
      blur: () => {
        void known.journal.flush();
        return false;
      },
    },
  });
  events.saved(known.journal.clean ? { is: 'saved', at: draft.savedAt } : { is: 'pending' });
  return view;
}

/** Takes the editor down; what is unsent goes to the archive, now or when it can. */
export function unmountDraft(view: EditorView, draftId: string): void {
  listeners.delete(draftId);
  const known = openDraft(draftId);
  if (known !== undefined) {
    known.state = view.state;
    known.journal.listen((saved) => tellElsewhere(draftId, saved));
    void known.journal.flush();
  }
  view.destroy();
}

/** Runs a command of the contract on a draft; false when it does not apply. */
export function runCommand(view: EditorView, command: CommandId): boolean {
  const found = blockCommands[command];
  return found?.(view.state, view.dispatch, view) ?? false;
}

/** Sets the typography of the selection, or of the whole draft, right; the number of changes. */
export function typeset(view: EditorView, language: 'fr' | 'en'): number {
  const { transaction, changes } = typesetTransaction(view.state, language);
  if (changes > 0) view.dispatch(transaction);
  return changes;
}

/** Makes the selection a link; the caret stays in the text. */
export function linkSelection(view: EditorView, href: string): void {
  setLink(href)(view.state, view.dispatch, view);
  view.focus();
}

function begin(draft: DraftModel): OpenDraft {
  const parsed = parseDocument(draft.document);
  const told = () => listeners.get(draft.id);
  const state = EditorState.create({
    doc: parsed.ok ? parsed.value : emptyDocument(draft.kind),
    plugins: [
      history({ newGroupDelay: 400 }),
      menuKeysPlugin(),
      // Before the keys: one Backspace takes back what it changed last.
      typographyPlugin(() => told()?.typography() ?? { language: 'fr', asTyped: false }),
      ...draftKeys(),
      notesPlugin((noteId) => told()?.noteActivated(noteId)),
      searchMarksPlugin(),
      pastedHtmlPlugin(),
      invisiblesPlugin(),
      placeholdersPlugin(() => told()?.placeholders() ?? {}),
    ],
  });
  const journal = new DraftJournal(
    {
      send: (baseVersion, steps) =>
        call('draft.journal', { draftId: draft.id, baseVersion, steps: [...steps] }),
      checkpoint: (version) => {
        const current = openDraft(draft.id)?.state ?? state;
        return call('draft.checkpoint', {
          draftId: draft.id,
          version,
          document: toJson(current.doc),
          notes: [...noteAnchors(current)],
        });
      },
    },
    draft.version,
    (saved) => told()?.saved(saved),
  );
  const opened = { state, journal };
  keepDraft(draft.id, opened);
  return opened;
}

function apply(
  view: EditorView,
  known: OpenDraft,
  transaction: Transaction,
  events: DraftViewEvents,
): void {
  const before = view.state;
  const { state, transactions } = before.applyTransaction(undoneApart(transaction));
  known.state = state;
  view.updateState(state);
  if (state.doc !== before.doc) {
    known.journal.push(
      transactions.flatMap(({ steps }) => steps.map((step) => step.toJSON() as StepJson)),
    );
    events.changed(state.doc);
  }
  if (transaction.docChanged || !state.selection.eq(before.selection)) events.selected(state);
}

/**
 * One undo takes back what was typed in one go: going elsewhere, selecting, pasting or dropping
 * begins something new, however fast it follows.
 */
function undoneApart(transaction: Transaction): Transaction {
  const moved = transaction.selectionSet && !transaction.docChanged;
  const broughtIn = transaction.getMeta('uiEvent') !== undefined;
  return moved || broughtIn ? closeHistory(transaction) : transaction;
}
