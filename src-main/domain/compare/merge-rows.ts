import { Node } from 'prosemirror-model';
import type { NodeJson } from '../document/json';
import { takeSchema } from '../document/schema';
import { compareDocuments } from './compare';
import type { Row } from './comparison';
import type { Merge, MergeChoice, MergeHunk } from './merge';

/** A stretch of a merge as it is shown; `hunk` is its index in the merge. */
export type MergeRow =
  | { readonly is: 'same'; readonly hunk: number; readonly blocks: number }
  | ChangedRow;

/** A stretch that one side or both changed: what each made of what both began with. */
export type ChangedRow = {
  readonly is: Exclude<MergeHunk['is'], 'same'>;
  readonly hunk: number;
  /** What both began with, compared with itself, with the one, and with the other. */
  readonly base: readonly Row[];
  readonly mine: readonly Row[];
  readonly theirs: readonly Row[];
};

/** The hunks of a merge with the words each side changed. */
export function mergeRows({ hunks }: Merge): readonly MergeRow[] {
  return hunks.map(({ is, base, mine, theirs }, hunk) => {
    if (is === 'same') return { is, hunk, blocks: base.length };
    const before = documentOf(base);
    const beside = (side: readonly NodeJson[]): readonly Row[] =>
      compareDocuments(before, documentOf(side)).rows;
    return { is, hunk, base: beside(base), mine: beside(mine), theirs: beside(theirs) };
  });
}

/** The stretches that were changed. */
export function changedRows(rows: readonly MergeRow[]): readonly ChangedRow[] {
  return rows.filter((row) => row.is !== 'same');
}

/** What can be taken of a stretch, what is taken unless a person says otherwise first. */
export function choicesOf(is: ChangedRow['is']): readonly MergeChoice[] {
  switch (is) {
    case 'mine':
      return ['mine', 'base'];
    case 'theirs':
      return ['theirs', 'base'];
    case 'conflict':
      return ['both', 'mine', 'theirs', 'base'];
    case 'both':
      return [];
  }
}

/** Blocks as a document to compare; it need not be one that could be published. */
function documentOf(blocks: readonly NodeJson[]): Node {
  const nodes = blocks.map((json) => Node.fromJSON(takeSchema, json));
  return takeSchema.nodes.doc.create(null, nodes);
}
