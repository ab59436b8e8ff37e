import { closeHistory } from 'prosemirror-history';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { StepJson } from '@domain/document/replay';
import { DraftJournal, type JournalPort } from './journal';
import { confirmed, isFromElsewhere, received, rescued, unsentSteps } from './sharing';
import type { SaveState } from './types';

/** A draft as one page has it: its state, and the journal that keeps it one with the archive. */
export type SharedDraft = {
  readonly state: EditorState;
  /** The view that shows it, if any does. */
  view: EditorView | null;
  readonly journal: DraftJournal;
  /** Applies a transaction made here; its steps go to the journal. */
  readonly dispatch: (transaction: Transaction) => void;
};

/** How a page reaches the archive. */
export type DraftArchive = Pick<JournalPort, 'send' | 'stepsSince'> & {
  /** Keeps a state whose document is that of a committed version. */
  readonly checkpoint: (
    version: number,
    state: EditorState,
  ) => ReturnType<JournalPort['checkpoint']>;
};

/** What is told of a draft. */
export type DraftEvents = {
  readonly changed: (state: EditorState) => void;
  readonly selected: (state: EditorState) => void;
  readonly saved: (state: SaveState) => void;
  /** It changed so much elsewhere that it was read again as a whole. */
  readonly reloaded: () => void;
  /** Words written in a passage deleted elsewhere at the same time were put in a paragraph apart. */
  readonly rescued: () => void;
};

/**
 * Makes one draft of what this page and others write.
 *
 * @param first the state the draft has at `version`; with the plugin of `sharing`
 * @param clientId this page's own
 */
export function shareDraft(
  first: EditorState,
  version: number,
  clientId: string,
  archive: DraftArchive,
  told: DraftEvents,
): SharedDraft {
  let state = first;
  const apply = (transaction: Transaction): void => {
    const before = state;
    const applied = before.applyTransaction(transaction);
    state = applied.state;
    shared.view?.updateState(state);
    if (state.doc !== before.doc) {
      const made = applied.transactions.filter((one) => !isFromElsewhere(one));
      journal.push(made.flatMap(({ steps }) => steps.map((step) => step.toJSON() as StepJson)));
      told.changed(state);
    }
    if (state.doc !== before.doc || !state.selection.eq(before.selection)) told.selected(state);
  };
  const port: JournalPort = {
    ...archive,
    checkpoint: (at) => archive.checkpoint(at, state),
    confirm: (count) => apply(confirmed(state, clientId, count)),
    receive: (since) => {
      const arrived = received(state, clientId, since);
      if (arrived === null) return null;
      apply(arrived.transaction);
      if (since.is === 'whole') told.reloaded();
      if (arrived.endangered.length > 0) {
        apply(closeHistory(rescued(state, arrived.endangered)));
        told.rescued();
      }
      return unsentSteps(state);
    },
  };
  const journal = new DraftJournal(port, version, told.saved);
  const shared: SharedDraft = {
    get state() {
      return state;
    },
    view: null,
    journal,
    dispatch: (transaction) => apply(undoneApart(transaction)),
  };
  return shared;
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
