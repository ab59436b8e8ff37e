import type { BlockKind } from './blocks';
import type { Segment } from './word-diff';

/** Where a block of a comparison stands in its text. */
export type Place = {
  readonly kind: BlockKind;
  /** Its number among the blocks of its text, from 0. */
  readonly index: number;
  /** Its number among the paragraphs of its text, from 1; null for titles, captions and the like. */
  readonly paragraph: number | null;
};

type RowParts = {
  /** The blocks of the left text told in this row, in order: none where it was inserted. */
  readonly left: readonly Place[];
  /** The blocks of the right text told in this row, in order: none where it was deleted. */
  readonly right: readonly Place[];
  /**
   * The words. The texts of several blocks on a side, of a paragraph split in two or two made one,
   * are joined by a line feed, as in the canonical text.
   */
  readonly segments: readonly Segment[];
};

/**
 * A row of a comparison. `formatted`: only marks, kind or containers changed. `moved`: a paragraph
 * found elsewhere, told in two rows, where it stood (`from`) and where it stands now (`to`), each
 * with the words changed in it; `other` is the index of the other row.
 */
export type Row =
  | (RowParts & { readonly is: 'same' | 'changed' | 'formatted' | 'inserted' | 'deleted' })
  | (RowParts & { readonly is: 'moved'; readonly end: 'from' | 'to'; readonly other: number });

/** How much changed. Paragraphs are blocks of any kind here. */
export type ComparisonCounts = {
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  readonly paragraphsInserted: number;
  readonly paragraphsDeleted: number;
  readonly paragraphsChanged: number;
  readonly paragraphsMoved: number;
  readonly paragraphsFormatted: number;
};

/**
 * Two texts compared, as plain data. The rows are in the order of both texts: read without the
 * rows of `moved` whose end is the other text's, each side's places are all its blocks in order.
 */
export type Comparison = {
  readonly rows: readonly Row[];
  readonly counts: ComparisonCounts;
};

/** A side of a comparison: the left one is usually the earlier. */
export type Side = 'left' | 'right';

/** Whether a row tells words of a side: a moved paragraph stands in one row on each side. */
export function rowHasSide(row: Row, side: Side): boolean {
  if (row.is === 'moved') return side === (row.end === 'from' ? 'left' : 'right');
  return row[side].length > 0;
}

/** The text of a row on one side; several blocks are joined by a line feed. */
export function sideText({ segments }: Pick<Row, 'segments'>, side: Side): string {
  const absent = side === 'left' ? 'inserted' : 'deleted';
  return segments.map(({ is, text }) => (is === absent ? '' : text)).join('');
}

/** The rows with a change, by their index, each moved paragraph once: where it stands now. */
export function changesOf({ rows }: Comparison): readonly number[] {
  const changes: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.is !== 'same' && !(row.is === 'moved' && row.end === 'from')) changes.push(index);
  }
  return changes;
}
