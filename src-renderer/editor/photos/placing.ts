import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Photos on their way in: where each will stand, while the text around it may change. */
type Placing = DecorationSet;
type Meta =
  | { readonly add: number; readonly id: object; readonly label: string }
  | { readonly remove: object };

const key = new PluginKey<Placing>('placing-photos');

/** Keeps the places of photos that are being taken in, and shows that they come. */
export function placingPlugin(): Plugin<Placing> {
  return new Plugin<Placing>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, placing) => {
        const moved = placing.map(transaction.mapping, transaction.doc);
        const meta = transaction.getMeta(key) as Meta | undefined;
        if (meta === undefined) return moved;
        if ('remove' in meta)
          return moved.remove(moved.find(undefined, undefined, ({ id }) => id === meta.remove));
        return moved.add(transaction.doc, [
          Decoration.widget(meta.add, () => placeholder(meta.label), { id: meta.id, side: 1 }),
        ]);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function placeholder(label: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'photo-placing';
  element.textContent = label;
  return element;
}

/** Says that a photo will stand at a place. */
export function beginPlacing(
  state: EditorState,
  at: number,
  id: object,
  label: string,
): Transaction {
  return state.tr.setMeta(key, { add: at, id, label } satisfies Meta);
}

/** Where a photo is to stand now; null when its place was taken out. */
export function placeOf(state: EditorState, id: object): number | null {
  const found = key.getState(state)?.find(undefined, undefined, ({ id: one }) => one === id);
  return found?.[0]?.from ?? null;
}

/** The photo is there, or will not come. */
export function endPlacing(transaction: Transaction, id: object): Transaction {
  return transaction.setMeta(key, { remove: id } satisfies Meta);
}
