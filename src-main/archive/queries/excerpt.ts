import type { SearchHit } from '../../contract/models';
import { passage, type TextRange } from '../../domain/query/highlight';

/** A passage of a text around what is marked in it, at most so many UTF-16 units, with … at its cuts. */
export function excerpt(
  text: string,
  ranges: readonly TextRange[],
  length: number,
): SearchHit['passage'] {
  const found = passage(text, ranges, length);
  const before = found.truncatedStart ? '… ' : '';
  return {
    text: `${before}${found.text}${found.truncatedEnd ? ' …' : ''}`,
    ranges: found.ranges.map(({ start, end }) => ({
      start: start + before.length,
      end: end + before.length,
    })),
  };
}
