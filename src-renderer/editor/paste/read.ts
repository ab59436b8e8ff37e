import { attributionWords } from '@domain/document/quote';
import { isSafeHref } from '@domain/document/schema';
import { nothingDropped, type Dropped, type DroppedKind } from './dropped';
import { mostPictures, pictureOfImage, type PastedPicture } from './pictures';
import { isStyle, spokenBy, type Spoken } from './styles';
import { holdsTables, pastedTable, rowsOf, type PastedCell, type PastedTable } from './tables';

/** What pasted HTML says, and what it leaves behind. */
export type PastedHtml = {
  /** Blocks, emphasis and links only; where a picture stood, {@link pictureSign}. */
  readonly html: string;
  readonly pictures: readonly PastedPicture[];
  readonly dropped: Dropped;
};

/** What stands in the text for a picture until it has its place: a noncharacter of Unicode on each side. */
export const pictureSign = /\uFDD0(\d+)\uFDD1/g;

/** Blocks and marks that the schema knows, or that part blocks. */
const kept: ReadonlySet<string> = new Set(
  `p h1 h2 h3 h4 h5 h6 blockquote ul ol li hr em strong i b address article aside dd div dl dt
   footer header main nav pre section`.split(/\s+/),
);
const inline: ReadonlySet<string> = new Set(['em', 'strong', 'i', 'b', 'a']);
/** A line break within one of these makes a further one. */
const parted: ReadonlySet<string> = new Set(['p', 'div']);
const silent: ReadonlySet<string> = new Set(['head', 'title', 'meta', 'link', 'template']);
const embedded: ReadonlySet<string> = new Set(
  'iframe object embed video audio canvas svg math applet input button select textarea map'.split(
    ' ',
  ),
);
/** Signs of looks alone. */
const looks: ReadonlySet<string> = new Set(['font', 'u', 's', 'strike', 'sub', 'sup', 'mark']);
/** What word processors and mails put between paragraphs: one that holds a no-break space at most. */
const blankParagraph = /<(p|div)(?: class="[^"<>]*")?>(?:\s|<\/?(?:em|strong|i|b)>)+<\/\1>/g;
/** Deeper than any word processor nests. */
const deepest = 100;

/**
 * Reads pasted HTML in one pass, without showing it: what says structure stays, looks and everything
 * that acts is dropped and counted. Bold and italic said by styles become tags, in either sense (some word
 * processors put all they copy in a `b` that is not bold); lists of Word become lists; a line break
 * parts a paragraph; what stands in a cell of a table of figures or words is one line.
 *
 * @param body the parsed HTML; it is not changed
 */
export function readPastedHtml(body: Element): PastedHtml {
  const reader = new Reader();
  reader.children(body, 0);
  return { html: reader.html(), pictures: reader.pictures, dropped: reader.dropped };
}

type Tag = { readonly name: string; readonly open: string };

class Reader {
  private readonly parts: string[] = [];
  readonly pictures: PastedPicture[] = [];
  readonly dropped: Record<DroppedKind, number> = { ...nothingDropped };
  /** The tags that are open. */
  private readonly open: Tag[] = [];
  /** How many blocks and lists are open, and whether there was any. */
  private blocks = 0;
  private hadBlock = false;
  /** Whether what is read stands in a cell: there are no blocks in one. */
  private inCell = false;
  /** Where words stand outside of all blocks: the first and the last of their parts, in pairs. */
  private readonly loose: number[] = [];

  /** What was read. Words between blocks that are in none get a paragraph: else nothing of it fits a draft. */
  html(): string {
    this.endLoose();
    if (this.hadBlock) {
      for (const [at, part] of this.loose.entries()) {
        const words = this.parts[part] ?? '';
        this.parts[part] = at % 2 === 0 ? `<p>${words}` : `${words}</p>`;
      }
    }
    return this.parts.join('').replace(blankParagraph, '');
  }

  private words(text: string): void {
    const isBlank = text.trim() === '';
    if (this.blocks === 0 && this.loose.length % 2 === 0 && !isBlank) {
      this.loose.push(this.parts.length);
    }
    this.parts.push(text);
  }

  private endLoose(): void {
    if (this.loose.length % 2 === 1) this.loose.push(this.parts.push('') - 1);
  }

  private beginBlock(open: string): void {
    if (this.blocks === 0) this.endLoose();
    this.hadBlock = true;
    this.blocks += 1;
    this.parts.push(open);
  }

  private endBlock(close: string): void {
    this.blocks -= 1;
    this.parts.push(close);
  }

  children(parent: Element, depth: number): void {
    let list: string | null = null;
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const text = child.nodeValue ?? '';
        if (list !== null && text.trim() !== '') list = this.endList(list);
        this.words(escaped(text));
      } else if (isElement(child)) {
        const spoken = spokenBy(child);
        const wanted = spoken.office === 'list-item' && !this.inCell ? listOf(child) : null;
        if (list !== wanted) {
          if (list !== null) this.endList(list);
          if (wanted !== null) this.beginBlock(`<${wanted}>`);
          list = wanted;
        }
        this.element(child, spoken, depth, wanted === null ? child.localName : 'li');
      }
    }
    if (list !== null) this.endList(list);
  }

  private endList(list: string): null {
    this.endBlock(`</${list}>`);
    return null;
  }

  private element(element: Element, spoken: Spoken, depth: number, name: string): void {
    this.countLooks(element);
    if (silent.has(name) || spoken.office === 'list-sign' || spoken.office === 'comment') return;
    if (name === 'script' || name === 'noscript') this.dropped.scripts += 1;
    else if (name === 'style') this.dropped.styles += 1;
    else if (spoken.hidden) this.dropped.hidden += 1;
    else if (spoken.office === 'comments') this.dropped.comments += commentsIn(element);
    else if (embedded.has(name)) this.dropped.embedded += 1;
    else if (name === 'img') this.image(element);
    else if (name === 'br') this.lineBreak(element);
    else if (name === 'table') this.table(element, depth);
    else if (name === 'figure') this.figure(element, depth);
    else if (name === 'a') this.link(element, depth);
    else if (name === 'footer' && element.closest('blockquote') !== null) this.attribution(element);
    else this.styled(element, spoken, depth, name);
  }

  /** An element with what its style says of its words; without its tag where that says nothing. */
  private styled(element: Element, spoken: Spoken, depth: number, name: string): void {
    const isStrong = name === 'b' || name === 'strong';
    const isEmphasis = name === 'i' || name === 'em';
    const isTaken =
      (isStrong && spoken.strong === false) || (isEmphasis && spoken.emphasis === false);
    const tooDeep = depth > deepest;
    if (tooDeep) this.dropped.deep += 1;
    const isBlock = kept.has(name) && !inline.has(name);
    const tag = kept.has(name) && !isTaken && !tooDeep && !(isBlock && this.inCell) ? name : null;
    if (isBlock && this.inCell) this.parts.push(' ');
    // A heading has no marks: what makes all of it bold is its look.
    const mayMark = !/^h[1-6]$/.test(name);
    const marks = [
      ...(spoken.strong === true && !isStrong && mayMark ? ['strong'] : []),
      ...(spoken.emphasis === true && !isEmphasis && mayMark ? ['em'] : []),
    ];
    const lead = name === 'p' && element.classList.contains('lead') ? ' class="lead"' : '';
    const tags = [
      ...(tag === null ? [] : [{ name: tag, open: `<${tag}${lead}>` }]),
      ...marks.map(bare),
    ];
    this.within(tags, () => this.children(element, depth + 1));
  }

  private link(element: Element, depth: number): void {
    const href = element.getAttribute('href');
    const isKept = href !== null && isSafeHref(href);
    if (href !== null && !isKept) this.dropped.links += 1;
    const tags = isKept ? [{ name: 'a', open: `<a href="${escaped(href)}">` }] : [];
    this.within(tags, () => this.children(element, depth + 1));
  }

  private within(tags: readonly Tag[], write: () => void): void {
    for (const tag of tags) {
      if (inline.has(tag.name)) this.parts.push(tag.open);
      else this.beginBlock(tag.open);
      this.open.push(tag);
    }
    write();
    for (const { name } of tags.toReversed()) {
      this.open.pop();
      if (inline.has(name)) this.parts.push(`</${name}>`);
      else this.endBlock(`</${name}>`);
    }
  }

  /** Ends the paragraph and begins another, with the marks that hold; at the end of one it says nothing. */
  private lineBreak(element: Element): void {
    if (this.inCell) {
      this.parts.push(' ');
      return;
    }
    const at = this.open.findLastIndex(({ name }) => !inline.has(name));
    const block = this.open[at];
    const isLast = element.nextSibling === null;
    if (block === undefined && !isLast) {
      this.endLoose();
      this.hadBlock = true;
    } else if (block === undefined || !parted.has(block.name)) this.parts.push(isLast ? '' : ' ');
    else if (!isLast) {
      const marks = this.open.slice(at + 1);
      this.parts.push(
        ...marks.toReversed().map(({ name }) => `</${name}>`),
        `</${block.name}><${block.name}>`,
        ...marks.map(({ open }) => open),
      );
    }
  }

  private image(element: Element): void {
    const picture = pictureOfImage(element);
    if (picture === null) return;
    if (this.pictures.length >= mostPictures) {
      this.dropped.pictures += 1;
      return;
    }
    this.words(`\uFDD0${this.pictures.length}\uFDD1`);
    this.pictures.push(picture);
  }

  /** Who is quoted; the dash before it is drawn. */
  private attribution(element: Element): void {
    this.beginBlock('<footer>');
    this.words(escaped(attributionWords(element.textContent)));
    this.endBlock('</footer>');
  }

  /** A picture with its words; one without words is a picture like others. */
  private figure(element: Element, depth: number): void {
    const [caption, credit] = [element.querySelector('figcaption'), element.querySelector('cite')];
    if (this.inCell || (caption === null && credit === null) || holdsStructure(element)) {
      this.children(element, depth + 1);
      return;
    }
    this.beginBlock('<figure><figcaption>');
    const [first, ...others] = element.querySelectorAll('img');
    if (first !== undefined) this.image(first);
    this.dropped.pictures += others.length;
    const words = caption?.textContent ?? '';
    const name = credit?.textContent ?? '';
    const own = caption?.contains(credit) === true ? words.replace(name, '') : words;
    this.words(escaped(own.trim()));
    this.endBlock(`</figcaption><cite>${escaped(name.trim())}</cite></figure>`);
  }

  /** A table of figures or words; one that only lays out, as what stands in it. */
  private table(element: Element, depth: number): void {
    const table = pastedTable(element);
    if (table !== null) {
      this.cells(table, depth);
      return;
    }
    const rows = rowsOf(element);
    for (const cell of rows.flatMap(({ children }) => [...children])) {
      this.within([bare('div')], () => this.children(cell, depth + 1));
    }
    if (rows.length === 0) this.children(element, depth + 1);
    if (holdsTables(element)) this.dropped.tables += 1;
  }

  private cells({ title, parts, header, simplified }: PastedTable, depth: number): void {
    if (simplified) this.dropped.tables += 1;
    if (title !== null) this.within([bare('p')], () => this.children(title, depth + 1));
    for (const [part, rows] of parts.entries()) {
      this.beginBlock('<table>');
      for (const [index, row] of rows.entries()) {
        const name = header && part === 0 && index === 0 ? 'th' : 'td';
        this.parts.push('<tr>');
        for (const cell of row) this.cell(cell, name, depth);
        this.parts.push('</tr>');
      }
      this.endBlock('</table>');
    }
  }

  /** What stands in a cell is one line: its blocks are parted by spaces. */
  private cell(elements: PastedCell, name: 'td' | 'th', depth: number): void {
    this.parts.push(`<${name}>`);
    this.inCell = true;
    for (const [index, element] of elements.entries()) {
      if (index > 0) this.parts.push(' | ');
      this.children(element, depth + 1);
    }
    this.inCell = false;
    this.parts.push(`</${name}>`);
  }

  private countLooks(element: Element): void {
    let isLook = looks.has(element.localName);
    for (const { name } of element.attributes) {
      if (isStyle(name)) isLook = true;
      else if (name.startsWith('on')) this.dropped.scripts += 1;
    }
    if (isLook) this.dropped.styles += 1;
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function bare(name: string): Tag {
  return { name, open: `<${name}>` };
}

/** Whether a figure is one of a quotation or a table: then its parts are read as what they are. */
function holdsStructure(figure: Element): boolean {
  return figure.querySelector('img') === null && figure.querySelector('blockquote,table') !== null;
}

/** How many comments Word has listed: a `div` each, after a line. */
function commentsIn(list: Element): number {
  return [...list.children].filter(({ localName }) => localName === 'div').length;
}

/** The list a paragraph of Word is an item of, by its sign: a number or letter makes an ordered one. */
function listOf(item: Element): 'ul' | 'ol' {
  for (const span of item.querySelectorAll('span')) {
    if (spokenBy(span).office === 'list-sign') {
      return /[\p{L}\p{N}][.)]/u.test(span.textContent) ? 'ol' : 'ul';
    }
  }
  return 'ul';
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\uFDD0\uFDD1]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
