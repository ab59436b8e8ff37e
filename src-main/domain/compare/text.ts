import { sideText, type Comparison, type Row } from './comparison';
import type { Segment } from './word-diff';
import { visibleText, type ComparisonWords } from './words-of-comparison';

/** Paragraphs without a change that are shown on each side of one. */
const contextParagraphs = 1;

/**
 * A comparison in plain text, a paragraph a line after the manner of a unified diff: `+` inserted,
 * `-` deleted, `~` changed, with the words as wdiff writes them (`[-deleted-]`, `{+inserted+}`),
 * `<` moved away from here, `>` moved here, `*` other form.
 *
 * @param unchanged says that so many paragraphs did not change: these are then left out, but for one
 *   beside each change. Without it all are given.
 */
export function comparisonText(
  { rows }: Comparison,
  words: Pick<ComparisonWords, 'left' | 'right' | 'summary'>,
  unchanged?: (paragraphs: number) => string,
): string {
  const lines = [`--- ${words.left}`, `+++ ${words.right}`];
  let skipped = 0;
  const tellSkipped = (): void => {
    if (skipped > 0 && unchanged !== undefined) lines.push(`… ${unchanged(skipped)}`);
    skipped = 0;
  };
  for (const [index, row] of rows.entries()) {
    if (unchanged === undefined || isContext(rows, index)) {
      tellSkipped();
      lines.push(line(row));
    } else skipped += 1;
  }
  tellSkipped();
  return `${lines.join('\n')}\n${words.summary}\n`;
}

function isContext(rows: readonly Row[], index: number): boolean {
  const near = rows.slice(Math.max(0, index - contextParagraphs), index + contextParagraphs + 1);
  return near.some(({ is }) => is !== 'same');
}

function line(row: Row): string {
  const all = row.segments.map(segmentText).join('');
  switch (row.is) {
    case 'same':
      return `  ${blockText(row, 'right')}`;
    case 'inserted':
      return `+ ${blockText(row, 'right')}`;
    case 'deleted':
      return `- ${blockText(row, 'left')}`;
    case 'changed':
      return `~ ${all}`;
    case 'formatted':
      return `* ${blockText(row, 'right')}`;
    case 'moved':
      return row.end === 'to' ? `> ${all}` : `< ${blockText(row, 'left')}`;
  }
}

/** A block's own words; a separator, which has none, as the wire form writes it. */
function blockText(row: Row, side: 'left' | 'right'): string {
  const isSeparator = row[side][0]?.kind === 'separator';
  return isSeparator ? '***' : sideText(row, side);
}

function segmentText(segment: Segment): string {
  const text = visibleText(segment);
  if (segment.is === 'deleted') return `[-${text}-]`;
  return segment.is === 'inserted' ? `{+${text}+}` : text;
}
