import type { RequestOf, ResponseOf } from '../../contract/requests';
import type { ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { bounded } from './bounded';
import { finderFor } from './find-everywhere';

/** How long the texts of one request may take together, in ms. */
const longest = 1_000;
/** The most places that are answered. */
const mostPlaces = 100_000;

/**
 * Finds words in texts that are given, of which the archive need not know: those of a draft as it is
 * being written. What an expression may make endless is stopped here, off the window's thread.
 * Refuses with `pattern`, `pattern-too-slow` or `too-many-places`.
 */
export function findInTexts(
  _db: ReadableDb,
  { wanted, texts }: RequestOf<'find.in-texts'>,
): ResponseOf<'find.in-texts'> {
  const find = finderFor(wanted);
  const found = bounded(() => {
    let places = 0;
    return texts.map((text) => {
      const matches = places > mostPlaces ? [] : find(text);
      places += matches.length;
      return matches;
    });
  }, longest);
  const places = found.reduce((sum, { length }) => sum + length, 0);
  if (places > mostPlaces) throw new Refusal('validation', 'too-many-places');
  return { found };
}
