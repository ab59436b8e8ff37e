import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Node } from 'prosemirror-model';
import { takeSchema } from '../../../domain/document/schema';
import type { ExchangeItem, ExchangeTake } from '../../../domain/exchange/item';
import { zonedOf } from '../../../domain/exchange/markup/dates';
import { normalItem } from '../../../domain/exchange/markup/normal';
import { headlineOf, photosOf, wordsOfPhoto } from '../../../domain/exchange/markup/write-html';
import { writeStampLine } from '../../../domain/wire/stamp-line';
import { factsProperty, wordStyles } from './styles';

const { nodes } = takeSchema;

/**
 * A dispatch as a Word document: a heading line for each take, then its blocks in paragraph styles
 * of their own. What Word has no place for is kept in a custom property, so that the document comes
 * back the same.
 */
export async function writeDocx(
  item: ExchangeItem,
  guid: string,
  zone: string,
): Promise<Uint8Array> {
  const normal = normalItem(item);
  const [report] = normal.takes;
  const writer = new BlockWriter();
  const children = normal.takes.flatMap((take) => [
    styled('take', [new TextRun(stampLine(take, normal, zone))]),
    ...take.document.children.flatMap((node) => writer.block(node)),
  ]);
  const document = new Document({
    title: report === undefined ? normal.slug : headlineOf(report.document),
    creator: report?.author ?? '',
    styles: { paragraphStyles: styleDefinitions() },
    numbering: { config: writer.numbering() },
    customProperties: [{ name: factsProperty, value: JSON.stringify(factsOf(normal, guid)) }],
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function stampLine({ label, kind, stamp }: ExchangeTake, { language }: ExchangeItem, zone: string) {
  return label?.replaceAll('\n', ' · ') ?? writeStampLine(kind, stamp, language, zone);
}

/** All that is known of the dispatch besides its words. */
function factsOf(item: ExchangeItem, guid: string): object {
  const { takes, ...facts } = item;
  return {
    ...facts,
    guid,
    version: item.version ?? takes.length,
    takes: takes.map(({ document, stamp, ...take }) => ({
      ...take,
      stamp: zonedOf(stamp),
      // What the pictures show, in their order.
      pictures: photosOf(document).map((photo) => wordsOfPhoto(photo).alt),
    })),
  };
}

type StyleName = keyof typeof wordStyles;

function styled(
  style: StyleName,
  children: readonly ParagraphChild[],
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  return new Paragraph({ style: idOf(style), children, ...more });
}

function idOf(style: StyleName): string {
  return wordStyles[style].replaceAll(/[ -]/g, '');
}

function styleDefinitions() {
  const looks: Readonly<Record<StyleName, object>> = {
    take: { run: { color: '666666', size: 18 }, paragraph: { spacing: { before: 480 } } },
    headline: { run: { bold: true, size: 36 }, paragraph: { spacing: { after: 160 } } },
    lead: { run: { bold: true }, paragraph: { spacing: { after: 160 } } },
    crosshead: {
      run: { bold: true, size: 26 },
      paragraph: { spacing: { before: 240, after: 80 } },
    },
    quote: { run: { italics: true }, paragraph: { indent: { left: 567 } } },
    caption: { run: { size: 20 } },
    credit: { run: { color: '666666', size: 18 } },
    separator: { paragraph: { alignment: 'center' as const } },
    signoff: { run: { color: '666666', size: 20 } },
  };
  return Object.entries(looks).map(([name, look]) => ({
    id: idOf(name as StyleName),
    name: wordStyles[name as StyleName],
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    ...look,
  }));
}

/** Writes blocks; each ordered list counts from 1, so each has a numbering of its own. */
class BlockWriter {
  private ordered = 0;

  block(node: Node): readonly Paragraph[] {
    switch (node.type) {
      case nodes.headline:
        return this.line(node, 'headline', {
          heading: HeadingLevel.HEADING_1,
          style: idOf('headline'),
        });
      case nodes.lead:
        return [styled('lead', runs(node))];
      case nodes.crosshead:
        return [styled('crosshead', runs(node))];
      case nodes.signoff:
        return this.line(node, 'signoff');
      case nodes.separator:
        return [styled('separator', [new TextRun('* * *')])];
      case nodes.quote:
        return node.children.map((one) => styled('quote', runs(one)));
      case nodes.photo:
        return photo(node);
      case nodes.bullet_list:
        return items(node, { bullet: { level: 0 } });
      case nodes.ordered_list:
        this.ordered += 1;
        return items(node, { numbering: { reference: `list-${this.ordered}`, level: 0 } });
      default:
        return [new Paragraph({ children: runs(node) })];
    }
  }

  numbering() {
    return Array.from({ length: this.ordered }, (_, index) => ({
      reference: `list-${index + 1}`,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
    }));
  }

  private line(
    node: Node,
    style: StyleName,
    more: Partial<IParagraphOptions> = {},
  ): readonly Paragraph[] {
    return node.content.size === 0 ? [] : [styled(style, runs(node), more)];
  }
}

/** The paragraphs of one item are one, parted by line breaks: Word would number each. */
function items(list: Node, look: Partial<IParagraphOptions>): readonly Paragraph[] {
  return list.children.map((item) => {
    const children = item.children.flatMap((one, index) =>
      index === 0 ? runs(one) : [new TextRun({ text: '', break: 1 }), ...runs(one)],
    );
    return new Paragraph({ ...look, children });
  });
}

function photo(node: Node): readonly Paragraph[] {
  const { caption, credit } = wordsOfPhoto(node);
  return [
    styled('caption', [new TextRun(caption)]),
    ...(credit === '' ? [] : [styled('credit', [new TextRun(credit)])]),
  ];
}

function runs(block: Node): readonly ParagraphChild[] {
  return block.children.map((node) => {
    const has = (name: string): boolean => node.marks.some(({ type }) => type.name === name);
    const run = new TextRun({
      text: node.text ?? '',
      italics: has('emphasis'),
      bold: has('strong'),
    });
    const link = node.marks.find(({ type }) => type.name === 'link');
    const href: unknown = link?.attrs['href'];
    return typeof href === 'string' ? new ExternalHyperlink({ children: [run], link: href }) : run;
  });
}
