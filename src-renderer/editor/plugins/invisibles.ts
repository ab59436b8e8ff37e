import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** The kinds of invisible sign, each shown by its own mark (document.css draws them). */
const kinds: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\u00A0': 'no-break',
  '\u202F': 'narrow-no-break',
  '\t': 'tab',
  '\u2009': 'thin',
  '\u00AD': 'soft-hyphen',
  '\u200B': 'zero-width',
};
const invisible = /[ \u00A0\u202F\t\u2009\u00AD\u200B]/g;

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
      const kind = kinds[match[0]] ?? 'space';
      marks.push(Decoration.inline(from, from + 1, { class: `invisible invisible-${kind}` }));
    }
  });
  return DecorationSet.create(document, marks);
}
