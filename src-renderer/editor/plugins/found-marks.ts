import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

type Range = { readonly from: number; readonly to: number };

/** The words looked for in a document, as positions of it. */
export type FoundMarks = {
  readonly document: Node;
  readonly places: readonly Range[];
  /** The place that is gone to, and how often one was: each time it is brought into view. */
  readonly current: (Range & { readonly times: number }) | null;
};

/** The most places that are marked around the one that is gone to: more are no help to the eye. */
const mostMarked = 1_000;

const key = new PluginKey<DecorationSet>('found-marks');

/** Marks the words that are looked for, as elements of class `found-words`. */
export function foundMarksPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) =>
        (transaction.getMeta(key) as DecorationSet | undefined) ??
        (transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Shows what was found in a view; null takes the marks away. Of another document it shows nothing. */
export function showFound(view: EditorView, found: FoundMarks | null): void {
  const { doc } = view.state;
  const marks =
    found === null || !found.document.eq(doc)
      ? DecorationSet.empty
      : DecorationSet.create(doc, marksOf(found));
  if (marks === DecorationSet.empty && key.getState(view.state) === DecorationSet.empty) return;
  view.dispatch(view.state.tr.setMeta(key, marks));
}

/** Brings the words that are gone to into view. */
export function scrollToFound(view: EditorView): void {
  view.dom.querySelector('.found-words-current')?.scrollIntoView({ block: 'center' });
}

function marksOf({ places, current }: FoundMarks): Decoration[] {
  const at = current === null ? 0 : places.findIndex(({ from }) => from === current.from);
  const first = Math.max(0, at - mostMarked / 2);
  return places.slice(first, first + mostMarked).map(({ from, to }) => {
    const isCurrent = current !== null && from === current.from;
    const name = isCurrent ? 'found-words found-words-current' : 'found-words';
    return Decoration.inline(from, to, { class: name });
  });
}
