import type { Node } from 'prosemirror-model';
import {
  Plugin,
  PluginKey,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { fieldsIn } from '@domain/template/fields';

type Range = { readonly from: number; readonly to: number };

type FieldsState = {
  /** The fields left to fill. */
  readonly marks: DecorationSet;
  /** What stands where a field was, while the caret is in it. */
  readonly filling: Range | null;
};

const key = new PluginKey<FieldsState>('template-fields');

/** Marks the fields of a template that are still to be filled, as elements of class `template-field`. */
export function templateFieldsPlugin(): Plugin<FieldsState> {
  return new Plugin<FieldsState>({
    key,
    state: {
      init: (_config, { doc }) => ({
        marks: DecorationSet.create(doc, marksIn(doc, 0, doc.content.size)),
        filling: null,
      }),
      apply: (transaction, state) => ({
        marks: transaction.docChanged ? marksAfter(transaction, state.marks) : state.marks,
        filling: fillingAfter(transaction, state),
      }),
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/**
 * Whether a change only fills a field, or goes on in words that took its place: where a template
 * has a field between quotation marks, nobody's words are changed by it.
 */
export function fillsField(state: EditorState, transaction: Transaction): boolean {
  const fields = key.getState(state);
  return fields !== undefined && stretchFilled(fields, transaction) !== null;
}

/** Selects the next field after the selection; where there is none, nothing is done. */
export const nextField: Command = (state, dispatch) => goTo(state, dispatch, 1);

/** Selects the field before the selection. */
export const previousField: Command = (state, dispatch) => goTo(state, dispatch, -1);

/** Selects the next field, or, after the last, the first. */
export const nextFieldRound: Command = (state, dispatch) => {
  if (nextField(state, dispatch)) return true;
  const first = fieldsOf(state)[0];
  if (first !== undefined) select(state, dispatch, first);
  return first !== undefined;
};

function goTo(state: EditorState, dispatch: Parameters<Command>[1], step: 1 | -1): boolean {
  const { from, to } = state.selection;
  const fields = fieldsOf(state);
  const next =
    step === 1
      ? fields.find((field) => field.from >= to)
      : fields.findLast((field) => field.to <= from);
  if (next !== undefined) select(state, dispatch, next);
  return next !== undefined;
}

function select(state: EditorState, dispatch: Parameters<Command>[1], { from, to }: Range): void {
  const selection = TextSelection.create(state.doc, from, to);
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
}

function fieldsOf(state: EditorState): readonly Range[] {
  const marks = key.getState(state)?.marks.find() ?? [];
  return marks.toSorted((a, b) => a.from - b.from);
}

/** The marks moved with the text; the blocks that changed are looked through again. */
function marksAfter(transaction: Transaction, before: DecorationSet): DecorationSet {
  const { doc, mapping } = transaction;
  let marks = before.map(mapping, doc);
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1);
    map.forEach((_from, _to, newFrom, newTo) => {
      const { from, to } = blocksAround(doc, rest.map(newFrom, -1), rest.map(newTo, 1));
      const found = marksIn(doc, from, to);
      const old = marks.find(from, to);
      if (found.length > 0 || old.length > 0) marks = marks.remove(old).add(doc, found);
    });
  }
  return marks;
}

/** A stretch, as far as the text blocks at its ends reach. */
function blocksAround(doc: Node, from: number, to: number): Range {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  return {
    from: $from.parent.isTextblock ? $from.start() : from,
    to: $to.parent.isTextblock ? $to.end() : to,
  };
}

function marksIn(doc: Node, from: number, to: number): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    for (const field of fieldsIn(node.textContent)) {
      const [start, end] = [position + 1 + field.start, position + 1 + field.end];
      marks.push(Decoration.inline(start, end, { class: 'template-field' }));
    }
    return false;
  });
  return marks;
}

function fillingAfter(transaction: Transaction, state: FieldsState): Range | null {
  if (!transaction.docChanged && !transaction.selectionSet) return state.filling;
  const stretch = stretchFilled(state, transaction) ?? state.filling;
  if (stretch === null) return null;
  const { mapping, selection } = transaction;
  const now = { from: mapping.map(stretch.from, -1), to: mapping.map(stretch.to, 1) };
  return selection.from >= now.from && selection.to <= now.to ? now : null;
}

/** The field, or the words in place of one, that all of a change is made in. */
function stretchFilled({ marks, filling }: FieldsState, { mapping }: Transaction): Range | null {
  let changed: Range | null = null;
  mapping.maps[0]?.forEach((from, to) => {
    changed = { from: Math.min(from, changed?.from ?? from), to: Math.max(to, changed?.to ?? to) };
  });
  if (changed === null || mapping.maps.length !== 1) return null;
  const { from, to }: Range = changed;
  const holds = (stretch: Range): boolean => stretch.from <= from && to <= stretch.to;
  if (filling !== null && holds(filling)) return filling;
  return marks.find(from, to).find(holds) ?? null;
}
