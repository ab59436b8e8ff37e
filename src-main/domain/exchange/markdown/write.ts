import type { Mark, Node } from 'prosemirror-model';
import { takeSchema } from '../../document/schema';
import { columnsOf, hasHeader } from '../../document/table';
import type { ExchangeItem, ExchangeTake } from '../item';
import { isoOf, zonedOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import { bodyHtml, headlineOf, needsEmptySignoff } from '../markup/write-html';

const { nodes } = takeSchema;

/**
 * A dispatch as Markdown (CommonMark) with front matter. Leads, photos and sign-offs, which Markdown
 * has no signs for, are the HTML that it allows, tables as GitHub's Markdown has them; each take begins with a comment that says what it is.
 *
 * @param guid of the item
 */
export function writeMarkdown(item: ExchangeItem, guid: string): string {
  const normal = normalItem(item);
  const [report] = normal.takes;
  const facts: readonly (readonly [string, string | readonly string[]])[] = [
    ['title', report === undefined ? '' : headlineOf(report.document)],
    ['date', report === undefined ? '' : isoOf(report.stamp)],
    ['guid', guid],
    ['version', String(normal.version ?? normal.takes.length)],
    ['slug', normal.slug],
    ['lang', normal.language],
    ['urgency', normal.urgency === null ? '' : String(normal.urgency)],
    ['agency', normal.agency],
    ['desk', normal.desk],
    ['place', normal.place],
    ['embargo', normal.embargo === null ? '' : zonedOf({ precision: 'second', ...normal.embargo })],
    ['subjects', normal.subjects.map(({ code, name }) => `${code} ${name}`.trim())],
    ['persons', normal.persons],
  ];
  const front = facts
    .filter(([, value]) => value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
  return `---\n${front}---\n\n${normal.takes.map(takeText).join('\n')}`;
}

function takeText(take: ExchangeTake): string {
  const { document } = take;
  const headline = headlineOf(document);
  const unsigned = needsEmptySignoff(document) ? '<p class="signoff"></p>' : '';
  const blocks = [...document.children.flatMap(partedText), unsigned].filter((text) => text !== '');
  const lines = [mark(take), headline === '' ? '' : `# ${escapeText(headline)}`, ...blocks];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

/** A block as text; two lists or quotes that adjoin are kept apart by an empty comment. */
function partedText(node: Node, index: number, all: readonly Node[]): readonly string[] {
  const isGroup = [nodes.bullet_list, nodes.ordered_list, nodes.quote].includes(node.type);
  const adjoins = isGroup && all[index - 1]?.type === node.type;
  return adjoins ? ['<!-- -->', blockText(node)] : [blockText(node)];
}

/** What a take is, in a comment that Markdown does not show. */
function mark({ kind, stamp, label, advisoryLine, author, carries }: ExchangeTake): string {
  const facts = {
    kind,
    ...(stamp.precision !== 'unknown' && { stamp: zonedOf(stamp) }),
    ...(label !== null && { label }),
    ...(advisoryLine !== '' && { advisoryLine }),
    ...(author !== '' && { author }),
    ...(carries.of !== 'nothing' && { carries }),
  };
  return `<!-- take ${JSON.stringify(facts).replaceAll('-', '\\u002d').replaceAll('>', '\\u003e')} -->`;
}

function blockText(node: Node): string {
  switch (node.type) {
    case nodes.headline:
      return '';
    case nodes.crosshead:
      return `## ${inlineText(node)}`;
    case nodes.separator:
      return '* * *';
    case nodes.quote:
      return node.children.map(quotedLine).join('\n>\n');
    case nodes.table:
      return tableText(node);
    case nodes.bullet_list:
      return listText(node, () => '- ');
    case nodes.ordered_list:
      return listText(node, (index) => `${index + 1}. `);
    case nodes.paragraph:
      return inlineText(node);
    default:
      // Lead, photo, sign-off: a block of HTML, which ends at the next blank line.
      return bodyHtml(nodes.doc.create(null, [node]));
  }
}

/** Who is quoted stands in a last paragraph, after a dash. */
function quotedLine(block: Node): string {
  return `> ${block.type === nodes.attribution ? '— ' : ''}${inlineText(block)}`;
}

/** A table as GitHub's Markdown has it; it cannot leave the names of columns out, so they are empty. */
function tableText(table: Node): string {
  const rows = table.children.map(({ children }) => children.map(inlineText));
  const columns = Array.from({ length: columnsOf(table) }, () => '');
  const [names = columns, ...others] = hasHeader(table) ? rows : [columns, ...rows];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(names), line(columns.map(() => '---')), ...others.map(line)].join('\n');
}

/** Items with several paragraphs are parted by blank lines, as their paragraphs are. */
function listText(list: Node, marker: (index: number) => string): string {
  const isLoose = list.children.some(({ childCount }) => childCount > 1);
  const items = list.children.map((item, index) => itemText(item, marker(index)));
  return items.join(isLoose ? '\n\n' : '\n');
}

function itemText(item: Node, marker: string): string {
  const indent = ' '.repeat(marker.length);
  return item.children
    .map((one, index) => `${index === 0 ? marker : indent}${inlineText(one)}`)
    .join(`\n\n`);
}

function inlineText(block: Node): string {
  const text = block.children
    .map((node) => node.marks.reduceRight(marked, escapeText(node.text ?? '')))
    .join('');
  return text;
}

/** Marks as HTML: the asterisks of Markdown depend on the signs around them. */
function marked(inside: string, one: Mark): string {
  switch (one.type.name) {
    case 'link':
      return `<a href="${String(one.attrs['href']).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('|', '&#124;')}">${inside}</a>`;
    case 'strong':
      return `<strong>${inside}</strong>`;
    // Markdown has no word for it.
    case 'language':
      return inside;
    default:
      return `<em>${inside}</em>`;
  }
}

/** Every sign that Markdown could read is escaped where it could be read. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replaceAll(/[\u0085\u2028\u2029]/g, (sign) => `&#${sign.codePointAt(0) ?? 32};`);
}
