import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '../../../src-renderer/ui/compared/fold';

const rowsOf = (signs: string) =>
  Array.from(signs, (sign) => ({ is: sign === '.' ? ('same' as const) : ('changed' as const) }));
const drawn = (signs: string, opened: readonly number[] = []) =>
  folded(rowsOf(signs), new Set(opened))
    .map((one) => (one.is === 'row' ? signs[one.row] : `<${one.to - one.from}>`))
    .join('');

describe('the rows of a comparison', () => {
  it.each([
    ['............≠..', '<10>..≠..'],
    ['≠..........≠', '≠..<6>..≠'],
    ['≠.......≠', '≠.......≠'],
    ['≠≠..........', '≠≠..<8>'],
    ['..........', '..........'],
    ['', ''],
  ])('%s are shown as %s', (signs, shown) => {
    expect(drawn(signs)).toBe(shown);
  });

  it('are all there where a stretch was opened', () => {
    expect(drawn('≠..........≠..........≠', [3])).toBe('≠..........≠..<6>..≠');
  });

  it('are each shown or in one fold, in order, and no change is folded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('.', '.', '.', '.', '≠')), (signs) => {
        const rows = rowsOf(signs.join(''));
        const covered = folded(rows, new Set()).flatMap((one) =>
          one.is === 'row'
            ? [one.row]
            : Array.from({ length: one.to - one.from }, (_, at) => one.from + at),
        );
        expect(covered).toEqual(rows.map((_, at) => at));
        for (const one of folded(rows, new Set())) {
          if (one.is !== 'fold') continue;
          expect(rows.slice(one.from, one.to).every(({ is }) => is === 'same')).toBe(true);
        }
      }),
    );
  });
});
