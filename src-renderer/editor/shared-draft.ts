import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { StepJson } from '@domain/document/replay';
import { DraftJournal, type JournalPort } from './journal';
import { confirmed, isFromElsewhere, received, rescued, unsentSteps } from './sharing';
import type { SaveState } from './types';
import {
  allCommitted,
  closeGroup,
  readKept,
  restoring,
  undoableOf,
  UndoKeeper,
  type StoredUndo,
  type UndoChange,
} from './undo';

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
export type DraftArchive = Pick<JournalPort, 'stepsSince'> & {
  /** Commits steps from a version on, and with them what can then be undone, where that is known. */
  readonly send: (
    baseVersion: number,
    steps: readonly StepJson[],
    undo: UndoChange | null,
  ) => ReturnType<JournalPort['send']>;
  /** What could be undone before, at a version; null where nothing is kept of it. */
  readonly undo: (version: number) => Promise<StoredUndo | null>;
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
  let keeper = new UndoKeeper(undoableOf(first));
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
    stepsSince: archive.stepsSince,
    send: (baseVersion, steps) => sendWithUndo(archive, keeper, state, baseVersion, steps),
    restoreUndo: async (at) => {
      const stored = await archive.undo(at);
      const kept = stored === null ? null : readKept(stored);
      if (kept !== null) keeper = new UndoKeeper(kept);
      apply(restoring(state, kept));
    },
    checkpoint: (at) => archive.checkpoint(at, state),
    confirm: (count) => {
      const transaction = confirmed(state, clientId, count);
      apply(count === unsentSteps(state).length ? allCommitted(transaction) : transaction);
    },
    receive: (since) => {
      const arrived = received(state, clientId, since);
      if (arrived === null) return null;
      apply(arrived.transaction);
      if (since.is === 'whole') told.reloaded();
      if (arrived.endangered.length > 0) {
        apply(closeGroup(rescued(state, arrived.endangered)));
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

/** Sends steps, and what can be undone after them where they are all there are. */
async function sendWithUndo(
  archive: DraftArchive,
  keeper: UndoKeeper,
  state: EditorState,
  baseVersion: number,
  steps: readonly StepJson[],
): ReturnType<JournalPort['send']> {
  if (steps.length < unsentSteps(state).length) return archive.send(baseVersion, steps, null);
  const { change, taken, refused } = keeper.change(undoableOf(state));
  const sent = await archive.send(baseVersion, steps, change);
  if (sent.ok) taken();
  else refused();
  return sent;
}

/**
 * One undo takes back what was typed in one go: going elsewhere, selecting, pasting or dropping
 * begins something new, however fast it follows.
 */
function undoneApart(transaction: Transaction): Transaction {
  const moved = transaction.selectionSet && !transaction.docChanged;
  const broughtIn = transaction.getMeta('uiEvent') !== undefined;
  return moved || broughtIn ? closeGroup(transaction) : transaction;
}
