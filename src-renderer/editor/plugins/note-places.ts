import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { Mapping, type StepMap } from 'prosemirror-transform';
import { makeAnchor, resolveAnchor } from '@domain/annotation/anchor';
import type { Anchor } from '@domain/annotation/annotation';
import { writtenOn, type Written } from '@domain/annotation/typed-on';
import { canonicalText, offsetToPosition, positionToOffset } from '@domain/document/canonical-text';
import { isFromElsewhere } from '../sharing';
import { isUndoing } from '../undo';
import { PlaceTable, type Changed, type NotePlace, type Range } from './place-table';

/** Where the notes of a document are, and what is needed to bring back those that lose their words. */
export type NotePlaces = {
  readonly places: PlaceTable;
  /** What each note's words were before changes took some or all of them, oldest first. */
  readonly taken: ReadonlyMap<string, readonly Anchor[]>;
  /** The notes whose last words are being put right, and where: see {@link writtenOn}. */
  readonly open: ReadonlyMap<string, number>;
  /** Where notes were in the documents before, oldest first: undoing one brings back both. */
  readonly past: readonly Past[];
  /** The words cut last and the notes on them, to be put down with them where they are pasted. */
  readonly cut: CutWords | null;
};

type Past = { readonly document: Node; readonly places: PlaceTable };

type CutWords = {
  readonly text: string;
  /** Offsets into the words. */
  readonly notes: readonly { readonly id: string; readonly start: number; readonly end: number }[];
};

type Place = Exclude<NotePlace, null>;

/** How many such changes are remembered of a note, and at most how many documents. */
const remembered = 100;
/** How many places of notes are remembered in all documents before, and in how many at least. */
const placesRemembered = 20_000;
const fewestRemembered = 10;

export const noPlaces: NotePlaces = {
  places: PlaceTable.empty,
  taken: new Map(),
  open: new Map(),
  past: [],
  cut: null,
};

/**
 * The places after a transaction. Those of words that stand follow the editor's own mapping. Words
 * cut and pasted, or dragged, take their notes along. Words deleted leave no place; undoing the
 * deletion, here or in another window, brings back the words, and so the place.
 *
 * @param kept the anchor the archive has of a note, if any
 * @returns the places, and whether some are not where mapping alone would have them
 */
export function placesAfter(
  transaction: Transaction,
  now: NotePlaces,
  kept: (noteId: string) => Anchor | null,
): { readonly now: NotePlaces; readonly jumped: boolean } {
  const { doc: document, before: former } = transaction;
  const undoing = isUndoing(transaction);
  const before = undoing
    ? now.past.findLast((past) => past.document.eq(document))?.places
    : undefined;
  // Another window's undoing comes as any other change of its own.
  const mayComeBack = undoing || isFromElsewhere(transaction);
  const text = once(() => canonicalText(document));
  const formerText = once(() => canonicalText(former));
  const changed = changedBy(transaction);
  const taken = new Map(now.taken);
  const others = new Map<string, NotePlace>();
  const open = new Map<string, number>(changed === null ? now.open : []);
  let jumped = false;
  const looked = [
    ...(changed === null ? [] : now.places.within(changed)),
    ...(mayComeBack ? [...now.places.lost(), ...taken.keys()] : []),
  ];
  for (const noteId of new Set(looked)) {
    const place = now.places.get(noteId);
    if (place === undefined) continue;
    const goesOn = now.open.get(noteId) ?? null;
    const written = place === null ? null : writtenAfter(transaction, place, goesOn);
    const mapped = written?.place ?? null;
    if (written?.open != null) open.set(noteId, written.open);
    if (place !== null && lengthOf(mapped) < lengthOf(place)) {
      const words = anchorAt(former, formerText(), place);
      taken.set(noteId, [...(taken.get(noteId) ?? []), words].slice(-remembered));
    }
    const known = before?.get(noteId);
    const found =
      known ??
      (mayComeBack
        ? widest(document, text, formerAnchors(taken.get(noteId), kept(noteId)), mapped)
        : mapped);
    // Writing that goes on at its end is not in what mapping alone covers.
    jumped ||= goesOn !== null || (found !== mapped && !samePlace(found, mapped));
    others.set(noteId, found);
  }
  const moved = changed === null ? now.places : now.places.moved(changed);
  const followed = moved.with(others);
  const taking = cutBy(transaction, now, formerText);
  const cut = taking === undefined ? now.cut : taking;
  const put = undoing ? [] : putDown(transaction, cut, followed, text);
  const places = followed.with(new Map(put));
  const most = Math.max(fewestRemembered, Math.floor(placesRemembered / (places.size + 1)));
  const past = [...now.past, { document: former, places: now.places }].slice(
    -Math.min(remembered, most),
  );
  // What was put down once is not put down again.
  const next = { places, taken, open, past, cut: put.length > 0 ? null : cut };
  return { now: next, jumped: jumped || put.length > 0 };
}

/** The stretch that holds all a transaction changed; null where no position moves. */
function changedBy({ mapping, doc, before }: Transaction): Changed | null {
  let now: Range | null = null;
  for (const map of mapping.maps) {
    let touched: Range | null = now;
    map.forEach((from, to) => {
      touched =
        touched === null
          ? { from, to }
          : { from: Math.min(touched.from, from), to: Math.max(touched.to, to) };
    });
    const { from, to }: Range = touched ?? { from: -1, to: -1 };
    now = from === -1 ? null : { from: map.map(from, -1), to: map.map(to, 1) };
  }
  if (now === null) return null;
  // What stands before it and after it is the same in both documents.
  const delta = doc.content.size - before.content.size;
  return { from: now.from, to: now.to - delta, delta };
}

/** What a note's words were, those the archive has last. */
function formerAnchors(
  taken: readonly Anchor[] | undefined,
  kept: Anchor | null,
): readonly Anchor[] {
  return [...(taken ?? []), ...(kept === null ? [] : [kept])];
}

/** Where an anchor's words are in a document; null when they cannot be told. */
export function placeOf(document: Node, text: string, anchor: Anchor): NotePlace {
  const resolved = resolveAnchor(text, anchor);
  if (resolved.status === 'orphaned') return null;
  return {
    from: offsetToPosition(document, resolved.start),
    to: offsetToPosition(document, resolved.end),
  };
}

function mappedPlace({ mapping, doc }: Transaction, { from, to }: Place): NotePlace {
  const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
  return start < end ? withoutBreaks(doc, { from: start, to: end }) : null;
}

/** The place after a transaction; words being put right at its end are its own. */
function writtenAfter(transaction: Transaction, place: Place, open: number | null): Written {
  const mapped = mappedPlace(transaction, place);
  const [map, other] = transaction.mapping.maps.filter((one) => !isEmpty(one));
  if (map === undefined || other !== undefined) return { place: mapped, open: null };
  const written = writtenOn(map, { place, open }, mapped);
  // A block split at their end is no word of theirs.
  return { ...written, place: written.place && withoutBreaks(transaction.doc, written.place) };
}

function isEmpty(map: StepMap): boolean {
  let empty = true;
  map.forEach(() => {
    empty = false;
  });
  return empty;
}

/** A place without the ends of blocks at its edges, where words beside them went; null without words. */
function withoutBreaks(document: Node, { from, to }: Place): NotePlace {
  let [start, end] = [to, from];
  document.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    start = Math.min(start, Math.max(from, position));
    end = Math.max(end, Math.min(to, position + node.nodeSize));
  });
  return start < end ? { from: start, to: end } : null;
}

/**
 * The first of a note's former words that are there again and hold what it has now. The last are
 * those the archive has: where it has lost its place, other words between the same ones will do.
 */
function widest(
  document: Node,
  text: () => string,
  former: readonly Anchor[],
  now: NotePlace,
): NotePlace {
  for (const anchor of former) {
    const resolved = resolveAnchor(text(), anchor);
    if (resolved.status !== 'exact' && resolved.status !== 'moved') continue;
    const from = offsetToPosition(document, resolved.start);
    const to = offsetToPosition(document, resolved.end);
    if (now === null || (from <= now.from && to >= now.to)) return { from, to };
  }
  const kept = former.at(-1);
  return now === null && kept !== undefined ? placeOf(document, text(), kept) : now;
}

/** The words a cut or drag takes out, where notes stand on them whole; undefined for any other change. */
function cutBy(
  transaction: Transaction,
  { places }: NotePlaces,
  formerText: () => string,
): CutWords | null | undefined {
  const how: unknown = transaction.getMeta('uiEvent');
  if (how !== 'cut' && how !== 'drop') return undefined;
  const taken = rangesOf(transaction).find(({ old }) => old.from < old.to)?.old;
  if (taken === undefined) return undefined;
  const { before } = transaction;
  const from = positionToOffset(before, taken.from);
  const notes = [...places].flatMap(([id, place]) =>
    place === null || place.from < taken.from || place.to > taken.to
      ? []
      : [
          {
            id,
            start: positionToOffset(before, place.from) - from,
            end: positionToOffset(before, place.to) - from,
          },
        ],
  );
  const text = formerText().slice(from, positionToOffset(before, taken.to));
  return notes.length === 0 ? null : { text, notes };
}

/** Where notes come to stand on words that were cut and are put down by this change. */
function putDown(
  transaction: Transaction,
  cut: CutWords | null,
  places: PlaceTable,
  text: () => string,
): readonly (readonly [string, NotePlace])[] {
  const how: unknown = transaction.getMeta('uiEvent');
  if (cut === null || (how !== 'paste' && how !== 'drop')) return [];
  const { doc } = transaction;
  for (const { now } of rangesOf(transaction)) {
    const start = positionToOffset(doc, now.from);
    const at = text().slice(start, positionToOffset(doc, now.to)).indexOf(cut.text);
    if (now.from === now.to || at === -1) continue;
    // A note that has its words, by an undoing for instance, stays on them.
    return cut.notes
      .filter(({ id }) => places.get(id) === null)
      .map(({ id, ...words }) => [
        id,
        {
          from: offsetToPosition(doc, start + at + words.start),
          to: offsetToPosition(doc, start + at + words.end),
        },
      ]);
  }
  return [];
}

/** The stretches a transaction replaced: in the document before it, and what stands there after it. */
function rangesOf({
  mapping,
}: Transaction): readonly { readonly old: Range; readonly now: Range }[] {
  return mapping.maps.flatMap((map, index) => {
    // A slice of a mapping inverts all of it.
    const back = new Mapping(mapping.maps.slice(0, index)).invert();
    const rest = mapping.slice(index + 1);
    const found: { old: Range; now: Range }[] = [];
    map.forEach((from, to, newFrom, newTo) => {
      found.push({
        old: { from: back.map(from, 1), to: back.map(to, -1) },
        now: { from: rest.map(newFrom, -1), to: rest.map(newTo, 1) },
      });
    });
    return found;
  });
}

function lengthOf(place: NotePlace): number {
  return place === null ? 0 : place.to - place.from;
}

function samePlace(a: NotePlace, b: NotePlace): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

function anchorAt(document: Node, text: string, { from, to }: Place): Anchor {
  return makeAnchor(text, positionToOffset(document, from), positionToOffset(document, to));
}

/** Works a value out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
