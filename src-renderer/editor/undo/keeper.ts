import { ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform';
import type { ResponseOf, RequestOf } from '@contract/requests';
import { stepOf } from '@domain/document/step';
import type { Group, UndoStack } from '@domain/undo/stack';
import { groupOf, storedGroup } from '@domain/undo/stored';
import type { KeptUndo, Undoable } from './plugin';

/** What the archive is told of what can be undone: what is new of both stacks. */
export type UndoChange = NonNullable<RequestOf<'draft.journal'>['undo']>;
type StackChange = UndoChange['undo'];

/** What the archive keeps of a draft's undo, as it gives it to a page. */
export type StoredUndo = Extract<ResponseOf<'draft.undo'>, { is: 'kept' }>;

/** What is kept of one stack, as document positions and characters: a few whole dispatches. */
const largestStack = 4_000_000;

/**
 * Knows what the archive has of a draft's undo, and tells it what changed since: groups are compared
 * by identity, from the bottom. What would make a request too large is left out with all below it.
 */
export class UndoKeeper {
  #kept: Undoable;

  /** @param kept what the archive has */
  constructor(kept: Undoable) {
    this.#kept = kept;
  }

  /** What the archive is to be told, and what it then has; `refused` where it may not have taken it. */
  change(now: Undoable): {
    readonly change: UndoChange;
    readonly taken: () => void;
    readonly refused: () => void;
  } {
    const next = { done: withinBounds(now.done), undone: withinBounds(now.undone) };
    const [undo, redo] = [
      changeOf(this.#kept.done, next.done),
      changeOf(this.#kept.undone, next.undone),
    ];
    const sure = { done: below(this.#kept.done, undo), undone: below(this.#kept.undone, redo) };
    return {
      change: { undo, redo },
      taken: () => {
        this.#kept = next;
      },
      refused: () => {
        this.#kept = sure;
      },
    };
  }
}

/** What was kept, read again; null where it cannot be. */
export function readKept({ undo, redo, since }: StoredUndo): KeptUndo | null {
  try {
    return {
      done: stackOf(undo),
      undone: stackOf(redo),
      since: since.map((step) => stepOf(step).getMap()),
    };
  } catch (thrown) {
    // Steps of a schema that is no more throw a RangeError.
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/** The stack without its oldest groups, where all of it is too large. */
function withinBounds(stack: UndoStack): UndoStack {
  let [size, first] = [0, stack.groups.length];
  while (first > 0) {
    size += sizeOf(stack.groups[first - 1]);
    if (size > largestStack) break;
    first -= 1;
  }
  return first === 0 ? stack : { gone: stack.gone + first, groups: stack.groups.slice(first) };
}

function changeOf(kept: UndoStack, now: UndoStack): StackChange {
  let same = kept.gone <= now.gone ? 0 : now.groups.length;
  while (same < now.groups.length) {
    if (kept.groups[now.gone - kept.gone + same] !== now.groups[same]) break;
    same += 1;
  }
  // What is kept begins above what is to be kept: all of it anew.
  if (kept.gone > now.gone) same = 0;
  return {
    first: now.gone,
    from: now.gone + same,
    groups: now.groups.slice(same).map(storedGroup),
  };
}

/** What is sure to be kept of a stack whatever becomes of a change to it. */
function below({ gone, groups }: UndoStack, { first, from }: StackChange): UndoStack {
  const start = Math.max(gone, first);
  return { gone: start, groups: groups.slice(start - gone, Math.max(0, from - gone)) };
}

const sizes = new WeakMap<Group, number>();

function sizeOf(group: Group | undefined): number {
  if (group === undefined) return 0;
  const known = sizes.get(group);
  if (known !== undefined) return known;
  const size = group.items.reduce((sum, { inverse }) => {
    const holds = inverse instanceof ReplaceStep || inverse instanceof ReplaceAroundStep;
    return sum + 20 + (holds ? inverse.slice.size : 0);
  }, 0);
  sizes.set(group, size);
  return size;
}

function stackOf({ first, groups }: StoredUndo['undo']): UndoStack {
  return { gone: first, groups: groups.map(groupOf) };
}
