import type { Slice } from 'prosemirror-model';
import {
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isPictureFile, placePhotos, type PhotoToPlace } from '../photos/insert';
import { pasteInCell } from '../table/paste';
import { nothingDropped, type Dropped } from './dropped';
import type { PastedPicture } from './pictures';
import { pictureSign, readPastedHtml, type PastedHtml } from './read';
import { withQuietStyles } from './styles';

/** What pasting tells, and the words it shows. */
export type PasteEvents = {
  /** Shown where a picture is still on its way. */
  readonly coming: string;
  /** Something was pasted; what of it was left behind. */
  readonly pasted: (dropped: Dropped) => void;
  /** It was too much to be pasted: nothing was. */
  readonly refused: () => void;
};

type Range = { readonly from: number; readonly to: number };

/** The part that was pasted last, where it is now. */
const key = new PluginKey<Range | null>('paste');

/** The most that is pasted, in characters, pictures aside: longer texts are imported. */
const most = 12_000_000;

/**
 * Reads what is pasted or dropped as HTML: its structure stays, its pictures are taken in as photos
 * where they are there (`data:` addresses, files that come with the text), and what is dropped is told.
 */
export function pastePlugin(events: () => PasteEvents | undefined): Plugin<Range | null> {
  let read: PastedHtml | null = null;
  const begin = (transfer: DataTransfer | null, event: Event): boolean => {
    read = null;
    if (!isTooMuch(transfer)) return false;
    event.preventDefault();
    events()?.refused();
    return true;
  };
  const put = (view: EditorView, slice: Slice, transfer: DataTransfer | null): boolean => {
    const known = read;
    read = null;
    const inCell = view.state.tr;
    if (pasteInCell(inCell, slice)) {
      view.dispatch(inCell.setMeta('paste', true).setMeta('uiEvent', 'paste'));
      const { dropped, pictures } = known ?? { dropped: nothingDropped, pictures: [] };
      events()?.pasted({ ...dropped, pictures: dropped.pictures + pictures.length });
      return true;
    }
    if (known === null) {
      events()?.pasted(nothingDropped);
      return false;
    }
    const pictures = whereTheyAre(known.pictures, transfer);
    const missing = pictures.filter((picture) => picture.is === 'elsewhere').length;
    const { dropped } = known;
    const report = { ...dropped, pictures: dropped.pictures + missing };
    if (known.pictures.length > 0)
      insertWithPictures(view, slice, pictures, events()?.coming ?? '');
    events()?.pasted(report);
    return known.pictures.length > 0;
  };
  return new Plugin<Range | null>({
    key,
    state: { init: () => null, apply: pastedAfter },
    props: {
      handleDOMEvents: {
        paste: (_view, event) => begin(event.clipboardData, event),
        drop: (_view, event) => begin(event.dataTransfer, event),
      },
      transformPastedHTML: (html) => {
        // What was copied in a draft has its own structure, and nothing else.
        if (html.includes('data-pm-slice')) return html;
        read = readPastedHtml(parsed(html));
        return read.html;
      },
      handlePaste: (view, event, slice) => put(view, slice, event.clipboardData),
      handleDrop: (view, event, slice, moved) => {
        if (moved || read === null) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        if (at !== undefined && read.pictures.length > 0) {
          const { doc, tr } = view.state;
          view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))));
          event.preventDefault();
        }
        return put(view, slice, event.dataTransfer);
      },
    },
  });
}

/** The part of a draft that was pasted last; null where nothing of it is there. */
export function lastPasted(state: EditorState): Range | null {
  return key.getState(state) ?? null;
}

function pastedAfter(transaction: Transaction, range: Range | null): Range | null {
  if (!transaction.docChanged) return range;
  const { mapping } = transaction;
  if (transaction.getMeta('paste') === true) return changedBy(transaction);
  if (range === null) return null;
  const now = { from: mapping.map(range.from, 1), to: mapping.map(range.to, -1) };
  return now.from < now.to ? now : null;
}

function changedBy({ mapping, doc }: Transaction): Range | null {
  let [from, to] = [doc.content.size, 0];
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1);
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  }
  return from < to ? { from, to } : null;
}

function isTooMuch(transfer: DataTransfer | null): boolean {
  const text = transfer?.getData('text/plain') ?? '';
  if (text.length > most) return true;
  const html = transfer?.getData('text/html') ?? '';
  if (html.length <= most) return false;
  return html.replaceAll(/data:[^"'\s)]+/g, '').length > most;
}

/** Pictures that are elsewhere are those that came as files with the text, where there are as many. */
function whereTheyAre(
  pictures: readonly PastedPicture[],
  transfer: DataTransfer | null,
): readonly PastedPicture[] {
  const files = [...(transfer?.files ?? [])].filter(isPictureFile);
  const elsewhere = pictures.filter((picture) => picture.is === 'elsewhere').length;
  if (files.length !== elsewhere) return pictures;
  const waiting = files.values();
  return pictures.map((picture) => {
    if (picture.is === 'here') return picture;
    const file = waiting.next().value;
    return file === undefined ? picture : { is: 'here', blob: file, alt: picture.alt };
  });
}

/** Puts a pasted text in without the signs of its pictures, and the pictures where these were. */
function insertWithPictures(
  view: EditorView,
  slice: Slice,
  pictures: readonly PastedPicture[],
  coming: string,
): void {
  const transaction = view.state.tr.replaceSelection(slice);
  const range = changedBy(transaction);
  const photos: PhotoToPlace[] = [];
  for (const { from, to, index } of range === null ? [] : signsIn(transaction, range)) {
    transaction.delete(from, to);
    const picture = pictures[index];
    if (picture?.is === 'here') {
      photos.unshift({ picture: picture.blob, at: from, alt: picture.alt });
    } else withoutEmptied(transaction, from);
  }
  const { doc } = transaction;
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  // Where quoted words would have been changed it waits to be allowed: the pictures are not there then.
  if (view.state.doc.eq(doc)) void placePhotos(view, photos, coming);
}

/** Takes out the paragraph a picture left empty that does not come, unless it is the only block. */
function withoutEmptied(transaction: Transaction, at: number): void {
  const $at = transaction.doc.resolve(at);
  const isEmpty = $at.depth === 1 && $at.parent.content.size === 0;
  const hasOthers = transaction.doc.childCount > 3;
  if (isEmpty && hasOthers && $at.parent.type.name === 'paragraph') {
    transaction.delete($at.before(), $at.after());
  }
}

/** The signs of pictures in a stretch, the last first, so that deleting one moves none of the others. */
function signsIn(
  { doc }: Transaction,
  { from, to }: Range,
): readonly (Range & { readonly index: number })[] {
  const signs: (Range & { readonly index: number })[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    for (const sign of node.textContent.matchAll(pictureSign)) {
      const start = position + 1 + sign.index;
      signs.push({ from: start, to: start + sign[0].length, index: Number(sign[1]) });
    }
    return false;
  });
  return signs.toReversed();
}

/** The part of Trusted Types (https://w3c.github.io/trusted-types/) that the DOM's types lack. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string },
  ) => { readonly createHTML: (html: string) => string };
};

/** The page's policy lets only this and ProseMirror's clipboard read HTML; neither shows it. */
const reading = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'writethru-paste',
  { createHTML: (html) => html },
);

function parsed(html: string): Element {
  const quiet = withQuietStyles(html);
  return new DOMParser().parseFromString(reading?.createHTML(quiet) ?? quiet, 'text/html').body;
}
