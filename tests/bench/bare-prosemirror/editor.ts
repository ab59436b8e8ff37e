import { baseKeymap } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { takeSchema } from '../../../src-main/domain/document/schema';

/** The document's JSON and how many words of it are marked, put here when the page is built. */
declare const bareDocument: unknown;
declare const bareMarks: number;

declare global {
  /** Shows the document anew, as at opening. */
  var openBare: () => void;
}

/** Marks on words spread evenly over a document, which move with the text. */
function marks(count: number): Plugin<DecorationSet> {
  const over = (document: Node): DecorationSet => {
    const places: [number, number][] = [];
    document.descendants((node, position) => {
      for (const { 0: word, index } of (node.text ?? '').matchAll(/\p{L}{4,}/gu)) {
        places.push([position + index, position + index + word.length]);
      }
    });
    const each = Math.max(1, Math.floor(places.length / Math.max(1, count)));
    const chosen = places.filter((_, at) => at % each === 0).slice(0, count);
    return DecorationSet.create(
      document,
      chosen.map(([from, to]) => Decoration.inline(from, to, { class: 'mark' })),
    );
  };
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, state) => over(state.doc),
      apply: (transaction, set) => set.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

// The least editor of the same document: a state, a view, the base keys and undo.
const document = takeSchema.nodeFromJSON(bareDocument);
let view: EditorView | null = null;
globalThis.openBare = () => {
  view?.destroy();
  view = new EditorView(globalThis.document.querySelector('main'), {
    state: EditorState.create({
      doc: document,
      plugins: [history(), keymap(baseKeymap), ...(bareMarks > 0 ? [marks(bareMarks)] : [])],
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true' },
  });
  view.focus();
};
openBare();
