import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { Slice, type Node } from 'prosemirror-model';
import type { EditorState, Plugin, Transaction } from 'prosemirror-state';
import { DocAttrStep, ReplaceStep, type Mapping, type Step } from 'prosemirror-transform';
import { parseDocument } from '@domain/document/node';
import { replaceStep } from '@domain/document/replace';
import type { StepJson } from '@domain/document/replay';
import { takeSchema } from '@domain/document/schema';
import { stepOf } from '@domain/document/step';
import { baseAttribute, handsAttribute } from '@domain/suggest/base';
import type { StepsSince } from './journal';

/** Who made the steps of a document that came whole: nobody in particular. */
const nobody = '';

/**
 * Keeps the steps the archive does not have yet, so that what other windows wrote can be put under
 * them. The version is the journal's; the plugin's own count is not used.
 *
 * @param clientId the page's own, by which it knows its steps again when an answer was lost
 */
export function sharingPlugin(clientId: string): Plugin {
  return collab({ clientID: clientId });
}

/** The steps the archive does not have yet, in order. */
export function unsentSteps(state: EditorState): readonly StepJson[] {
  return unsent(state).map((step) => step.toJSON() as StepJson);
}

/** Whether a transaction brings in what another window wrote. */
export function isFromElsewhere(transaction: Transaction): boolean {
  // prosemirror-collab marks them so, for the history.
  return transaction.getMeta('rebased') !== undefined;
}

/** The transaction by which the first so many unsent steps count as committed. */
export function confirmed(state: EditorState, clientId: string, count: number): Transaction {
  const steps = unsent(state).slice(0, count);
  return receiveTransaction(
    state,
    steps,
    steps.map(() => clientId),
  );
}

/** What came from the archive, ready to be applied. */
export type Received = {
  readonly transaction: Transaction;
  /** Words that a deletion made at the same time elsewhere would take, and where they stood. */
  readonly endangered: readonly Endangered[];
};

/** Words, and their place in the document after the transaction. */
export type Endangered = { readonly at: number; readonly text: string };

/**
 * Puts what the archive has under a state's unsent steps; null when it does not fit. Steps of the
 * page itself, whose answer was lost, are recognised.
 */
export function received(state: EditorState, clientId: string, since: StepsSince): Received | null {
  try {
    const { steps, clientIds } = since.is === 'steps' ? stepsOf(since) : wholeAsStep(state, since);
    const own = clientIds.findIndex((id) => id !== clientId);
    const ours = own === -1 ? clientIds.length : own;
    const transaction = receiveTransaction(state, steps, clientIds, {
      mapSelectionBackward: true,
    });
    return {
      transaction,
      endangered: endangeredWords(state, unsent(state).slice(ours), steps.slice(ours), transaction),
    };
  } catch (thrown) {
    // A step that does not fit throws a RangeError or, for its content, a ReplaceError.
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}

/** The words the archive does not have yet. */
export function unsentWords(state: EditorState): string {
  return joined(written(unsent(state)))
    .map(({ from, to }) => state.doc.textBetween(from, to, '\n'))
    .join(' … ');
}

/** The transaction that puts words that were in danger in paragraphs of their own, where they stood. */
export function rescued(state: EditorState, endangered: readonly Endangered[]): Transaction {
  const transaction = state.tr;
  const { paragraph } = takeSchema.nodes;
  // From the last to the first, so that the places of those to come stay true.
  for (const { at, text } of endangered.toReversed().toSorted((a, b) => b.at - a.at)) {
    const paragraphs = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph.create(null, takeSchema.text(line)));
    transaction.insert(blockPlace(state.doc, at), paragraphs);
  }
  return transaction;
}

function unsent(state: EditorState): readonly Step[] {
  return sendableSteps(state)?.steps ?? [];
}

type StepsAndClients = { readonly steps: readonly Step[]; readonly clientIds: readonly string[] };

function stepsOf({ batches }: Extract<StepsSince, { is: 'steps' }>): StepsAndClients {
  return {
    steps: batches.flatMap(({ steps }) => steps.map((step) => stepOf(step))),
    clientIds: batches.flatMap(({ clientId, steps }) => steps.map(() => clientId)),
  };
}

/** A document that came whole, as the one step that leads to it from the last one known to be committed. */
function wholeAsStep(
  state: EditorState,
  { document }: Extract<StepsSince, { is: 'whole' }>,
): StepsAndClients {
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new RangeError(parsed.error);
  const from = committedDocument(state);
  const step = stepBetween(from, parsed.value);
  const steps = [...(step === null ? [] : [step]), ...suggestedSteps(from, parsed.value)];
  return { steps, clientIds: steps.map(() => nobody) };
}

/** The steps that give a document the suggestions of another. */
function suggestedSteps(from: Node, to: Node): readonly Step[] {
  if (from.attrs[baseAttribute] === null && to.attrs[baseAttribute] === null) return [];
  return [baseAttribute, handsAttribute].map(
    (name) => new DocAttrStep(name, to.attrs[name] as unknown),
  );
}

/** The document without the unsent steps. */
function committedDocument(state: EditorState): Node {
  const count = unsent(state).length;
  if (count === 0) return state.doc;
  // Receiving anything takes the unsent steps back first.
  const nothing = new ReplaceStep(0, 0, Slice.empty);
  return receiveTransaction(state, [nothing], [nobody]).docs[count] ?? state.doc;
}

/** The step that replaces what differs between two documents; null where nothing does. */
function stepBetween(from: Node, to: Node): Step | null {
  const start = from.content.findDiffStart(to.content);
  const end = from.content.findDiffEnd(to.content);
  if (start === null || end === null) return null;
  // The ends of two like stretches may overlap: "aa" in "aaa".
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const step = new ReplaceStep(start, end.a + overlap, to.slice(start, end.b + overlap));
  const leadsThere = step.apply(from).doc?.eq(to) === true;
  return leadsThere ? step : stepOf(replaceStep(from, to));
}

/**
 * Words written on one side within a stretch that the other side deleted at the same time. Either
 * way round ProseMirror's rebasing would let them go, and nobody would have seen them go.
 */
function endangeredWords(
  state: EditorState,
  own: readonly Step[],
  theirs: readonly Step[],
  { docs, doc, mapping, steps }: Transaction,
): readonly Endangered[] {
  if (own.length === 0 || theirs.length === 0) return [];
  // The transaction takes the own steps back, applies theirs, and applies the own ones again.
  const theirEnd = own.length + theirs.length;
  const rest = mapping.slice(theirEnd, steps.length);
  return [
    ...taken(state.doc, written(own), mapping),
    ...taken(docs[theirEnd] ?? doc, written(theirs), rest),
  ];
}

/** The words of ranges of a document of which a mapping leaves nothing. */
function taken(document: Node, ranges: readonly Range[], mapping: Mapping): readonly Endangered[] {
  const gone = ranges.filter(({ from, to }) => mapping.map(from, 1) >= mapping.map(to, -1));
  return joined(gone).flatMap(({ from, to }) => {
    const text = document.textBetween(from, to, '\n');
    // A sign or a space alone is no loss: both windows may have set the same typography right.
    return /[\p{L}\p{N}]/u.test(text) ? [{ at: mapping.map(from, 1), text }] : [];
  });
}

type Range = { readonly from: number; readonly to: number };

/**
 * The stretches that steps put in, in the document after all of them, without what they took out
 * again. What is typed in one go is one stretch.
 */
function written(steps: readonly Step[]): readonly Range[] {
  let ranges: Range[] = [];
  for (const step of steps) {
    const map = step.getMap();
    ranges = ranges
      .map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }))
      .filter(({ from, to }) => from < to);
    map.forEach((oldFrom, oldTo, from, to) => {
      if (from === to) return;
      const at = ranges.findIndex((range) => range.from <= to && range.to >= from);
      const beside = ranges[at];
      // Only what took nothing out stands at the very place of what is beside it.
      if (beside === undefined || oldFrom !== oldTo) ranges.push({ from, to });
      else ranges[at] = { from: Math.min(beside.from, from), to: Math.max(beside.to, to) };
    });
  }
  return ranges;
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || range.from > last.to) found.push(range);
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return found;
}

/** Where blocks may be inserted next to a position: after the block it is in, within the take's bounds. */
function blockPlace(doc: Node, position: number): number {
  const $at = doc.resolve(position);
  const after = $at.depth === 0 ? position : $at.after(1);
  const first = doc.firstChild?.nodeSize ?? 0;
  const last = doc.content.size - (doc.lastChild?.nodeSize ?? 0);
  return Math.min(Math.max(after, first), last);
}
