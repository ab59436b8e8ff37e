import type { Node } from 'prosemirror-model';
import { isCell } from '../document/table';

/**
 * What a compared block is. `alt` is the description of a photo for those who do not see it; it and
 * `separator` are no text blocks of the canonical text, but a change of them is a change.
 */
export const blockKinds = [
  'headline',
  'lead',
  'paragraph',
  'crosshead',
  'quote',
  'attribution',
  'bullet',
  'numbered',
  'header-cell',
  'cell',
  'caption',
  'credit',
  'alt',
  'separator',
  'signoff',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** The marks of a stretch of a block, up to the UTF-16 offset `end`. */
export type MarkRun = { readonly end: number; readonly marks: string };

/** A block of a take as it is compared. */
export type ComparedBlock = {
  readonly kind: BlockKind;
  readonly text: string;
  /**
   * Its number, from 1, among the paragraphs as a desk counts them: leads, paragraphs, paragraphs of
   * quotes and list items. Null for what is no paragraph: titles, captions, credits, sign-off, cells.
   */
  readonly paragraph: number | null;
  /** How many of the quotes, lists, list items, tables and rows around it begin with it. */
  readonly opens: number;
  /** The column a cell stands in, from 1: cells left out of a row before it are counted. Else 0. */
  readonly column: number;
  readonly runs: readonly MarkRun[];
};

const paragraphKinds: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'lead',
  'paragraph',
  'quote',
  'bullet',
  'numbered',
]);

/** Whether blocks of a kind are paragraphs as a desk counts them. */
export function isParagraphKind(kind: BlockKind): boolean {
  return paragraphKinds.has(kind);
}

/**
 * The blocks of a document in order. Empty ones are left out: they hold nothing to compare. Two
 * documents with the same blocks differ in nothing but empty blocks.
 */
export function comparedBlocks(doc: Node): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  const state = { opens: 0, paragraphs: 0 };
  const add = (kind: BlockKind, text: string, runs: readonly MarkRun[], column = 0): void => {
    if (text === '' && kind !== 'separator') return;
    const paragraph = isParagraphKind(kind) ? (state.paragraphs += 1) : null;
    blocks.push({ kind, text, paragraph, opens: state.opens, column, runs });
    state.opens = 0;
  };
  const visit = (node: Node, inside: BlockKind | null, index: number): void => {
    if (node.isTextblock) {
      const column = isCell(node) ? index + 1 : 0;
      add(kindOf(node, inside), node.textContent, markRuns(node), column);
      return;
    }
    if (node.type.name === 'separator') add('separator', '', []);
    if (node.type.name !== 'doc') state.opens += 1;
    const own = containers[node.type.name] ?? inside;
    node.forEach((child, _offset, at) => visit(child, own, at));
    const alt: unknown = node.attrs['alt'];
    if (typeof alt === 'string') add('alt', alt, []);
    state.opens = 0;
  };
  visit(doc, null, 0);
  return blocks;
}

/** What the paragraphs in a container are. */
const containers: Readonly<Record<string, BlockKind>> = {
  quote: 'quote',
  bullet_list: 'bullet',
  ordered_list: 'numbered',
};

/** What the cells of a table are. */
const cells: Readonly<Record<string, BlockKind>> = {
  table_cell: 'cell',
  table_header: 'header-cell',
};

function kindOf(node: Node, inside: BlockKind | null): BlockKind {
  if (inside !== null && node.type.name === 'paragraph') return inside;
  return cells[node.type.name] ?? blockKinds.find((kind) => kind === node.type.name) ?? 'paragraph';
}

/** The marks of a text block by stretches; none where it has no marks at all. */
function markRuns(node: Node): readonly MarkRun[] {
  const runs: MarkRun[] = [];
  let end = 0;
  let isMarked = false;
  node.forEach((text) => {
    end += text.nodeSize;
    const marks = text.marks.map((mark) => JSON.stringify(mark.toJSON())).join(' ');
    isMarked ||= marks !== '';
    runs.push({ end, marks });
  });
  return isMarked ? runs : [];
}

/** Whether two blocks are the same in all but their words: kind, containers, column and marks. */
export function sameForm(left: ComparedBlock, right: ComparedBlock): boolean {
  return (
    left.kind === right.kind &&
    left.opens === right.opens &&
    left.column === right.column &&
    left.runs.length === right.runs.length &&
    left.runs.every(({ end, marks }, index) => {
      const other = right.runs[index];
      return other?.end === end && other.marks === marks;
    })
  );
}
