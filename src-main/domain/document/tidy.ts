import { Fragment, type Node } from 'prosemirror-model';
import { textBlocks } from './canonical-text';
import { pictureOf } from './picture';
import { attributionOf } from './quote';
import { takeSchema } from './schema';

/**
 * The document as it will be published: blocks and attributions left empty while writing are
 * dropped, and white space at the ends of text blocks is kept as written. The headline and the
 * sign-off stay even when empty, and at least one block remains.
 */
export function withoutEmptyBlocks(document: Node): Node {
  const kept: Node[] = [];
  document.forEach((node) => {
    if (isKept(node)) kept.push(withoutEmptyAttribution(node));
  });
  const hasBlock = kept.some((node) => node.type.spec.group === 'block');
  if (!hasBlock) kept.splice(1, 0, takeSchema.node('paragraph'));
  return document.copy(Fragment.fromArray(kept));
}

/**
 * Where the offsets of a document's canonical text are in that of {@link withoutEmptyBlocks}. An
 * offset in a block that is dropped goes to the beginning of what follows it.
 */
export function offsetWithoutEmptyBlocks(document: Node): (offset: number) => number {
  const dropped: { readonly from: number; readonly length: number }[] = [];
  let from = 0;
  document.forEach((node) => {
    const length = textBlocks(document.copy(Fragment.from(node))).reduce(
      (sum, { text }) => sum + text.length + 1,
      0,
    );
    if (!isKept(node)) dropped.push({ from, length });
    else if (hasEmptyAttribution(node)) {
      const own = (node.lastChild?.textContent.length ?? 0) + 1;
      dropped.push({ from: from + length - own, length: own });
    }
    from += length;
  });
  return (offset) =>
    dropped
      .filter((block) => block.from < offset)
      .reduce((left, block) => left - Math.min(block.length, offset - block.from), offset);
}

function hasEmptyAttribution(node: Node): boolean {
  return attributionOf(node)?.textContent.trim() === '';
}

function withoutEmptyAttribution(node: Node): Node {
  return hasEmptyAttribution(node) ? node.copy(Fragment.from(node.children.slice(0, -1))) : node;
}

function isKept(node: Node): boolean {
  const isFrame = node.type.name === 'headline' || node.type.name === 'signoff';
  return (
    isFrame ||
    node.isAtom ||
    node.type.name === 'separator' ||
    pictureOf(node) !== null ||
    node.textContent.trim() !== ''
  );
}
