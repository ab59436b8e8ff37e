import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  ImageRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ITableRowOptions,
  type ParagraphChild,
} from 'docx';
import type { Node } from 'prosemirror-model';
import { commonSequence, ordinaryEffort } from '../../../domain/compare/sequence';
import { pictureOf } from '../../../domain/document/picture';
import { takeSchema } from '../../../domain/document/schema';
import { hasHeader } from '../../../domain/document/table';
import { changesInText, numbered } from '../../../domain/suggest/text-changes';
import { wordsOfPhoto } from '../../../domain/exchange/markup/write-html';
import type { OriginalPicture } from '../../photos';
import { tableStyle, wordStyles } from './styles';

/** Pixels that a page of A4 between ordinary margins is wide at 96 to the inch. */
const widestPicture = 600;

const { nodes } = takeSchema;

/** Who proposed the changes that are written as tracked ones, and when. */
export type Reviser = { readonly author: string; readonly date: string };

/** A comment by its number, on a stretch of the canonical text of a take. */
export type Commented = { readonly id: number; readonly start: number; readonly end: number };

/** What a body of Word is made of. */
export type WordBlock = Paragraph | Table;

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hairlines = {
  top: hairline,
  bottom: hairline,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: none,
};

type StyleName = keyof typeof wordStyles;
type State = 'same' | 'inserted' | 'deleted';

/** A paragraph in a style of ours. */
export function styled(
  style: StyleName,
  children: readonly ParagraphChild[],
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  return new Paragraph({ style: styleId(style), children, ...more });
}

/** The id of a style: its name without what ids may not have. */
export function styleId(style: StyleName): string {
  return wordStyles[style].replaceAll(/[ -]/g, '');
}

/**
 * Writes the blocks of takes; each ordered list counts from 1, so each has a numbering of its own,
 * and so has each tracked change.
 */
export class BlockWriter {
  private ordered = 0;
  private revisions = 0;
  private comments: readonly Commented[] = [];
  /** Offset in the canonical text of the next text block of the take. */
  private at = 0;

  constructor(
    private readonly reviser: Reviser,
    private readonly pictures: ReadonlyMap<string, OriginalPicture>,
  ) {}

  /** The blocks of a take, with comments on its words. */
  take(document: Node, comments: readonly Commented[]): readonly WordBlock[] {
    this.comments = comments;
    this.at = 0;
    return document.children.flatMap((node) => this.block(node, 'same'));
  }

  /** The blocks of a take with the changes that are proposed to it, tracked. */
  changed(base: Node, now: Node, comments: readonly Commented[]): readonly WordBlock[] {
    this.comments = comments;
    this.at = 0;
    const paragraphs: WordBlock[] = [];
    for (const { before, after } of aligned(base.children, now.children)) {
      if (before.length === after.length) {
        for (const [index, one] of before.entries()) {
          paragraphs.push(...this.pair(one, after[index] ?? one));
        }
        continue;
      }
      paragraphs.push(...before.flatMap((one) => this.block(one, 'deleted')));
      paragraphs.push(...after.flatMap((one) => this.block(one, 'inserted')));
    }
    return paragraphs;
  }

  numbering() {
    return Array.from({ length: this.ordered }, (_, index) => ({
      reference: `list-${index + 1}`,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
    }));
  }

  private pair(before: Node, after: Node): readonly WordBlock[] {
    if (before.eq(after)) return this.block(before, 'same');
    const isText = before.isTextblock && before.sameMarkup(after);
    if (isText && before.content.size > 0 && after.content.size > 0) {
      return this.textblock(before, 'same', this.changedRuns(before, after));
    }
    if (before.type === nodes.table && isOneShape(before, after)) {
      return this.table(before, 'same', (cell, row, column) =>
        this.changedRuns(cell, after.child(row).child(column)),
      );
    }
    return [...this.block(before, 'deleted'), ...this.block(after, 'inserted')];
  }

  private block(node: Node, state: State): readonly WordBlock[] {
    switch (node.type) {
      case nodes.separator:
        return [styled('separator', [this.run({ text: '* * *' }, state)], this.mark(state))];
      case nodes.quote:
        return node.children.map((one) => {
          const style = one.type === nodes.attribution ? 'attribution' : 'quote';
          return styled(style, this.runs(one, state), this.mark(state));
        });
      case nodes.table:
        return this.table(node, state, (cell) => this.runs(cell, state));
      case nodes.photo:
        return this.photo(node, state);
      case nodes.bullet_list:
        return this.items(node, { bullet: { level: 0 } }, state);
      case nodes.ordered_list:
        this.ordered += 1;
        return this.items(
          node,
          { numbering: { reference: `list-${this.ordered}`, level: 0 } },
          state,
        );
      default:
        return this.textblock(node, state, this.runs(node, state));
    }
  }

  /** A table, and an empty paragraph: Word makes one of two that adjoin. */
  private table(
    table: Node,
    state: State,
    runs: (cell: Node, row: number, column: number) => readonly ParagraphChild[],
  ): readonly WordBlock[] {
    const named = hasHeader(table);
    const rows = table.children.map((row, index) => {
      const isHeader = named && index === 0;
      const style = isHeader ? { style: styleId('columnName') } : {};
      const cells = row.children.map((cell, column) => {
        const children = runs(cell, index, column);
        return new TableCell({
          children: [new Paragraph({ ...style, children, ...this.mark(state) })],
        });
      });
      return new TableRow({
        children: cells,
        ...(isHeader && { tableHeader: true }),
        cantSplit: true,
        ...this.rowMark(state),
      });
    });
    const width = { size: 100, type: WidthType.PERCENTAGE };
    return [new Table({ style: tableStyle, width, borders: hairlines, rows }), new Paragraph({})];
  }

  private textblock(
    node: Node,
    state: State,
    children: readonly ParagraphChild[],
  ): readonly Paragraph[] {
    const more = this.mark(state);
    switch (node.type) {
      case nodes.headline: {
        const heading = { heading: HeadingLevel.HEADING_1, style: styleId('headline') };
        return node.content.size === 0
          ? []
          : [styled('headline', children, { ...heading, ...more })];
      }
      case nodes.lead:
        return [styled('lead', children, more)];
      case nodes.crosshead:
        return [styled('crosshead', children, more)];
      case nodes.signoff:
        return node.content.size === 0 ? [] : [styled('signoff', children, more)];
      default:
        return [new Paragraph({ children, ...more })];
    }
  }

  /** The paragraphs of one item are one, parted by line breaks: Word would number each. */
  private items(list: Node, look: Partial<IParagraphOptions>, state: State): readonly Paragraph[] {
    return list.children.map((item) => {
      const children = item.children.flatMap((one, index) =>
        index === 0
          ? this.runs(one, state)
          : [this.run({ text: '', break: 1 }, state), ...this.runs(one, state)],
      );
      return new Paragraph({ ...look, children, ...this.mark(state) });
    });
  }

  private photo(node: Node, state: State): readonly Paragraph[] {
    const [caption, credit] = node.children;
    if (caption === undefined || credit === undefined) return [];
    const captionRuns = this.runs(caption, state);
    const creditRuns = this.runs(credit, state);
    return [
      ...this.picture(node),
      styled('caption', captionRuns, this.mark(state)),
      ...(credit.content.size === 0 ? [] : [styled('credit', creditRuns, this.mark(state))]),
    ];
  }

  /** The original of a photo in a paragraph of its own; Word has no place for a WebP. */
  private picture(photo: Node): readonly Paragraph[] {
    const picture = pictureOf(photo);
    const original = picture === null ? undefined : this.pictures.get(picture.sha256);
    if (picture === null || original === undefined || picture.type === 'image/webp') return [];
    const scale = Math.min(1, widestPicture / picture.width);
    const description = wordsOfPhoto(photo).alt;
    const image = new ImageRun({
      type: picture.type === 'image/png' ? 'png' : 'jpg',
      data: original.bytes,
      transformation: {
        width: Math.max(1, Math.round(picture.width * scale)),
        height: Math.max(1, Math.round(picture.height * scale)),
      },
      altText: { name: picture.sha256.slice(0, 12), description, title: '' },
    });
    return [styled('picture', [image])];
  }

  /** The words of a text block, each as what it is; only those of the take itself are counted. */
  private runs(block: Node, state: State): readonly ParagraphChild[] {
    const counted = state !== 'inserted';
    const start = this.at;
    if (counted) this.at += block.textContent.length + 1;
    const children: ParagraphChild[] = [];
    block.forEach((node, offset) => {
      children.push(...this.text(node, counted ? start + offset : null, state));
    });
    return children;
  }

  /** The words of a block that was changed: those of before deleted, those of now inserted. */
  private changedRuns(before: Node, after: Node): readonly ParagraphChild[] {
    const start = this.at;
    this.at += before.textContent.length + 1;
    const children: ParagraphChild[] = [];
    const write = (block: Node, from: number, to: number, state: State): void => {
      if (from === to) return;
      const counted = state !== 'inserted';
      block.nodesBetween(from, to, (node, position) => {
        if (!node.isText) return;
        const [a, b] = [Math.max(from, position), Math.min(to, position + node.nodeSize)];
        if (a >= b) return;
        const cut = node.cut(a - position, b - position);
        children.push(...this.text(cut, counted ? start + a : null, state));
      });
    };
    let at = 0;
    for (const { base, now } of changesInText(before, 0, after, 0)) {
      write(before, at, base.from, 'same');
      write(before, base.from, base.to, 'deleted');
      write(after, now.from, now.to, 'inserted');
      at = base.to;
    }
    write(before, at, before.content.size, 'same');
    return children;
  }

  /** A text node, parted where comments begin and end; `start` is its canonical offset. */
  private text(node: Node, start: number | null, state: State): readonly ParagraphChild[] {
    const text = node.text ?? '';
    if (start === null) return [this.marked(node, text, state)];
    const cuts = this.comments
      .flatMap((comment) => [comment.start, comment.end])
      .filter((at) => at > start && at < start + text.length);
    const bounds = [...new Set([0, ...cuts.map((at) => at - start), text.length])].toSorted(
      (a, b) => a - b,
    );
    return bounds.slice(0, -1).flatMap((from, index) => {
      const to = bounds[index + 1] ?? text.length;
      return [
        ...this.edges(start + from, 'start'),
        this.marked(node, text.slice(from, to), state),
        ...this.edges(start + to, 'end'),
      ];
    });
  }

  private edges(at: number, edge: 'start' | 'end'): readonly ParagraphChild[] {
    return this.comments
      .filter((comment) => comment[edge] === at)
      .flatMap(({ id }): readonly ParagraphChild[] =>
        edge === 'start'
          ? [new CommentRangeStart(id)]
          : [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })],
      );
  }

  private marked(node: Node, text: string, state: State): ParagraphChild {
    const has = (name: string): boolean => node.marks.some(({ type }) => type.name === name);
    const run = this.run({ text, italics: has('emphasis'), bold: has('strong') }, state);
    const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs['href'];
    return typeof href === 'string' ? new ExternalHyperlink({ children: [run], link: href }) : run;
  }

  private run(options: IRunOptions, state: State): ParagraphChild {
    if (state === 'same') return new TextRun(options);
    const tracked = { ...options, ...this.revision() };
    return state === 'inserted' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked);
  }

  /** The mark of a paragraph that is inserted or deleted as one. */
  private mark(state: State): Partial<IParagraphOptions> {
    if (state === 'same') return {};
    const revision = this.revision();
    return { run: state === 'inserted' ? { insertion: revision } : { deletion: revision } };
  }

  private rowMark(state: State): Partial<ITableRowOptions> {
    if (state === 'same') return {};
    return state === 'inserted' ? { insertion: this.revision() } : { deletion: this.revision() };
  }

  private revision() {
    this.revisions += 1;
    return { id: this.revisions, ...this.reviser };
  }
}

/** Whether two tables have the same rows and columns, cell for cell. */
function isOneShape(before: Node, after: Node): boolean {
  if (after.type !== nodes.table || before.childCount !== after.childCount) return false;
  return before.children.every((row, index) => {
    const other = after.child(index);
    return (
      row.childCount === other.childCount &&
      row.children.every(({ type }, at) => type === other.child(at).type)
    );
  });
}

type Stretch = { readonly before: readonly Node[]; readonly after: readonly Node[] };

/** Blocks side by side: those that are the same in pairs, and what stands between them. */
function aligned(before: readonly Node[], after: readonly Node[]): readonly Stretch[] {
  const number = numbered();
  const key = (node: Node): number => number(JSON.stringify(node.toJSON()));
  const matches = commonSequence(before.map(key), after.map(key), { steps: ordinaryEffort / 4 });
  const stretches: Stretch[] = [];
  let [x, y] = [0, 0];
  for (const { left, right } of [...matches, { left: before.length, right: after.length }]) {
    if (left > x || right > y) {
      stretches.push({ before: before.slice(x, left), after: after.slice(y, right) });
    }
    const same = before.slice(left, left + 1);
    if (same.length > 0) stretches.push({ before: same, after: after.slice(right, right + 1) });
    [x, y] = [left + 1, right + 1];
  }
  return stretches;
}
