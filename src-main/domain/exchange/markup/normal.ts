import type { Node } from 'prosemirror-model';
import { takeSchema } from '../../document/schema';
import { withoutEmptyBlocks } from '../../document/tidy';
import type { ExchangeItem } from '../item';
import { inlineNodes, plainLine, runsOf } from './inline';

/**
 * A document as markup can carry it: white space as in {@link inlineNodes}, no empty blocks. What
 * every writer writes, and what reading it back gives.
 */
export function normalDocument(document: Node): Node {
  return withoutEmptyBlocks(normalNode(document));
}

function normalNode(node: Node): Node {
  if (node.isTextblock) return node.type.create(node.attrs, inlineNodes(runsOf(node)));
  if (node.isLeaf) return node;
  const children = node.children.map(normalNode);
  const kept = isGroup(node)
    ? children.filter((child) => child.textContent.trim() !== '')
    : children;
  if (node.type === takeSchema.nodes.photo) {
    const alt: unknown = node.attrs['alt'];
    const words = plainLine(typeof alt === 'string' ? alt : '');
    return node.type.create({ ...node.attrs, alt: words }, kept);
  }
  return kept.length === 0
    ? (node.type.createAndFill() ?? node)
    : node.type.create(node.attrs, kept);
}

/** Where an empty part has nothing to say: quotes and lists. */
function isGroup({ type }: Node): boolean {
  const { quote, bullet_list, ordered_list, list_item } = takeSchema.nodes;
  return [quote, bullet_list, ordered_list, list_item].includes(type);
}

/** An item as every format with markup can carry it. */
export function normalItem(item: ExchangeItem): ExchangeItem {
  return {
    ...item,
    slug: plainLine(item.slug),
    agency: plainLine(item.agency),
    desk: plainLine(item.desk),
    place: plainLine(item.place),
    takes: item.takes.map((take) => ({
      ...take,
      document: normalDocument(take.document),
      advisoryLine: plainLine(take.advisoryLine),
      author: plainLine(take.author),
    })),
  };
}
