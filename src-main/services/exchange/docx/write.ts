import { CommentReference, Document, Packer, TextRun, type ParagraphChild } from 'docx';
import type { Node } from 'prosemirror-model';
import { parseDocument } from '../../../domain/document/node';
import type { ExchangeItem, ExchangeTake } from '../../../domain/exchange/item';
import { zonedOf } from '../../../domain/exchange/markup/dates';
import { normalDocument, normalItem } from '../../../domain/exchange/markup/normal';
import { headlineOf, photosOf, wordsOfPhoto } from '../../../domain/exchange/markup/write-html';
import { handsOf, withoutSuggestions } from '../../../domain/suggest/base';
import { writeStampLine } from '../../../domain/wire/stamp-line';
import type { OriginalPicture } from '../../photos';
import { BlockWriter, styled, styleId, type Reviser } from './blocks';
import { commentsOf, type WordComment } from './comments';
import { factsProperty, wordStyles } from './styles';

/**
 * A dispatch as a Word document: a heading line for each take, then its blocks in paragraph styles
 * of their own. What Word has no place for is kept in a custom property, so that the document comes
 * back the same.
 */
export async function writeDocx(
  item: ExchangeItem,
  guid: string,
  zone: string,
  pictures: ReadonlyMap<string, OriginalPicture> = new Map(),
): Promise<Uint8Array> {
  const normal = normalItem(item);
  const [report] = normal.takes;
  const comments = commentsOf(normal);
  const writer = new BlockWriter(reviserOf(normal), pictures);
  const children = normal.takes.flatMap((take, index) => {
    const on = comments.filter((comment) => comment.take === index + 1);
    const places = on.flatMap(({ id, place }) => (place === null ? [] : [{ id, ...place }]));
    const whole = on.filter(({ place }) => place === null);
    const now = proposedFor(normal, index + 1);
    return [
      styled('take', [new TextRun(stampLine(take, normal, zone)), ...whole.flatMap(reference)]),
      ...(now === null
        ? writer.take(take.document, places)
        : writer.changed(take.document, now, places)),
    ];
  });
  const document = new Document({
    title: report === undefined ? normal.slug : headlineOf(report.document),
    creator: report?.author ?? '',
    styles: { paragraphStyles: styleDefinitions() },
    numbering: { config: writer.numbering() },
    customProperties: [{ name: factsProperty, value: JSON.stringify(factsOf(normal, guid)) }],
    ...(comments.length > 0 && { comments: { children: comments.map(({ options }) => options) } }),
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function reference({ id }: WordComment): readonly ParagraphChild[] {
  return [new TextRun({ children: [new CommentReference(id)] })];
}

/** A take as it would read with what is proposed to it; null where nothing is. */
function proposedFor({ suggested }: ExchangeItem, take: number): Node | null {
  if (suggested?.take !== take) return null;
  const parsed = parseDocument(suggested.document);
  return parsed.ok ? normalDocument(withoutSuggestions(parsed.value)) : null;
}

/** Who proposed changes first: Word wants a name and a time at each. */
function reviserOf({ suggested }: ExchangeItem): Reviser {
  const parsed = suggested === undefined ? undefined : parseDocument(suggested.document);
  const hand = parsed?.ok === true ? handsOf(parsed.value)[0] : undefined;
  return { author: hand?.by ?? '', date: new Date(hand?.at ?? 0).toISOString() };
}

function stampLine({ label, kind, stamp }: ExchangeTake, { language }: ExchangeItem, zone: string) {
  return label?.replaceAll('\n', ' · ') ?? writeStampLine(kind, stamp, language, zone);
}

/** All that is known of the dispatch besides its words. */
function factsOf(item: ExchangeItem, guid: string): object {
  const { takes, notes = [], suggested: _, ...facts } = item;
  return {
    ...facts,
    guid,
    version: item.version ?? takes.length,
    // Word knows who said what, not what for and to whom.
    notes: notes.map(({ take, part, kind, body, author, addressee }) => ({
      part,
      kind,
      body,
      author,
      addressee,
      on: take === null ? 'dispatch' : 'take',
    })),
    takes: takes.map(({ document, stamp, ...take }) => ({
      ...take,
      stamp: zonedOf(stamp),
      // What the pictures show, in their order.
      pictures: photosOf(document).map((photo) => wordsOfPhoto(photo).alt),
    })),
  };
}

function styleDefinitions() {
  const looks: Readonly<Record<keyof typeof wordStyles, object>> = {
    take: { run: { color: '666666', size: 18 }, paragraph: { spacing: { before: 480 } } },
    headline: { run: { bold: true, size: 36 }, paragraph: { spacing: { after: 160 } } },
    lead: { run: { bold: true }, paragraph: { spacing: { after: 160 } } },
    crosshead: {
      run: { bold: true, size: 26 },
      paragraph: { spacing: { before: 240, after: 80 } },
    },
    quote: { run: { italics: true }, paragraph: { indent: { left: 567 } } },
    attribution: { paragraph: { indent: { left: 567 }, spacing: { after: 160 } } },
    columnName: { run: { bold: true } },
    picture: { paragraph: { keepNext: true, spacing: { before: 160 } } },
    caption: { run: { size: 20 } },
    credit: { run: { color: '666666', size: 18 } },
    separator: { paragraph: { alignment: 'center' as const } },
    signoff: { run: { color: '666666', size: 20 } },
  };
  return Object.entries(looks).map(([name, look]) => ({
    id: styleId(name as keyof typeof wordStyles),
    name: wordStyles[name as keyof typeof wordStyles],
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    ...look,
  }));
}
