import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { alignBlocks } from '@domain/compare/merge';
import { closeGroup } from './undo';

/**
 * The transaction that makes a draft's document another one: one undo takes it back. Blocks that
 * stay are not touched, and of a text block that changes only what differs, so that notes stay with
 * their words.
 */
export function becoming(state: EditorState, target: Node): Transaction {
  const transaction = closeGroup(state.tr);
  // From the end, so that the places before stay what they are.
  for (const region of changedRegions(state.doc, target).toReversed()) {
    const [block, ...more] = region.blocks;
    const [other, ...others] = region.become;
    const isOneText = more.length === 0 && others.length === 0 && block?.isTextblock === true;
    if (isOneText && other !== undefined && block.sameMarkup(other)) {
      replaceWords(transaction, region.from, block, other);
    } else {
      transaction.replaceWith(region.from, region.to, region.become);
    }
  }
  return transaction;
}

/** The transaction that puts a sign-off in place of the one a draft has; one undo takes it back. */
export function signing(state: EditorState, signoff: string): Transaction {
  const transaction = closeGroup(state.tr);
  const { doc } = state;
  const block = doc.lastChild;
  if (block === null || signoff === '') return transaction;
  const other = block.type.create(block.attrs, state.schema.text(signoff));
  replaceWords(transaction, doc.content.size - block.nodeSize, block, other);
  return transaction;
}

/** Replaces what differs in a text block that begins at a position. */
function replaceWords(transaction: Transaction, at: number, block: Node, other: Node): void {
  const first = block.content.findDiffStart(other.content);
  const last = block.content.findDiffEnd(other.content);
  if (first === null || last === null) return;
  // What begins and ends alike overlaps where words are repeated.
  const overlap = Math.max(0, first - Math.min(last.a, last.b));
  const inside = at + 1;
  transaction.replace(
    inside + first,
    inside + last.a + overlap,
    other.slice(first, last.b + overlap),
  );
}

/** A block and the one it becomes, or blocks that give way to others; positions in the document as it is. */
type Region = {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Node[];
  readonly become: readonly Node[];
};

function changedRegions(doc: Node, target: Node): readonly Region[] {
  const regions: Region[] = [];
  let [left, right, from] = [0, 0, 0];
  const add = (leftTo: number, rightTo: number): void => {
    const blocks = doc.children.slice(left, leftTo);
    const become = target.children.slice(right, rightTo);
    const to = blocks.reduce((at, { nodeSize }) => at + nodeSize, from);
    const [block, other] = [blocks[0], become[0]];
    const stays = block !== undefined && other !== undefined && block.eq(other);
    const isSomething = blocks.length > 0 || become.length > 0;
    if (isSomething && !(stays && blocks.length === 1 && become.length === 1)) {
      regions.push({ from, to, blocks, become });
    }
    [left, right, from] = [leftTo, rightTo, to];
  };
  for (const match of alignBlocks(doc.children, target.children)) {
    add(match.left, match.right);
    add(match.left + 1, match.right + 1);
  }
  add(doc.childCount, target.childCount);
  return regions;
}
