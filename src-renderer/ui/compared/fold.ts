import type { Row } from '@domain/compare/comparison';

/** Unchanged rows that are left beside a change, so that one sees where it stands. */
const beside = 2;
/** Fewer rows than this are not worth folding. */
const fewest = 4;

/** A row that is shown, or a stretch of unchanged rows that is folded: `to` is past its last. */
export type Shown =
  | { readonly is: 'row'; readonly row: number }
  | { readonly is: 'fold'; readonly from: number; readonly to: number };

/**
 * What is shown of a comparison: every change with two rows around it, the rest folded where it is
 * long. A comparison without changes is shown whole.
 *
 * @param opened where folded stretches begin that a person opened
 */
export function folded(
  rows: readonly Pick<Row, 'is'>[],
  opened: ReadonlySet<number>,
): readonly Shown[] {
  if (rows.every(({ is }) => is === 'same')) return rows.map((_, row) => ({ is: 'row', row }));
  const shown: Shown[] = [];
  for (let row = 0; row < rows.length;) {
    let end = row;
    while (rows[end]?.is === 'same') end += 1;
    const from = row === 0 ? 0 : row + beside;
    const to = end === rows.length ? end : end - beside;
    const folds = to - from >= fewest && !opened.has(from);
    const stop = Math.max(end, row + 1);
    for (; row < stop; row += 1) {
      if (!folds || row < from || row >= to) shown.push({ is: 'row', row });
      else if (row === from) shown.push({ is: 'fold', from, to });
    }
  }
  return shown;
}
