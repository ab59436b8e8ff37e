import type { Mark, Node } from 'prosemirror-model';
import { hasHeader } from '../../document/table';

/** Text as it stands in XML, in elements and in double-quoted attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * An element with its attributes (those that are undefined or empty are left out) and its content,
 * which is markup already.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly string[]
): string {
  const given = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const inside = content.join('');
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`;
}

/** An element with text; nothing where there is no text. */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  return text === '' ? '' : element(name, attributes, escapeXml(text));
}

/**
 * A table as HTML and NITF have it, the names of its columns in a head. Empty cells are written as
 * pairs of tags: HTML would go on in one that ends itself.
 */
export function tableXml(table: Node, textOf: (cell: Node) => string): string {
  const rowOf = (row: Node, name: 'td' | 'th'): string =>
    `<tr>${row.children.map((cell) => `<${name}>${textOf(cell)}</${name}>`).join('')}</tr>`;
  const [first, ...others] = table.children;
  const named = hasHeader(table) && first !== undefined;
  const body = named ? others : table.children;
  const head = named ? `<thead>${rowOf(first, 'th')}</thead>` : '';
  const rows = body.map((row) => rowOf(row, 'td')).join('');
  return `<table class="data">${head}${rows === '' ? '' : `<tbody>${rows}</tbody>`}</table>`;
}

/** The text of a text block with its marks as elements: `marked` says which. */
export function inlineXml(block: Node, marked: (inside: string, mark: Mark) => string): string {
  return block.children
    .map((node) => node.marks.reduceRight(marked, escapeXml(node.text ?? '')))
    .join('');
}
