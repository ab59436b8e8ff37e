import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { baseOf, handsAttribute } from '@domain/suggest/base';
import {
  acceptAll,
  accept,
  beginSuggesting,
  handsAfter,
  reject,
  rejectAll,
} from '@domain/suggest/settle';
import { suggestionsOf, type Suggestion } from '@domain/suggest/suggestions';
import { pastGuard } from '../quotation-guard';
import { isFromElsewhere } from '../sharing';
import { isUndoing } from '../undo';

/** What suggesting goes by. */
export type SuggestingSettings = {
  /** Who writes. */
  readonly initials: string;
  /** How a suggestion is named: who made it, when, and what it does. */
  readonly name: (suggestion: Suggestion) => string;
};

type SuggestingState = { readonly shown: boolean; readonly marks: DecorationSet };

const key = new PluginKey<SuggestingState>('suggesting');

/**
 * Whatever changes a draft with a text that suggestions are made on is a suggestion. Here it is
 * signed and drawn: words put in as `ins`, words taken out as a `del` where they stood, blocks and
 * forms changed with a rule beside or below them.
 */
export function suggestingPlugin(settings: () => SuggestingSettings): Plugin<SuggestingState> {
  return new Plugin<SuggestingState>({
    key,
    state: {
      init: (_config, state) => ({ shown: true, marks: marksIn(state.doc, settings) }),
      apply: (transaction, state, before) => {
        const shown = (transaction.getMeta(key) as boolean | undefined) ?? state.shown;
        if (shown === state.shown && transaction.doc === before.doc) return state;
        const marks = shown ? marksIn(transaction.doc, settings) : DecorationSet.empty;
        return { shown, marks };
      },
    },
    appendTransaction: (transactions, before, state) => {
      if (before.doc === state.doc || baseOf(state.doc) === null) return null;
      // What was undone or came from another window is signed already.
      if (transactions.some((one) => isUndoing(one) || isFromElsewhere(one))) return null;
      const hands = handsAfter(before.doc, state.doc, settings().initials, Date.now());
      return hands === null ? null : state.tr.setDocAttribute(handsAttribute, hands);
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** The transaction that shows suggestions as such, or the draft as it will read with all of them. */
export function showSuggestions(state: EditorState, shown: boolean): Transaction {
  return state.tr.setMeta(key, shown);
}

/** Begins to suggest, or ends: only where nothing is left to settle. */
export function toggleSuggesting(state: EditorState): Transaction | null {
  if (baseOf(state.doc) === null) return beginSuggesting(state.tr);
  return suggestionsOf(state.doc).length === 0 ? acceptAll(state.tr) : null;
}

/** Which suggestions are meant: those the caret or selection touches, all, or all by somebody. */
export type WhichSuggestions =
  | { readonly which: 'selected' }
  | { readonly which: 'all' }
  | { readonly which: 'by'; readonly initials: string };

/** The transaction that accepts or rejects suggestions; null where there are none of those meant. */
export function settleSuggestions(
  state: EditorState,
  how: 'accept' | 'reject',
  which: WhichSuggestions,
): Transaction | null {
  const chosen = chosenOf(state, which);
  if (chosen.length === 0) return null;
  if (which.which === 'all') {
    // Suggesting goes on with the text as it now stands.
    return pastGuard(beginSuggesting((how === 'accept' ? acceptAll : rejectAll)(state.tr)));
  }
  return pastGuard((how === 'accept' ? accept : reject)(state.tr, chosen));
}

/** The suggestion after the caret, the first again after the last; undefined when there are none. */
export function nextSuggestion(state: EditorState): Suggestion | undefined {
  const all = suggestionsOf(state.doc);
  return all.find(({ now }) => now.from > state.selection.to) ?? all[0];
}

/** The deepest that text begins in a block: an item of a list. */
const besideBlocks = 3;

function chosenOf(state: EditorState, which: WhichSuggestions): readonly Suggestion[] {
  const all = suggestionsOf(state.doc);
  if (which.which === 'all') return all;
  if (which.which === 'by') return all.filter(({ by }) => by.includes(which.initials));
  const { from, to } = state.selection;
  return all.filter((one) => {
    // Blocks taken out stand between others: the caret is at the end or the beginning of one.
    const near = one.is === 'blocks' ? besideBlocks : 0;
    return one.now.from - near <= to && one.now.to + near >= from;
  });
}

function marksIn(document: Node, settings: () => SuggestingSettings): DecorationSet {
  const base = baseOf(document);
  if (base === null) return DecorationSet.empty;
  const { name } = settings();
  const marks = suggestionsOf(document).flatMap((one) => marksOf(document, one, name(one)));
  return DecorationSet.create(document, marks);
}

function marksOf(document: Node, one: Suggestion, title: string): readonly Decoration[] {
  const { now, removed } = one;
  const marks: Decoration[] = [];
  if (one.is !== 'form' && removed !== '') {
    marks.push(
      Decoration.widget(now.from, () => deleted(removed, one.is, title), {
        side: -1,
        key: `del ${now.from} ${title} ${removed}`,
        ignoreSelection: true,
      }),
    );
  }
  if (one.is === 'blocks') {
    document.nodesBetween(now.from, now.to, (node, position) => {
      if (position < now.from || !node.isBlock) return true;
      const attributes = { class: 'suggest-block', title, 'data-suggestion': '' };
      marks.push(Decoration.node(position, position + node.nodeSize, attributes));
      return false;
    });
  } else if (now.from < now.to) {
    const attributes =
      one.is === 'form'
        ? { class: 'suggest-form', title, 'data-suggestion': '' }
        : { nodeName: 'ins', class: 'suggest-ins', title, 'data-suggestion': '' };
    marks.push(Decoration.inline(now.from, now.to, attributes));
  }
  return marks;
}

/** The words a suggestion takes out, where they stood. The browser leaves them alone. */
function deleted(words: string, is: Suggestion['is'], title: string): HTMLElement {
  const element = document.createElement('del');
  element.className = is === 'blocks' ? 'suggest-del suggest-del-block' : 'suggest-del';
  element.contentEditable = 'false';
  element.title = title;
  element.dataset['suggestion'] = '';
  element.textContent = words;
  return element;
}
