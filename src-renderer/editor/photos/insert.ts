import type { Node } from 'prosemirror-model';
import { TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { pictureOf } from '@domain/document/picture';
import { takeSchema } from '@domain/document/schema';
import { call } from '../../bridge/bridge';
import { sayError } from '../../state/toasts';
import { pastGuard } from '../quotation-guard';
import { closeGroup } from '../undo';
import { beginPlacing, endPlacing, placeOf } from './placing';
import { takeInPicture, type TakenIn } from './take-in';

const { nodes } = takeSchema;

/** The kinds of files that are tried as pictures; which they are, their bytes say. */
export function isPictureFile({ type }: Pick<File, 'type'>): boolean {
  return type.startsWith('image/');
}

/** A picture to be put into the text, at a place of it. */
export type PhotoToPlace = {
  readonly picture: Blob;
  readonly at: number;
  /** What it shows, where its metadata say nothing of it. */
  readonly alt: string;
};

/**
 * Takes pictures in and puts them in the text as photos, one after the other.
 *
 * @param at where they go, when not to the caret
 */
export async function insertPhotos(
  view: EditorView,
  pictures: readonly Blob[],
  coming: string,
  at = view.state.selection.from,
): Promise<void> {
  // Several go after a photo without a picture, one into it.
  const place = pictures.length === 1 ? at : placeFor(view.state.doc, at);
  const photos = pictures.map((picture) => ({ picture, at: place, alt: '' }));
  await placePhotos(view, photos, coming);
}

/**
 * Takes pictures in and puts each in the text at its place as a photo, with the words its metadata
 * bring, or into the photo without a picture that is there. The text may be written on meanwhile;
 * what is refused is said and changes nothing.
 */
export async function placePhotos(
  view: EditorView,
  photos: readonly PhotoToPlace[],
  coming: string,
): Promise<void> {
  const places = photos.map(({ at, ...photo }) => {
    const fill = photoAround(view.state.doc, at) !== null;
    return { ...photo, fill, start: fill ? at : placeFor(view.state.doc, at), id: {} };
  });
  for (const { start, id } of places) view.dispatch(beginPlacing(view.state, start, id, coming));
  for (const { picture, alt, fill, id } of places) {
    // oxlint-disable-next-line no-await-in-loop -- one decoded picture in memory at a time
    const taken = await takeInPicture(picture);
    if (view.isDestroyed) return;
    const place = placeOf(view.state, id);
    const transaction = endPlacing(view.state.tr, id);
    if (!taken.ok) sayError(taken.error);
    else if (place !== null) put(transaction, place, described(taken.value, alt), fill);
    // What was typed or pasted before it stays when it is undone.
    view.dispatch(closeGroup(pastGuard(transaction)));
  }
}

/** What was taken in, with a description where its metadata have none. */
function described(taken: TakenIn, alt: string): TakenIn {
  return taken.words.alt === '' ? { ...taken, words: { ...taken.words, alt } } : taken;
}

/** Has a person choose pictures, and puts them in at the caret. */
export async function choosePhotos(view: EditorView, coming: string): Promise<void> {
  const chosen = await call('photo.choose', {});
  if (!chosen.ok) sayError(chosen.error);
  else
    await insertPhotos(
      view,
      chosen.value.bytes.map((bytes) => new Blob([bytes])),
      coming,
    );
  if (!view.isDestroyed) view.focus();
}

function put(transaction: Transaction, place: number, taken: TakenIn, fill: boolean): void {
  const empty = fill ? photoAround(transaction.doc, place) : null;
  if (empty !== null) {
    const { node, pos } = empty;
    transaction.replaceWith(pos, pos + node.nodeSize, photoOf(taken, node));
    return;
  }
  const $place = transaction.doc.resolve(place);
  const before = $place.nodeBefore;
  const photo = photoOf(taken, null);
  // A paragraph left empty for it is taken.
  const isEmpty = before?.type === nodes.paragraph && before.content.size === 0;
  const from = isEmpty ? place - before.nodeSize : place;
  transaction.replaceWith(from, place, photo);
  const credit = photo.lastChild;
  const caret = from + 2 + (photo.firstChild?.nodeSize ?? 0);
  // The credit is what is asked for next.
  if (credit?.content.size === 0) {
    transaction.setSelection(TextSelection.create(transaction.doc, caret));
  }
  transaction.scrollIntoView();
}

/** A photo of a picture; the words a person has written stay. */
function photoOf({ picture, words }: TakenIn, written: Node | null): Node {
  const text = (type: 'caption' | 'credit', index: number): Node => {
    const own = written?.child(index);
    if (own !== undefined && own.content.size > 0) return own;
    return nodes[type].create(null, words[type] === '' ? null : takeSchema.text(words[type]));
  };
  const alt = String(written?.attrs['alt'] ?? '') || words.alt;
  return nodes.photo.create({ alt, picture }, [text('caption', 0), text('credit', 1)]);
}

/** The photo around a place that has no picture yet; null where there is none. */
function photoAround(doc: Node, at: number): { readonly node: Node; readonly pos: number } | null {
  const $at = doc.resolve(at);
  const after = $at.depth === 0 ? $at.nodeAfter : $at.node(1);
  if (after?.type !== nodes.photo || pictureOf(after) !== null) return null;
  return { node: after, pos: $at.depth === 0 ? at : $at.before(1) };
}

/** Where a photo may stand nearest after a place: between blocks, after the headline, before the sign-off. */
export function placeFor(doc: Node, at: number): number {
  const $at = doc.resolve(at);
  const first = doc.firstChild?.nodeSize ?? 0;
  const last = doc.content.size - (doc.lastChild?.nodeSize ?? 0);
  const after = $at.depth === 0 ? at : $at.after(1);
  return Math.min(Math.max(after, first), last);
}
