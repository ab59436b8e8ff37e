import type { ComparedBlock } from './blocks';
import type { Segment } from './word-diff';

/** Marks along the joined texts of some blocks, by where each stretch ends. */
type Stretch = { readonly end: number; readonly marks: string };

/**
 * Segments in which the kept words whose marks changed (italic, bold, links) are told apart as
 * `formatted`.
 *
 * @param left the blocks of the left side, whose texts joined by line feeds are the left text
 */
export function formattedSegments(
  segments: readonly Segment[],
  left: readonly ComparedBlock[],
  right: readonly ComparedBlock[],
): readonly Segment[] {
  const isMarked = [...left, ...right].some(({ runs }) => runs.length > 0);
  if (!isMarked) return segments;
  const marks = { left: newCursor(left), right: newCursor(right) };
  const told: Segment[] = [];
  for (const segment of segments) {
    const { is, text } = segment;
    if (is === 'inserted') marks.right.at += text.length;
    else if (is === 'deleted') marks.left.at += text.length;
    if (is === 'inserted' || is === 'deleted') told.push(segment);
    else told.push(...splitByMarks(text, marks.left, marks.right));
  }
  return told;
}

/** A place in a text, and the stretch of marks it is in. */
type Cursor = { at: number; stretch: number; readonly stretches: readonly Stretch[] };

function newCursor(blocks: readonly ComparedBlock[]): Cursor {
  return { at: 0, stretch: 0, stretches: marksAlong(blocks) };
}

/** The stretch a cursor is in; cursors only go forward. */
function stretchAt(cursor: Cursor): Stretch {
  for (;;) {
    const stretch = cursor.stretches[cursor.stretch];
    if (stretch === undefined) return { end: Number.MAX_SAFE_INTEGER, marks: '' };
    if (stretch.end > cursor.at) return stretch;
    cursor.stretch += 1;
  }
}

function marksAlong(blocks: readonly ComparedBlock[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { text, runs } of blocks) {
    for (const { end, marks } of runs) stretches.push({ end: from + end, marks });
    // The line feed between two blocks has no marks of its own: it is the end of the stretch.
    from += text.length + 1;
    stretches.push({ end: from, marks: '' });
  }
  return stretches;
}

/** A text kept on both sides, cut where its marks become, or cease to be, the same; moves the cursors past it. */
function splitByMarks(text: string, left: Cursor, right: Cursor): Segment[] {
  const parts: Segment[] = [];
  let done = 0;
  while (done < text.length) {
    const [inLeft, inRight] = [stretchAt(left), stretchAt(right)];
    const length = Math.min(text.length - done, inLeft.end - left.at, inRight.end - right.at);
    const is = inLeft.marks === inRight.marks ? 'kept' : 'formatted';
    const piece = text.slice(done, done + length);
    const last = parts.at(-1);
    if (last?.is === is) parts[parts.length - 1] = { is, text: last.text + piece };
    else parts.push({ is, text: piece });
    done += length;
    left.at += length;
    right.at += length;
  }
  return parts;
}
