import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { StyleMark } from '@domain/style/marks';

/** What was found in one text block, and the language it is in where that is not the dispatch's. */
export type BlockStyle = {
  /** Position before the block. */
  readonly pos: number;
  readonly node: Node;
  readonly marks: readonly StyleMark[];
  readonly language: 'fr' | 'en' | null;
};

/** A mark where it now stands. */
export type PlacedMark = { readonly mark: StyleMark; readonly from: number; readonly to: number };

/** What the marks tell, and are told. */
export type StyleEvents = {
  /** What a mark says, in the language of the window. */
  readonly name: (mark: StyleMark) => string;
  /** A person asks what can be done about a mark, at a place of the window. */
  readonly asked: (mark: StyleMark, place: { readonly x: number; readonly y: number }) => void;
};

type Shown = {
  readonly blocks: readonly BlockStyle[];
  /** Whether the marks are drawn; the languages always are. */
  readonly drawn: boolean;
};

const key = new PluginKey<DecorationSet>('style-marks');

/**
 * Marks on spelling and style: drawn as told, moved along with the text, and gone from words that
 * change until these are checked again. Alt+Enter or the context menu on a mark asks about it.
 */
export function styleMarksPlugin(events: () => StyleEvents | undefined): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => {
        const shown = transaction.getMeta(key) as DecorationSet | undefined;
        if (shown !== undefined) return shown;
        return transaction.docChanged ? moved(transaction, marks) : marks;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        contextmenu: (view, event) => {
          // From the keyboard, the menu is asked for at the caret.
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          const placed = (at === undefined ? null : markAt(view.state, at)) ?? markHere(view.state);
          if (placed === null) return false;
          if (at !== undefined && event.button === 2 && (at < placed.from || at > placed.to)) {
            return false;
          }
          event.preventDefault();
          const ask = (): void => askAbout(view, placed, events());
          // A menu that opens while the button is still down would close with its release.
          if (event.buttons === 0) ask();
          else addEventListener('pointerup', () => setTimeout(ask), { once: true });
          return true;
        },
      },
      handleKeyDown: (view, event) => {
        if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey) return false;
        const placed = markHere(view.state);
        if (placed === null) return false;
        askAbout(view, placed, events());
        return true;
      },
    },
  });
}

/** The transaction that shows what was found; null where that is shown already. */
export function setStyleMarks(
  state: EditorState,
  shown: Shown,
  name: StyleEvents['name'],
): Transaction | null {
  const next = drawn(state.doc, shown, name);
  const before = key.getState(state) ?? DecorationSet.empty;
  return sameMarks(before.find(), next.find()) ? null : state.tr.setMeta(key, next);
}

/** The marks of a draft where they now stand, in order. */
export function placedMarks(state: EditorState): readonly PlacedMark[] {
  return (key.getState(state)?.find(undefined, undefined, isMark) ?? [])
    .map(placedOf)
    .toSorted((a, b) => a.from - b.from);
}

/** The mark at a position; null where there is none. */
export function markAt(state: EditorState, position: number): PlacedMark | null {
  const [found] = key.getState(state)?.find(position, position, isMark) ?? [];
  return found === undefined ? null : placedOf(found);
}

/** The mark the caret or the selection is on. */
export function markHere(state: EditorState): PlacedMark | null {
  const { from, to } = state.selection;
  const [found] = key.getState(state)?.find(from, to, isMark) ?? [];
  return found === undefined ? null : placedOf(found);
}

/** The language of the block at a position, where it is not the dispatch's. */
export function blockLanguage(state: EditorState, position: number): 'fr' | 'en' | null {
  const [found] =
    key.getState(state)?.find(position, position, (spec: Spec) => spec.language !== undefined) ??
    [];
  return (found?.spec as Spec | undefined)?.language ?? null;
}

/** Asks about a mark: what can be done is shown below its words. */
export function askAbout(
  view: EditorView,
  { mark, from }: PlacedMark,
  events: StyleEvents | undefined,
): void {
  const { left, bottom } = view.coordsAtPos(from);
  events?.asked(mark, { x: left, y: bottom });
}

type Spec = {
  readonly mark?: StyleMark;
  /** What it says, where it is drawn. */
  readonly title?: string;
  readonly language?: 'fr' | 'en';
};

function isMark(spec: Spec): boolean {
  return spec.mark !== undefined;
}

function placedOf({ from, to, spec }: Decoration): PlacedMark {
  // Only marks are found by `isMark`.
  return { mark: (spec as Required<Spec>).mark, from, to };
}

function drawn(
  document: Node,
  { blocks, drawn: shown }: Shown,
  name: StyleEvents['name'],
): DecorationSet {
  const decorations: Decoration[] = [];
  for (const { pos, node, marks, language } of blocks) {
    if (language !== null) {
      const end = pos + node.nodeSize;
      decorations.push(Decoration.node(pos, end, { lang: language }, { language }));
    }
    for (const mark of marks) {
      const [from, to] = [pos + 1 + mark.start, pos + 1 + mark.end];
      if (!shown) {
        decorations.push(Decoration.inline(from, to, {}, { mark }));
        continue;
      }
      const title = name(mark);
      const attributes = { class: 'style-mark', 'data-style': mark.kind, title };
      decorations.push(Decoration.inline(from, to, attributes, { mark, title }));
    }
  }
  return DecorationSet.create(document, decorations);
}

/** Marks follow the text; those on words that changed go. */
function moved(transaction: Transaction, marks: DecorationSet): DecorationSet {
  let next = marks.map(transaction.mapping, transaction.doc);
  for (const [index, map] of transaction.mapping.maps.entries()) {
    const rest = transaction.mapping.slice(index + 1);
    map.forEach((_from, _to, newFrom, newTo) => {
      const touched = next.find(rest.map(newFrom, -1), rest.map(newTo, 1), isMark);
      if (touched.length > 0) next = next.remove(touched);
    });
  }
  return next;
}

function sameMarks(before: readonly Decoration[], after: readonly Decoration[]): boolean {
  if (before.length !== after.length) return false;
  const ordered = (all: readonly Decoration[]): readonly Decoration[] =>
    all.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const [left, right] = [ordered(before), ordered(after)];
  return left.every((one, index) => {
    const other = right[index];
    if (other === undefined || one.from !== other.from || one.to !== other.to) return false;
    const [spec, told] = [one.spec as Spec, other.spec as Spec];
    return (
      spec.title === told.title &&
      spec.language === told.language &&
      spec.mark?.kind === told.mark?.kind &&
      spec.mark?.words === told.mark?.words
    );
  });
}
