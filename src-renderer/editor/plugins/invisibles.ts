import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { invisible, invisibleClass } from '../../ui/invisible';

type InvisiblesState = { readonly shown: boolean; readonly marks: DecorationSet };
const key = new PluginKey<InvisiblesState>('invisibles');

/** Shows spaces and the ends of blocks on demand, each space by its own sign. */
export function invisiblesPlugin(): Plugin<InvisiblesState> {
  return new Plugin<InvisiblesState>({
    key,
    state: {
      init: () => ({ shown: false, marks: DecorationSet.empty }),
      apply: (transaction, state) => {
        const shown = (transaction.getMeta(key) as boolean | undefined) ?? state.shown;
        if (shown === state.shown && !transaction.docChanged) return state;
        return { shown, marks: shown ? marksIn(transaction.doc) : DecorationSet.empty };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });
}

/** The transaction that shows or hides the invisible signs. */
export function setInvisibles(state: EditorState, shown: boolean): Transaction {
  return state.tr.setMeta(key, shown);
}

function marksIn(document: Node): DecorationSet {
  const marks: Decoration[] = [];
  document.descendants((node, position) => {
    if (node.isTextblock) {
      const end = position + node.nodeSize;
      marks.push(Decoration.node(position, end, { class: 'invisible-block' }));
    }
    for (const match of (node.text ?? '').matchAll(invisible)) {
      const from = position + match.index;
      marks.push(Decoration.inline(from, from + 1, { class: invisibleClass(match[0]) }));
    }
  });
  return DecorationSet.create(document, marks);
}
