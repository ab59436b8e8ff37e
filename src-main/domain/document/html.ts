import type { Mark, Node } from 'prosemirror-model';
import { languageTag } from './schema';
import { isCell } from './table';

const blockTags: Readonly<Record<string, string>> = {
  headline: 'h2',
  lead: 'p',
  paragraph: 'p',
  crosshead: 'h3',
  quote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  table: 'table',
  table_row: 'tr',
  table_cell: 'td',
  table_header: 'th',
  photo: 'figure',
  caption: 'figcaption',
  credit: 'cite',
  signoff: 'footer',
};

/**
 * A take's document as HTML for other programs: structure and emphasis, no styles, nothing that
 * could be executed. Empty blocks are left out.
 */
export function documentHtml(document: Node): string {
  return document.children.map(blockHtml).join('');
}

/** Text as it stands in HTML, in elements and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function blockHtml(node: Node): string {
  if (node.type.name === 'separator') return '<hr>';
  const tag = blockTags[node.type.name] ?? 'p';
  const inside = node.isTextblock
    ? node.children.map(inlineHtml).join('')
    : node.children.map(blockHtml).join('');
  // Empty cells hold the place of the others.
  if (inside === '' && !isCell(node)) return '';
  if (node.type.name === 'attribution') return `<footer>— ${inside}</footer>`;
  const lead = node.type.name === 'lead' ? ' class="lead"' : '';
  return `<${tag}${lead}>${inside}</${tag}>`;
}

function inlineHtml(node: Node): string {
  return node.marks.reduceRight(marked, escapeHtml(node.text ?? ''));
}

function marked(inside: string, mark: Mark): string {
  switch (mark.type.name) {
    case 'link':
      return `<a href="${escapeHtml(String(mark.attrs['href']))}">${inside}</a>`;
    case 'strong':
      return `<strong>${inside}</strong>`;
    case 'language':
      return `<span lang="${languageTag(mark)}">${inside}</span>`;
    default:
      return `<em>${inside}</em>`;
  }
}
