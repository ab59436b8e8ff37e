import type { Node, NodeType } from 'prosemirror-model';
import { attributionOf } from './quote';
import { takeSchema } from './schema';
import { hasHeader, tableNode } from './table';

/** A block of a take in plain text: no marks, one line of text for each text block. */
export type Block =
  | { readonly type: 'lead' | 'paragraph' | 'crosshead'; readonly text: string }
  | {
      readonly type: 'photo';
      readonly caption: string;
      readonly credit: string;
      /** What the picture shows, for those who do not see it. */
      readonly alt?: string;
    }
  | { readonly type: 'separator' }
  | {
      readonly type: 'quote';
      readonly paragraphs: readonly string[];
      /** Who said it. */
      readonly attribution?: string;
    }
  | {
      readonly type: 'table';
      /** Whether the first row names the columns. */
      readonly header: boolean;
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

/** A take's document in plain parts. */
export type DocumentParts = {
  readonly headline: string;
  readonly blocks: readonly Block[];
  readonly signoff: string;
};

const { nodes } = takeSchema;

/**
 * A document from plain parts. Where the schema needs something and the parts have nothing
 * (no blocks, a quote without paragraphs, a list without items), it gets an empty paragraph; a table
 * without rows, one of an empty cell.
 */
export function buildDocument(parts: DocumentParts): Node {
  const blocks = parts.blocks.map(buildBlock);
  if (blocks.length === 0) blocks.push(nodes.paragraph.create());
  return nodes.doc.create(null, [
    textBlock(nodes.headline, parts.headline),
    ...blocks,
    textBlock(nodes.signoff, parts.signoff),
  ]);
}

/**
 * The plain parts of a document: marks are dropped, and the paragraphs of a list item are joined
 * by a space. For a document made by {@link buildDocument} this is its inverse.
 */
export function documentParts(node: Node): DocumentParts {
  const blocks: Block[] = [];
  let headline = '';
  let signoff = '';
  node.forEach((child) => {
    if (child.type === nodes.headline) headline = child.textContent;
    else if (child.type === nodes.signoff) signoff = child.textContent;
    else blocks.push(plainBlock(child));
  });
  return { headline, blocks, signoff };
}

function buildBlock(block: Block): Node {
  switch (block.type) {
    case 'photo':
      return nodes.photo.create({ alt: block.alt ?? '' }, [
        textBlock(nodes.caption, block.caption),
        textBlock(nodes.credit, block.credit),
      ]);
    case 'separator':
      return nodes.separator.create();
    case 'quote':
      return nodes.quote.create(null, [
        ...orOneEmpty(block.paragraphs).map(paragraph),
        ...(block.attribution === undefined
          ? []
          : [textBlock(nodes.attribution, block.attribution)]),
      ]);
    case 'table':
      return tableNode(
        (block.rows.length === 0 ? [['']] : block.rows).map((row) => row.map(inlineText)),
        block.header,
      );
    case 'list': {
      const type = block.ordered ? nodes.ordered_list : nodes.bullet_list;
      const items = orOneEmpty(block.items).map((item) =>
        nodes.list_item.create(null, paragraph(item)),
      );
      return type.create(null, items);
    }
    default:
      return textBlock(nodes[block.type], block.text);
  }
}

function plainBlock(node: Node): Block {
  switch (node.type) {
    case nodes.lead:
      return { type: 'lead', text: node.textContent };
    case nodes.crosshead:
      return { type: 'crosshead', text: node.textContent };
    case nodes.separator:
      return { type: 'separator' };
    case nodes.photo: {
      const alt: unknown = node.attrs['alt'];
      const caption = node.child(0).textContent;
      const credit = node.child(1).textContent;
      return typeof alt === 'string' && alt !== ''
        ? { type: 'photo', caption, credit, alt }
        : { type: 'photo', caption, credit };
    }
    case nodes.quote: {
      const attribution = attributionOf(node);
      if (attribution === null) return { type: 'quote', paragraphs: childTexts(node) };
      const paragraphs = childTexts(node).slice(0, -1);
      return { type: 'quote', paragraphs, attribution: attribution.textContent };
    }
    case nodes.table:
      return { type: 'table', header: hasHeader(node), rows: node.children.map(childTexts) };
    case nodes.bullet_list:
    case nodes.ordered_list: {
      const items: string[] = [];
      node.forEach((item) => items.push(childTexts(item).join(' ')));
      return { type: 'list', ordered: node.type === nodes.ordered_list, items };
    }
    default:
      return { type: 'paragraph', text: node.textContent };
  }
}

function childTexts(node: Node): string[] {
  const texts: string[] = [];
  node.forEach((child) => texts.push(child.textContent));
  return texts;
}

function paragraph(text: string): Node {
  return textBlock(nodes.paragraph, text);
}

/** A text block; ProseMirror refuses empty text nodes, so an empty block has no content. */
function textBlock(type: NodeType, text: string): Node {
  return type.create(null, inlineText(text));
}

function inlineText(text: string): readonly Node[] | null {
  return text === '' ? null : [takeSchema.text(text)];
}

function orOneEmpty(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [''] : texts;
}
