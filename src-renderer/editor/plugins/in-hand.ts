import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

/** How a draft shows the place that is being written at. */
export type InHandSettings = {
  /** Whether the block of the caret is told from the others. */
  readonly block: boolean;
  /** Whether the line of the caret stays at one height of the window. */
  readonly line: boolean;
};

const key = new PluginKey<InHandSettings>('in-hand');

/** Where the line in hand stays: so far down what scrolls, as a part of its height. */
const height = 0.45;

/** Marks the block in hand (`in-hand`), and keeps the line in hand at one height, each when asked for. */
export function inHandPlugin(): Plugin<InHandSettings> {
  return new Plugin<InHandSettings>({
    key,
    state: {
      init: () => ({ block: false, line: false }),
      apply: (transaction, state) =>
        (transaction.getMeta(key) as InHandSettings | undefined) ?? state,
    },
    props: {
      decorations: (state) => (key.getState(state)?.block === true ? blockInHand(state) : null),
    },
    view: () => ({
      update: (view, before) => {
        const settings = key.getState(view.state);
        if (settings?.line !== true) return;
        const moved = !before.selection.eq(view.state.selection) || before.doc !== view.state.doc;
        if (moved || settings !== key.getState(before)) holdLine(view);
      },
    }),
  });
}

/** The transaction that says how the place in hand is shown. */
export function setInHand(state: EditorState, settings: InHandSettings): Transaction {
  return state.tr.setMeta(key, settings);
}

/** A node of the document's own children: what a person writes in, a list or a photo as a whole. */
function blockInHand({ doc, selection }: EditorState): DecorationSet {
  const index = selection.$head.index(0);
  const block = doc.maybeChild(index);
  if (block === null) return DecorationSet.empty;
  const start = selection.$head.depth === 0 ? selection.head : selection.$head.before(1);
  const mark = Decoration.node(start, start + block.nodeSize, { class: 'in-hand' });
  return DecorationSet.create(doc, [mark]);
}

/** Scrolls so that the line of the caret stands at its height, in the frame that shows the change. */
function holdLine(view: EditorView): void {
  requestAnimationFrame(() => {
    // While words are being selected, nothing moves under the pointer.
    if (view.isDestroyed || !view.hasFocus() || !view.state.selection.empty) return;
    const scroller = view.dom.closest('[data-sheet-scroll]');
    if (scroller === null) return;
    const line = view.coordsAtPos(view.state.selection.head);
    const box = scroller.getBoundingClientRect();
    scroller.scrollTop += (line.top + line.bottom) / 2 - (box.top + box.height * height);
  });
}
