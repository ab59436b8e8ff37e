import {
  Plugin,
  PluginKey,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import type { Mapping, StepMap } from 'prosemirror-transform';
import {
  aired,
  emptyStack,
  passed,
  popped,
  pushed,
  rebased,
  type UndoStack,
} from '@domain/undo/stack';
import { placeOf, selectionAt } from './place';

/** What can be taken back and done again in a draft. */
export type Undoable = { readonly done: UndoStack; readonly undone: UndoStack };

/** What was kept of a draft's undo, and the position maps of what others wrote since. */
export type KeptUndo = Undoable & { readonly since: readonly StepMap[] };

type UndoState = Undoable & {
  /** Where the last change was, as pairs; what is typed beside it goes with it. Null after anything else. */
  readonly ranges: readonly number[] | null;
  /** When that was, in ms; 0 where the next change begins a group. */
  readonly time: number;
  /** The composition (input method) it was made by; -1 for none. */
  readonly composition: number;
  /** Whether what was kept of former undoing is in, or never will be. */
  readonly isRestored: boolean;
};

type UndoMeta =
  | { readonly is: 'undone'; readonly state: UndoState; readonly redo: boolean }
  | { readonly is: 'restored'; readonly kept: KeptUndo | null }
  | { readonly is: 'committed' };

export type UndoOptions = {
  /** A pause that ends what one undo takes back, in ms. */
  readonly groupDelay: number;
  /** How many groups can be taken back. */
  readonly depth: number;
  /** Whether {@link restoring} is to come. */
  readonly restores: boolean;
};

/** How long an undo waits for what was kept, in ms; later it would come as a surprise. */
const patience = 1_000;

type UndoSpec = {
  readonly options: UndoOptions;
  /** Has a command run once what was kept is in. */
  readonly wait: (command: Command) => void;
};

const key = new PluginKey<UndoState>('undo');
const closing = 'closeGroup';

/**
 * Undo and redo, after prosemirror-history: changes made in quick succession beside one another are
 * one group, what other windows wrote is passed over, and the selection goes back to where it was.
 * Unlike there, what can be undone can be kept and brought back (see `keeper.ts`).
 */
export function undoPlugin(options: UndoOptions): Plugin {
  const begun: UndoState = {
    done: emptyStack,
    undone: emptyStack,
    ranges: null,
    time: 0,
    composition: -1,
    isRestored: !options.restores,
  };
  let waiting: { readonly command: Command; readonly since: number }[] = [];
  return new Plugin<UndoState>({
    key,
    options,
    wait: (command: Command) => waiting.push({ command, since: Date.now() }),
    view: () => ({
      update: (view) => {
        if (waiting.length === 0 || key.getState(view.state)?.isRestored !== true) return;
        const commands = waiting.filter(({ since }) => Date.now() - since < patience);
        waiting = [];
        // Not within the update: each changes the state again.
        queueMicrotask(() => {
          for (const { command } of commands) command(view.state, view.dispatch, view);
        });
      },
    }),
    state: {
      init: () => begun,
      apply: (transaction, now, before) => applied(now, transaction, before, options),
    },
    props: {
      handleDOMEvents: {
        beforeinput: (view, event) => {
          const command = { historyUndo: undo, historyRedo: redo }[event.inputType];
          if (command === undefined || !view.editable) return false;
          event.preventDefault();
          return command(view.state, view.dispatch, view);
        },
      },
    },
  });
}

/** Takes back what was done last in this window. */
export const undo: Command = takingBack(false);

/** Does again what was taken back last. */
export const redo: Command = takingBack(true);

/** Has the change after a transaction, and the transaction itself, taken back apart from what was before. */
export function closeGroup(transaction: Transaction): Transaction {
  return transaction.setMeta(closing, true);
}

/** Whether a transaction takes something back or does it again. */
export function isUndoing(transaction: Transaction): boolean {
  return metaOf(transaction)?.is === 'undone';
}

/** What can be taken back and done again. */
export function undoableOf(state: EditorState): Undoable {
  return key.getState(state) ?? { done: emptyStack, undone: emptyStack };
}

/** The transaction that puts what was kept under what can be undone; null where nothing was kept. */
export function restoring(state: EditorState, kept: KeptUndo | null): Transaction {
  return state.tr.setMeta(key, { is: 'restored', kept } satisfies UndoMeta);
}

/** Marks a transaction by which every step is committed: none of them moves any more. */
export function allCommitted(transaction: Transaction): Transaction {
  return transaction.setMeta(key, { is: 'committed' } satisfies UndoMeta);
}

function applied(
  now: UndoState,
  transaction: Transaction,
  before: EditorState,
  options: UndoOptions,
): UndoState {
  const meta = metaOf(transaction);
  if (meta?.is === 'undone') return meta.state;
  if (meta?.is === 'restored') return withKept(now, meta.kept);
  if (meta?.is === 'committed') {
    return { ...now, done: aired(now.done), undone: aired(now.undone) };
  }
  const open =
    transaction.getMeta(closing) === true
      ? { ...now, ranges: null, time: 0, composition: -1 }
      : now;
  if (transaction.steps.length === 0) return open;
  const after = transaction.getMeta('appendedTransaction') as Transaction | undefined;
  const appendedTo = after === undefined ? undefined : metaOf(after);
  const { depth } = options;
  if (appendedTo?.is === 'undone') {
    // What a plugin adds to an undoing goes back with it.
    return appendedTo.redo
      ? { ...open, done: pushed(open.done, transaction, null, depth) }
      : { ...open, undone: pushed(open.undone, transaction, null, depth) };
  }
  const isOurs =
    transaction.getMeta('addToHistory') !== false && after?.getMeta('addToHistory') !== false;
  return isOurs
    ? withChange(open, transaction, before, after !== undefined, options)
    : withForeign(open, transaction);
}

function withChange(
  now: UndoState,
  transaction: Transaction,
  before: EditorState,
  isAppended: boolean,
  { groupDelay, depth }: UndoOptions,
): UndoState {
  const composition = transaction.getMeta('composition') as number | undefined;
  const goesOn =
    isAppended ||
    now.composition === composition ||
    (now.time >= transaction.time - groupDelay && isBeside(transaction, now.ranges));
  const place = now.time === 0 || !goesOn ? placeOf(before) : null;
  return {
    ...now,
    done: pushed(now.done, transaction, place, depth),
    undone: { gone: 0, groups: [] },
    ranges: isAppended
      ? mappedRanges(now.ranges, transaction.mapping)
      : rangesOf(transaction.mapping.maps),
    time: transaction.time,
    composition: composition ?? now.composition,
  };
}

function withForeign(now: UndoState, transaction: Transaction): UndoState {
  const { mapping } = transaction;
  const count = Number(transaction.getMeta('rebased') ?? 0);
  const moved = (stack: UndoStack) =>
    count > 0 ? rebased(stack, transaction, count) : passed(stack, mapping.maps);
  return {
    ...now,
    done: moved(now.done),
    undone: moved(now.undone),
    ranges: mappedRanges(now.ranges, mapping),
  };
}

/** What was kept comes under what was done meanwhile; that leaves nothing to do again. */
function withKept(now: UndoState, kept: KeptUndo | null): UndoState {
  if (kept === null) return { ...now, isRestored: true };
  const below = passed(kept.done, kept.since);
  const { groups } = now.done;
  return {
    ...now,
    done: groups.length === 0 ? below : { ...below, groups: [...below.groups, ...groups] },
    undone: groups.length === 0 ? passed(kept.undone, kept.since) : now.undone,
    isRestored: true,
  };
}

function takingBack(again: boolean): Command {
  return (state, dispatch) => {
    const now = key.getState(state);
    if (now === undefined) return false;
    if (!now.isRestored) {
      specOf(state).wait(takingBack(again));
      return true;
    }
    const transaction = takenBack(state, now, again);
    if (transaction === null) return false;
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

function takenBack(state: EditorState, now: UndoState, redo: boolean): Transaction | null {
  const from = redo ? now.undone : now.done;
  const transaction = state.tr;
  const taken = popped(from, transaction);
  if (taken === null) return null;
  const to = pushed(
    redo ? now.done : now.undone,
    transaction,
    placeOf(state),
    specOf(state).options.depth,
  );
  const [done, undone] = redo ? [to, taken.rest] : [taken.rest, to];
  const then: UndoState = { ...now, done, undone, ranges: null, time: 0, composition: -1 };
  return transaction
    .setSelection(selectionAt(taken.place, transaction.doc))
    .setMeta(key, { is: 'undone', state: then, redo } satisfies UndoMeta);
}

function specOf(state: EditorState): UndoSpec {
  // The plugin of this key has these beside what ProseMirror knows.
  return key.get(state)?.spec as unknown as UndoSpec;
}

function metaOf(transaction: Transaction): UndoMeta | undefined {
  return transaction.getMeta(key) as UndoMeta | undefined;
}

/** Whether a change touches what was changed last. */
function isBeside({ docChanged, mapping }: Transaction, ranges: readonly number[] | null): boolean {
  if (ranges === null) return false;
  if (!docChanged) return true;
  let beside = false;
  mapping.maps[0]?.forEach((start, end) => {
    for (const [from, to] of pairs(ranges)) {
      if (start <= to && end >= from) beside = true;
    }
  });
  return beside;
}

/** Where the last of some maps that changes anything changed it. */
function rangesOf(maps: readonly StepMap[]): readonly number[] {
  const ranges: number[] = [];
  for (const map of maps.toReversed()) {
    if (ranges.length > 0) break;
    map.forEach((_from, _to, from, to) => ranges.push(from, to));
  }
  return ranges;
}

function mappedRanges(
  ranges: readonly number[] | null,
  mapping: Mapping,
): readonly number[] | null {
  if (ranges === null) return null;
  return pairs(ranges).flatMap(([from, to]) => {
    const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
    return start <= end ? [start, end] : [];
  });
}

function pairs(ranges: readonly number[]): readonly (readonly [number, number])[] {
  return ranges.flatMap((from, index) => {
    const to = ranges[index + 1];
    return index % 2 === 0 && to !== undefined ? [[from, to] as const] : [];
  });
}
