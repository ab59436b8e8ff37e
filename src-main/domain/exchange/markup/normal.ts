import type { Node } from 'prosemirror-model';
import { attributionOf, attributionWords, quoteAsRead } from '../../document/quote';
import { takeSchema } from '../../document/schema';
import { hasHeader, tableNode } from '../../document/table';
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
  if (node.type === takeSchema.nodes.table) return normalTable(node);
  const children = node.children.map(normalNode);
  if (node.type === takeSchema.nodes.quote) return normalQuote(node, children);
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

function normalQuote(quote: Node, children: readonly Node[]): Node {
  const { paragraph } = takeSchema.nodes;
  const paragraphs = children.filter(
    ({ type, textContent }) => type === paragraph && textContent.trim() !== '',
  );
  const attribution = attributionWords(plainLine(attributionOf(quote)?.textContent ?? ''));
  return quoteAsRead(paragraphs, attribution);
}

/** All rows of one length; the names of columns, where there are any, in the first. */
function normalTable(table: Node): Node {
  const rows = table.children.map(({ children }) =>
    children.map((cell) => inlineNodes(runsOf(cell))),
  );
  const named = rows[0]?.some(({ length }) => length > 0) === true;
  return tableNode(rows, named && hasHeader(table));
}

/** Where an empty part has nothing to say: lists. */
function isGroup({ type }: Node): boolean {
  const { bullet_list, ordered_list, list_item } = takeSchema.nodes;
  return [bullet_list, ordered_list, list_item].includes(type);
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
