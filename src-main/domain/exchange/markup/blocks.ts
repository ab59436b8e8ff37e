import type { Mark, Node } from 'prosemirror-model';
import { attributionWords, quoteAsRead } from '../../document/quote';
import { isSafeHref, takeSchema } from '../../document/schema';
import type { Repairs } from '../repair';
import { inlineNodes, plainLine, type Run } from './inline';
import { readPhoto } from './photo';
import { cellsOf, isLayout, readTable, rowsOf } from './table';
import {
  attribute,
  classesOf,
  descendants,
  elementsOf,
  lineNumber,
  lineOfText,
  type MarkupElement,
  type MarkupNode,
} from './tree';

const { nodes, marks } = takeSchema;

/** What the elements of HTML and NITF are to a take. What is named nowhere is inline. */
type Role =
  | 'paragraph'
  | 'crosshead'
  | 'quote'
  | 'bullets'
  | 'numbers'
  | 'photo'
  | 'separator'
  | 'table'
  | 'lines'
  | 'container'
  | 'skipped'
  | 'active';

const roles: Readonly<Record<string, Role>> = {
  p: 'paragraph',
  dt: 'paragraph',
  dd: 'paragraph',
  address: 'paragraph',
  summary: 'paragraph',
  h1: 'crosshead',
  h2: 'crosshead',
  h3: 'crosshead',
  h4: 'crosshead',
  h5: 'crosshead',
  h6: 'crosshead',
  hl1: 'crosshead',
  hl2: 'crosshead',
  blockquote: 'quote',
  bq: 'quote',
  ul: 'bullets',
  menu: 'bullets',
  ol: 'numbers',
  figure: 'photo',
  media: 'photo',
  img: 'photo',
  picture: 'photo',
  hr: 'separator',
  table: 'table',
  'nitf-table': 'table',
  pre: 'lines',
  script: 'active',
  iframe: 'active',
  object: 'active',
  embed: 'active',
  form: 'active',
  applet: 'active',
  head: 'skipped',
  style: 'skipped',
  template: 'skipped',
  noscript: 'skipped',
  svg: 'skipped',
  math: 'skipped',
  nav: 'skipped',
  link: 'skipped',
  meta: 'skipped',
  title: 'skipped',
  button: 'skipped',
  input: 'skipped',
  select: 'skipped',
  textarea: 'skipped',
  'media-metadata': 'skipped',
};
for (const name of (
  'html body body.content body.head body.end main article section div header footer aside block dl fn ' +
  'note figure-group details fieldset center tbody inlinexml'
).split(' ')) {
  Object.assign(roles, { [name]: 'container' });
}

/** How a container is read. */
export type BlockReading = {
  /** An element the caller reads itself, for instance a take of its own: it is passed over. */
  readonly without?: (element: MarkupElement) => boolean;
};

/**
 * The blocks of a take from what an element of HTML or NITF holds. Words stay, in their order;
 * what is no word (scripts, forms, styles) goes, with a line in the report.
 */
export function readBlocks(
  container: MarkupElement,
  repairs: Repairs,
  reading: BlockReading = {},
): readonly Node[] {
  const reader = new Reader(repairs, reading.without ?? (() => false));
  reader.readChildren(container);
  return reader.finish();
}

/** The text blocks of an element as one paragraph's content. */
export function readInline(element: MarkupElement, repairs: Repairs): readonly Node[] {
  return new Reader(repairs, () => false).inline(element);
}

class Reader {
  private readonly blocks: Node[] = [];
  private runs: Run[] = [];

  constructor(
    private readonly repairs: Repairs,
    private readonly passOver: (element: MarkupElement) => boolean,
  ) {}

  finish(): readonly Node[] {
    this.endParagraph();
    return this.blocks;
  }

  inline(element: MarkupElement): readonly Node[] {
    for (const child of element.children) this.readInline(child, []);
    const content = inlineNodes(this.runs);
    this.runs = [];
    return content;
  }

  readChildren(element: MarkupElement, active: readonly Mark[] = []): void {
    for (const child of element.children) this.readInline(child, active);
  }

  private readInline(node: MarkupNode, active: readonly Mark[]): void {
    if (node.is === 'text') {
      this.runs.push({ text: node.text, marks: active });
      return;
    }
    if (this.passOver(node)) return;
    this.notice(node);
    const role = roles[node.name];
    if (role !== undefined) this.readRole(node, role);
    else if (node.name === 'br') this.lineBreak();
    else this.readChildren(node, withMark(node, active));
  }

  private readRole(element: MarkupElement, role: Role): void {
    if (role === 'skipped') return;
    if (role === 'active') {
      this.repairs.add('active-content', element.name, lineNumber(element));
      return;
    }
    this.endParagraph();
    switch (role) {
      case 'container':
        this.readChildren(element);
        break;
      case 'paragraph':
        this.readParagraph(element);
        return;
      case 'crosshead':
        this.textBlock(nodes.crosshead, element);
        break;
      case 'quote':
        this.group(element);
        break;
      case 'bullets':
      case 'numbers':
        this.list(element, role);
        break;
      case 'photo':
        this.photo(element);
        break;
      case 'separator':
        this.blocks.push(nodes.separator.create());
        break;
      case 'table':
        this.table(element);
        break;
      case 'lines':
        this.lines(element);
        break;
    }
    this.endParagraph();
  }

  private readParagraph(element: MarkupElement): void {
    const before = this.blocks.length;
    this.readChildren(element);
    this.endParagraph(isLead(element) ? nodes.lead : nodes.paragraph);
    // A lead broken into several paragraphs, by a line break, is a lead throughout.
    if (!isLead(element)) return;
    for (let index = before; index < this.blocks.length; index += 1) {
      const block = this.blocks[index];
      if (block?.type === nodes.paragraph) {
        this.blocks[index] = nodes.lead.create(null, block.content);
      }
    }
  }

  private textBlock(type: typeof nodes.crosshead, element: MarkupElement): void {
    const text = plainLine(lineOfText(element));
    if (text !== '') this.blocks.push(type.create(null, takeSchema.text(text)));
  }

  /** A quotation; one after each attribution where several stand in one. */
  private group(element: MarkupElement): void {
    let children: MarkupNode[] = [];
    const end = (attribution: string): void => {
      const paragraphs = this.paragraphsIn({ ...element, children });
      children = [];
      if (paragraphs.length > 0 || attribution !== '') {
        this.blocks.push(quoteAsRead(paragraphs, attribution));
      }
    };
    for (const child of element.children) {
      if (!saysWhoIsQuoted(child)) children.push(child);
      else end(attributionWords(plainLine(lineOfText(child))));
    }
    end('');
  }

  private list(element: MarkupElement, role: 'bullets' | 'numbers'): void {
    const items = this.itemsOf(element);
    if (items.length === 0) return;
    const type = role === 'bullets' ? nodes.bullet_list : nodes.ordered_list;
    this.blocks.push(type.create(null, items));
  }

  private itemsOf(list: MarkupElement): readonly Node[] {
    return list.children.flatMap((child): readonly Node[] => {
      if (child.is === 'text' && child.text.trim() === '') return [];
      const item: MarkupElement =
        child.is === 'element'
          ? child
          : { is: 'element', name: 'li', attributes: {}, children: [child], line: 0 };
      const nested = elementsOf(item).filter(({ name }) => name === 'ul' || name === 'ol');
      const isList = item.name === 'ul' || item.name === 'ol';
      if (nested.length > 0 || isList) this.repairs.add('nested-list', undefined, lineNumber(item));
      if (isList) return this.itemsOf(item);
      const own = {
        ...item,
        children: item.children.filter((node) => !nested.includes(node as MarkupElement)),
      };
      const paragraphs = this.paragraphsIn(own);
      const first = paragraphs.length === 0 ? [] : [nodes.list_item.create(null, paragraphs)];
      return [...first, ...nested.flatMap((one) => this.itemsOf(one))];
    });
  }

  /** What an element holds, as plain paragraphs. */
  private paragraphsIn(element: MarkupElement): readonly Node[] {
    return readBlocks(element, this.repairs).flatMap((block) => {
      if (block.type === nodes.paragraph) return [block];
      this.repairs.add('structure-flattened', block.type.name, lineNumber(element));
      return textsOf(block);
    });
  }

  private photo(element: MarkupElement): void {
    const quoted = quotedFigure(element);
    if (quoted !== null) {
      this.group(quoted);
      return;
    }
    const isTable = element.name === 'figure' && descendants(element, 'table').length > 0;
    const photo = isTable ? null : readPhoto(element, this.repairs);
    if (photo !== null) this.blocks.push(photo);
    else if (element.name === 'figure') this.readChildren(element);
  }

  private table(element: MarkupElement): void {
    const rows = rowsOf(element);
    if (rows.length === 0) this.readChildren(element);
    else if (!isLayout(element)) {
      this.blocks.push(...readTable(element, this.repairs, (cell) => this.inCell(cell)));
    } else {
      for (const cell of rows.flatMap(cellsOf)) {
        this.readChildren(cell);
        this.endParagraph();
      }
    }
  }

  /** What stands in a cell as one line: its blocks are parted by spaces. */
  private inCell(cell: MarkupElement): readonly Node[] {
    const texts = readBlocks(cell, this.repairs, { without: this.passOver }).flatMap(textsOf);
    return texts.flatMap(({ children }, index) =>
      index === 0 ? children : [takeSchema.text(' '), ...children],
    );
  }

  private lines(element: MarkupElement): void {
    for (const child of element.children) {
      if (child.is === 'element') this.readInline(child, []);
      else {
        const [first = '', ...rest] = child.text.split(/\r\n?|\n/);
        this.runs.push({ text: first, marks: [] });
        for (const line of rest) {
          this.endParagraph();
          this.runs.push({ text: line, marks: [] });
        }
      }
    }
  }

  /** A line break ends its paragraph: blocks of a take are lines of text. */
  private lineBreak(): void {
    if (inlineNodes(this.runs).length > 0) this.repairs.add('line-breaks');
    this.endParagraph();
  }

  private endParagraph(type = nodes.paragraph): void {
    const content = inlineNodes(this.runs);
    this.runs = [];
    const text = content.map((node) => node.text ?? '').join('');
    if (text.trim() !== '') this.blocks.push(type.create(null, content));
  }

  private notice(element: MarkupElement): void {
    for (const name of Object.keys(element.attributes)) {
      if (name.startsWith('on')) this.repairs.add('active-content', name, lineNumber(element));
    }
  }
}

/** Whether a part of a quotation says who is quoted. */
function saysWhoIsQuoted(node: MarkupNode): boolean {
  if (node.is === 'text') return false;
  const isNamed = ['footer', 'credit', 'cite'].includes(node.name);
  return isNamed || classesOf(node).includes('attribution');
}

/** A figure of a quotation, with its caption as who is quoted; null for any other element. */
function quotedFigure(element: MarkupElement): MarkupElement | null {
  const [quote] = descendants(element, 'blockquote');
  const isFigure = element.name === 'figure' && descendants(element, 'img').length === 0;
  if (quote === undefined || !isFigure) return null;
  const captions = elementsOf(element, 'figcaption').map((one) => ({ ...one, name: 'footer' }));
  return { ...quote, children: [...quote.children, ...captions] };
}

function isLead(element: MarkupElement): boolean {
  if (/^(?:true|yes|1)$/i.test(attribute(element, 'lede') || attribute(element, 'lead')))
    return true;
  return classesOf(element).some((name) => /^(?:lead|lede|chapo|standfirst)$/i.test(name));
}

function withMark(element: MarkupElement, active: readonly Mark[]): readonly Mark[] {
  const mark = markOf(element);
  return mark === null ? active : mark.addToSet(active);
}

function markOf(element: MarkupElement): Mark | null {
  switch (element.name) {
    case 'em':
      return classesOf(element).some((name) => name === 'strong' || name === 'bold')
        ? marks.strong.create()
        : marks.emphasis.create();
    case 'i':
    case 'cite':
      return marks.emphasis.create();
    case 'strong':
    case 'b':
      return marks.strong.create();
    case 'a': {
      const href = attribute(element, 'href');
      return isSafeHref(href) ? marks.link.create({ href }) : null;
    }
    default:
      return null;
  }
}

function textsOf(block: Node): readonly Node[] {
  if (block.type === nodes.paragraph) return [block];
  const texts: Node[] = [];
  block.descendants((node) => {
    if (!node.isTextblock) return true;
    if (node.textContent.trim() !== '') texts.push(nodes.paragraph.create(null, node.content));
    return false;
  });
  return texts;
}
