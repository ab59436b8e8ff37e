import { err, ok, type Result } from '../result';
import { makeAnchor, resolveAnchor } from './anchor';
import type { Anchor } from './annotation';
import { uuidIn, type ReadAnnotations, type ReadNote } from './read-annotations';
import type { PortableNote, PortableTake } from './web-annotation';

/** A note read from a file, with its place in a dispatch. */
export type PlacedNote = PortableNote & {
  /** Whether its words were found; if not, it waits with them among those without a place. */
  readonly found: boolean;
};

/**
 * Finds what notes read from a file are on in a dispatch, which may be another archive's record of
 * the same story. A take is known by its id, by its text, or by its number in a file that is of this
 * dispatch; words, in a text that is the same, by their place, else by {@link resolveAnchor}.
 *
 * @returns `annotations-of-another-dispatch` when neither an id nor a text of the file is the
 *   dispatch's, nor any of the words it speaks of is found
 */
export function placeAnnotations(
  read: ReadAnnotations,
  dispatchId: string,
  takes: readonly PortableTake[],
): Result<readonly PlacedNote[], 'annotations-of-another-dispatch'> {
  const sameDispatch = read.dispatchId === dispatchId;
  const sameText = read.takes.some(({ digest }) => takes.some((take) => take.digest === digest));
  const placed = read.notes.map((note) => placedIn(note, read, takes, sameDispatch || sameText));
  const known = sameDispatch || sameText || placed.some(({ note, found }) => found && note.quote);
  if (!known) return err('annotations-of-another-dispatch');
  return ok(
    placed.map(({ note: { source: _, quote: __, ...note }, takeId, anchor, found }) => ({
      ...note,
      takeId,
      anchor,
      found,
    })),
  );
}

type Placing = {
  readonly note: ReadNote;
  readonly takeId: string | null;
  readonly anchor: Anchor | null;
  readonly found: boolean;
};

function placedIn(
  note: ReadNote,
  { takes: former, dispatchId }: ReadAnnotations,
  takes: readonly PortableTake[],
  isOurs: boolean,
): Placing {
  const { quote, source } = note;
  const sourceId = uuidIn(source);
  const there = former.find(({ id }) => id === sourceId);
  const same = takes.find(({ digest }) => digest === there?.digest);
  const take =
    takes.find(({ id }) => id === sourceId) ??
    same ??
    (isOurs ? takes.find(({ ordinal }) => ordinal === there?.ordinal) : undefined);
  if (quote === null) {
    const onDispatch = take === undefined && (sourceId === null || sourceId === dispatchId);
    return {
      note,
      takeId: take?.id ?? (onDispatch ? null : (takes.at(-1)?.id ?? null)),
      anchor: null,
      found: true,
    };
  }
  const among = take === undefined ? takes : [take];
  const places = among.flatMap((one) => {
    const anchor = wordsIn(one, quote, one === same);
    return anchor === null ? [] : [{ takeId: one.id, anchor }];
  });
  const [only, other] = places;
  if (only !== undefined && other === undefined) return { note, ...only, found: true };
  const anchor = { ...quote, start: Math.max(0, quote.start), end: Math.max(0, quote.end) };
  return { note, takeId: take?.id ?? takes.at(-1)?.id ?? null, anchor, found: false };
}

/** Where words of a file stand in a take, at their place where its text is the same; or null. */
function wordsIn({ text }: PortableTake, quote: Anchor, sameText: boolean): Anchor | null {
  const start = quote.start < 0 ? 0 : unitsBefore(text, quote.start);
  const anchor = { ...quote, start, end: start + quote.exact.length };
  if (sameText && text.startsWith(quote.exact, start)) return makeAnchor(text, start, anchor.end);
  const found = resolveAnchor(text, anchor);
  if (found.status === 'exact' || found.status === 'moved') {
    return makeAnchor(text, found.start, found.end);
  }
  // A quote without context, as the model allows, is found where it stands once only.
  const only = text.indexOf(quote.exact);
  const bare = quote.prefix === '' && quote.suffix === '';
  if (!bare || only === -1 || text.includes(quote.exact, only + 1)) return null;
  return makeAnchor(text, only, only + quote.exact.length);
}

/** The UTF-16 offset of so many code points. */
function unitsBefore(text: string, points: number): number {
  let units = 0;
  for (let point = 0; point < points && units < text.length; point += 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
