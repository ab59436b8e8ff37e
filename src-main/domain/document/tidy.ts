import { Fragment, type Node } from 'prosemirror-model';
import { takeSchema } from './schema';

/**
 * The document as it will be published: blocks left empty while writing are dropped, and white
 * space at the ends of text blocks is kept as written. The headline and the sign-off stay even
 * when empty, and at least one block remains.
 */
export function withoutEmptyBlocks(document: Node): Node {
  const kept: Node[] = [];
  document.forEach((node) => {
    const isFrame = node.type.name === 'headline' || node.type.name === 'signoff';
    if (
      isFrame ||
      node.isAtom ||
      node.type.name === 'separator' ||
      node.textContent.trim() !== ''
    ) {
      kept.push(node);
    }
  });
  const hasBlock = kept.some((node) => node.type.spec.group === 'block');
  if (!hasBlock) kept.splice(1, 0, takeSchema.node('paragraph'));
  return document.copy(Fragment.fromArray(kept));
}
