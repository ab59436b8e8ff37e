import type { Node } from 'prosemirror-model';
import {
  Plugin,
  PluginKey,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { pastGuard } from '../quotation-guard';
import { closeGroup } from '../undo';
import { blockLanguage } from './style-marks';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { expansionAt } from '@domain/abbreviations/abbreviations';
import { quotationChanged } from '@domain/typography/quotations';
import { takeSchema } from '@domain/document/schema';
import { typedEdits, typographyRules, type Edit } from '@domain/typography/typography';

/** What the typography of a draft goes by. */
export type TypographySettings = {
  readonly language: 'fr' | 'en';
  /** The languages in which spaces and signs are set right as one types. */
  readonly asTyped: readonly ('fr' | 'en')[];
  /** What an abbreviation stands for in a paragraph of a language. */
  readonly standsFor: (word: string, language: 'fr' | 'en') => string | undefined;
};

/** What is changed at offsets of a block's text. */
type Change = Pick<Edit, 'start' | 'end' | 'insert'>;

type TypographyState = {
  /** The steps that take the last automatic change back. */
  readonly inverse: readonly Step[];
  /** What the last command changed, shown until the text changes again. */
  readonly changed: DecorationSet;
};

type TypographyMeta =
  | { readonly did: 'as-typed' }
  | { readonly did: 'command'; readonly changed: DecorationSet };

const key = new PluginKey<TypographyState>('typography');
const nothing: TypographyState = { inverse: [], changed: DecorationSet.empty };

/** Blocks that hold codes rather than sentences. */
const untouched: ReadonlySet<string> = new Set(['signoff', 'credit']);

/**
 * Sets the typography right as one types, and puts what they stand for in place of abbreviations. Each automatic change is its own step of the history,
 * and one Backspace right after it takes it back.
 */
export function typographyPlugin(settings: () => TypographySettings): Plugin<TypographyState> {
  return new Plugin<TypographyState>({
    key,
    state: {
      init: () => nothing,
      apply: (transaction, state) => {
        const meta = transaction.getMeta(key) as TypographyMeta | undefined;
        if (meta?.did === 'as-typed') return { ...nothing, inverse: inverseOf(transaction) };
        if (meta?.did === 'command') return { ...nothing, changed: meta.changed };
        return transaction.docChanged || transaction.selectionSet ? nothing : state;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.changed,
      handleTextInput: (view, from, to, text) => {
        if (text.length !== 1 || view.composing) return false;
        const typed = view.state.tr.insertText(text, from, to);
        const spoken = blockLanguage(view.state, from) ?? settings().language;
        const passes = passesAt(typed.doc, from + text.length, spoken, settings());
        if (passes.length === 0) return false;
        view.dispatch(typed.scrollIntoView());
        const { transaction } = withPasses(view.state.tr, from + text.length, passes);
        view.dispatch(
          closeGroup(
            pastGuard(transaction.setMeta(key, { did: 'as-typed' } satisfies TypographyMeta)),
          ),
        );
        return true;
      },
      handleKeyDown: (view, event) =>
        event.key === 'Backspace' &&
        !event.ctrlKey &&
        !event.metaKey &&
        takeBack(view.state, view.dispatch),
    },
  });
}

/** Takes the last automatic change back, if nothing has happened since. */
const takeBack: Command = (state, dispatch) => {
  const inverse = key.getState(state)?.inverse ?? [];
  if (inverse.length === 0) return false;
  const transaction = state.tr;
  for (const step of inverse) transaction.step(step);
  dispatch?.(pastGuard(transaction));
  return true;
};

/**
 * The transaction that sets a part of a draft, else the selection, or the whole draft when nothing is
 * selected, right by the rules of a language; words in quotation marks only where they are selected.
 * What it changed is marked until the text changes again.
 *
 * @returns the transaction and the number of changes; none when all is right already
 */
export function typesetTransaction(
  state: EditorState,
  language: 'fr' | 'en',
  part: { readonly from: number; readonly to: number } | null = null,
): { readonly transaction: Transaction; readonly changes: number } {
  const { from, to, empty } = state.selection;
  const range = part ?? (empty ? { from: 0, to: state.doc.content.size } : { from, to });
  const keepsQuoted = empty || part !== null;
  const transaction = state.tr;
  let changes = 0;
  // From the last block to the first, so that the places of those to come stay true.
  for (const { start, text } of textBlocksIn(state.doc).toReversed()) {
    if (start > range.to || start + text.length < range.from) continue;
    let current = text;
    for (const rule of typographyRules(blockLanguage(state, start) ?? language)) {
      const edits = rule(current).filter(
        (edit) =>
          start + edit.start >= range.from &&
          start + edit.end <= range.to &&
          !isForeign(transaction.doc, start, edit) &&
          // Quoted words are left as they were said, unless they are what is selected.
          (!keepsQuoted || !changesQuotation(current, edit)),
      );
      applyEdits(transaction, start, edits);
      changes += edits.length;
      current = transaction.doc.resolve(start).parent.textContent;
    }
  }
  const meta: TypographyMeta = { did: 'command', changed: changedIn(transaction) };
  return { transaction: closeGroup(pastGuard(transaction.setMeta(key, meta))), changes };
}

/** The space at the edge of quoted words belongs to the marks. */
function changesQuotation(text: string, { start, end }: Edit): boolean {
  const quotation = quotationChanged(text, { start, end });
  if (quotation === undefined) return false;
  const { words } = quotation;
  return !(start === end && (start === words.start || start === words.end));
}

function passesAt(
  document: Node,
  position: number,
  language: 'fr' | 'en',
  { asTyped, standsFor }: TypographySettings,
): readonly (readonly Change[])[] {
  const $at = document.resolve(position);
  if (!$at.parent.isTextblock || untouched.has($at.parent.type.name)) return [];
  const text = $at.parent.textBetween(0, $at.parentOffset);
  const start = $at.start();
  const expansion = expansionAt(text, (word) => standsFor(word, language));
  if (expansion !== null) {
    const { start: from, end, insert } = expansion;
    const { language: mark } = takeSchema.marks;
    if (document.rangeHasMark(start + from, start + end, mark)) return [];
    const expanded = text.slice(0, from) + insert + text.slice(end);
    // What it stands for is as the desk wrote it; the sign typed after it falls into place.
    const after = asTyped.includes(language) ? typedEdits(expanded, language) : [];
    return [[expansion], ...after];
  }
  const passes = asTyped.includes(language) ? typedEdits(text, language) : [];
  // Words of another language keep the signs they came with.
  const foreign = passes.some((edits) => edits.some((edit) => isForeign(document, start, edit)));
  return foreign ? [] : passes;
}

/** Whether a change is to words marked as being in another language. */
function isForeign(document: Node, start: number, edit: Edit): boolean {
  const { size } = document.content;
  const from = Math.max(start, start + edit.start - 1);
  const to = Math.min(size, start + edit.end + 1);
  let foreign = true;
  document.nodesBetween(from, to, (node) => {
    if (node.isText && !takeSchema.marks.language.isInSet(node.marks)) foreign = false;
  });
  return foreign && document.rangeHasMark(from, to, takeSchema.marks.language);
}

function withPasses(
  transaction: Transaction,
  position: number,
  passes: readonly (readonly Change[])[],
): { readonly transaction: Transaction } {
  const start = transaction.doc.resolve(position).start();
  for (const edits of passes) applyEdits(transaction, start, edits);
  return { transaction };
}

function applyEdits(transaction: Transaction, start: number, edits: readonly Change[]): void {
  for (const edit of edits.toReversed()) {
    transaction.insertText(edit.insert, start + edit.start, start + edit.end);
  }
}

function inverseOf(transaction: Transaction): readonly Step[] {
  return transaction.steps
    .map((step, index) => step.invert(transaction.docs[index] ?? transaction.doc))
    .toReversed();
}

function textBlocksIn(
  document: Node,
): readonly { readonly start: number; readonly text: string }[] {
  const blocks: { start: number; text: string }[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    if (!untouched.has(node.type.name)) {
      blocks.push({ start: position + 1, text: node.textContent });
    }
    return false;
  });
  return blocks;
}

/** The places a transaction changed, in its final document. */
function changedIn(transaction: Transaction): DecorationSet {
  const marks: Decoration[] = [];
  for (const [index, map] of transaction.mapping.maps.entries()) {
    const rest = transaction.mapping.slice(index + 1);
    map.forEach((_from, _to, newFrom, newTo) => {
      const from = rest.map(newFrom, -1);
      const to = rest.map(newTo, 1);
      if (to > from) marks.push(Decoration.inline(from, to, { class: 'typography-change' }));
    });
  }
  return DecorationSet.create(transaction.doc, marks);
}
