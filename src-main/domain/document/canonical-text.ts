import type { Node } from 'prosemirror-model';
import type { TakeNodeName } from './schema';

/** A text block of a take and where it stands. */
export type TextBlock = {
  readonly type: TakeNodeName;
  /** UTF-16 offset of its first character in the canonical text. */
  readonly start: number;
  /** UTF-16 offset just after its last character in the canonical text. */
  readonly end: number;
  /** ProseMirror position before its first character: inside the block, not before it. */
  readonly pos: number;
  readonly text: string;
};

/**
 * The text blocks of a document in order: headline, lead, paragraphs (those in quotes and lists
 * too), attributions, crossheads, cells of tables row by row, captions, credits, sign-off. Empty ones are included.
 */
export function textBlocks(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  let start = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textContent;
    const end = start + text.length;
    blocks.push({ type: node.type.name as TakeNodeName, start, end, pos: pos + 1, text });
    start = end + 1;
    return false;
  });
  return blocks;
}

/**
 * The canonical text of a take, which annotations and search count in: its text blocks joined by
 * one line feed, empty ones included so that every block is a line. Separators have no text.
 */
export function canonicalText(doc: Node): string {
  return textBlocks(doc)
    .map((block) => block.text)
    .join('\n');
}

/**
 * The ProseMirror position of a UTF-16 offset of the canonical text. Offsets outside the text are
 * taken to its nearest end. Inverse of {@link positionToOffset} for positions inside text blocks.
 */
export function offsetToPosition(doc: Node, offset: number): number {
  const blocks = knownBlocks(doc);
  const block = blocks[lastIndexWhere(blocks, (candidate) => candidate.start <= offset)];
  if (block === undefined) return blocks[0]?.pos ?? 0;
  return block.pos + Math.min(offset, block.end) - block.start;
}

/**
 * The UTF-16 offset in the canonical text of a ProseMirror position. A position between text
 * blocks is taken to the end of the block before it, or to 0 where there is none.
 */
export function positionToOffset(doc: Node, pos: number): number {
  const blocks = knownBlocks(doc);
  const block = blocks[lastIndexWhere(blocks, (candidate) => candidate.pos <= pos)];
  if (block === undefined) return 0;
  return Math.min(block.start + pos - block.pos, block.end);
}

const known = new WeakMap<Node, readonly TextBlock[]>();

/** The text blocks of a document, found once: thousands of places are converted in one go. */
function knownBlocks(doc: Node): readonly TextBlock[] {
  const found = known.get(doc) ?? textBlocks(doc);
  known.set(doc, found);
  return found;
}

/** The last index for which an ordered predicate (true, then false) holds, or -1. */
function lastIndexWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
