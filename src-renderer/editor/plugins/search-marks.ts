import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { textBlocks } from '@domain/document/canonical-text';
import { findInBlock } from '@domain/query/find-in-blocks';
import type { Matcher } from '@domain/query/highlight';

type MarksState = { readonly matchers: readonly Matcher[]; readonly marks: DecorationSet };

const key = new PluginKey<MarksState>('search-marks');

/** Marks what a search found, as elements of class `search-mark`. */
export function searchMarksPlugin(): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => ({ matchers: [], marks: DecorationSet.empty }),
      apply: (transaction, state) => {
        const matchers = transaction.getMeta(key) as readonly Matcher[] | undefined;
        if (matchers !== undefined) {
          return { matchers, marks: marksIn(transaction.doc, matchers) };
        }
        if (!transaction.docChanged || state.matchers.length === 0) return state;
        return { ...state, marks: state.marks.map(transaction.mapping, transaction.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** The transaction that marks what these matchers find. */
export function setSearchMarks(state: EditorState, matchers: readonly Matcher[]): Transaction {
  return state.tr.setMeta(key, matchers);
}

function marksIn(document: Node, matchers: readonly Matcher[]): DecorationSet {
  if (matchers.length === 0) return DecorationSet.empty;
  const marks = textBlocks(document).flatMap((block) =>
    findInBlock(block, matchers).map(({ start, end }) =>
      Decoration.inline(block.pos + start, block.pos + end, { class: 'search-mark' }),
    ),
  );
  return DecorationSet.create(document, marks);
}
