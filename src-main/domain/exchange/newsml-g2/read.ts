import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../document/canonical-text';
import { takeSchema } from '../../document/schema';
import { err, ok, type Result } from '../../result';
import { unknownStamp, type Stamp } from '../../record/stamp';
import type { TakeKind } from '../../record/take';
import { plainItem, plainTake, type ExchangeItem, type ExchangeTake } from '../item';
import { assembleDocument, hasText, withPhotos } from '../markup/assemble';
import { photoNode } from '../markup/photo';
import { stampFromIso } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readHtmlTake, readTakeElement } from '../markup/read-html';
import {
  attribute,
  descendants,
  elementAt,
  elementsOf,
  lineOfText,
  rawText,
  type MarkupElement,
} from '../markup/tree';
import { headlineOf } from '../markup/write-html';
import { readNitf } from '../nitf/read';
import {
  languageOf,
  urgencyOf,
  versionOf,
  type ReadContext,
  type ReadFault,
  type ReadItem,
} from '../reading';
import { Repairs } from '../repair';
import { distinctPersons } from '../persons';
import { distinctSubjects, subjectFrom } from '../subjects';

const { nodes } = takeSchema;

/** Roots of NewsML-G2 that hold no news but what news speaks of. */
const notNews = [
  'conceptitem',
  'knowledgeitem',
  'planningitem',
  'catalogitem',
  'concept',
  'catalog',
];

/** The roots of NewsML-G2 a file may have. */
export const g2Roots = ['newsmessage', 'newsitem', 'packageitem', ...notNews];

/**
 * Reads NewsML-G2: every news item of text is an item, photos go with the text that links to them,
 * and what stands alone of them is an item with its caption.
 */
export function readNewsmlG2(
  root: MarkupElement,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  if (notNews.includes(root.name)) return err({ code: 'not-news', detail: root.name });
  const newsItems = root.name === 'newsitem' ? [root] : descendants(root, 'newsitem');
  if (newsItems.length === 0) return err({ code: 'not-news', detail: root.name });
  const pictures = newsItems.filter((one) => classOf(one) === 'picture');
  const linked = new Set<MarkupElement>();
  const items: ReadItem[] = [];
  for (const one of newsItems.filter((item) => !pictures.includes(item))) {
    const mine = linkedPictures(one, root, pictures);
    for (const picture of mine) linked.add(picture);
    push(items, one, mine, context);
  }
  for (const picture of pictures)
    if (!linked.has(picture)) push(items, picture, [picture], context);
  return items.length === 0 ? err({ code: 'no-text' }) : ok(items);
}

function push(
  items: ReadItem[],
  newsItem: MarkupElement,
  pictures: readonly MarkupElement[],
  context: ReadContext,
): void {
  const repairs = new Repairs();
  const item = itemOf(newsItem, pictures, context, repairs);
  if (item !== null) items.push({ item, repairs: repairs.list() });
}

function classOf(newsItem: MarkupElement): string {
  const itemClass = elementAt(newsItem, 'itemmeta', 'itemclass');
  const code = attribute(itemClass, 'qcode') || attribute(itemClass, 'uri');
  return /([a-z]+)$/i.exec(code)?.[1]?.toLowerCase() ?? 'text';
}

/** The pictures an item links to; in a package with one text, all of its pictures. */
function linkedPictures(
  newsItem: MarkupElement,
  root: MarkupElement,
  pictures: readonly MarkupElement[],
): readonly MarkupElement[] {
  const names = new Set(
    descendants(newsItem, 'link').map(
      (link) => attribute(link, 'residref') || attribute(link, 'href'),
    ),
  );
  const mine = pictures.filter((picture) => names.has(attribute(picture, 'guid')));
  if (mine.length > 0 || descendants(root, 'packageitem').length === 0) return mine;
  const texts = descendants(root, 'newsitem').filter((one) => classOf(one) === 'text');
  return texts.length === 1 && texts[0] === newsItem ? pictures : [];
}

function itemOf(
  newsItem: MarkupElement,
  pictures: readonly MarkupElement[],
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem | null {
  const inner = innerItem(newsItem, context, repairs);
  const own = inner?.takes.length !== undefined && inner.takes.length > 1;
  const isOurs = attribute(elementAt(newsItem, 'itemmeta', 'provider'), 'literal') === 'writethru';
  const takes =
    inner !== null && (own || isOurs) ? inner.takes : [oneTake(newsItem, inner, context, repairs)];
  const withPhotos = takes.map((take, index) =>
    index === 0 ? photographed(take, pictures, takes) : take,
  );
  if (withPhotos.every(({ document }) => !hasText(document) && headlineOf(document) === ''))
    return null;
  return described(newsItem, withPhotos, inner, context, repairs);
}

/** What is known of the whole: from the item's own metadata, and where that is silent from its NITF. */
function described(
  newsItem: MarkupElement,
  takes: readonly ExchangeTake[],
  inner: ExchangeItem | null,
  { zone }: ReadContext,
  repairs: Repairs,
): ExchangeItem {
  const meta = elementAt(newsItem, 'itemmeta');
  const content = elementAt(newsItem, 'contentmeta');
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  const tag = attribute(elementAt(content, 'language'), 'tag') || attribute(newsItem, 'xml:lang');
  const embargo = stampFromIso(lineOfText(elementAt(meta, 'embargoed')), zone);
  const [persons, topics] = personsApart(elementsOf(content, 'subject'));
  const subjects = topics.map((one) =>
    subjectFrom(
      attribute(one, 'qcode') || attribute(one, 'uri') || attribute(one, 'literal'),
      lineOfText(elementsOf(one, 'name')[0]) || attribute(one, 'literal'),
    ),
  );
  const desk = elementsOf(content, 'keyword').find((one) => attribute(one, 'role') === 'x:desk');
  for (const name of ['genre', 'audience', 'rating', 'partmeta', 'assert']) {
    const isTold = elementAt(newsItem, name) ?? elementAt(content, name);
    if (isTold !== undefined && takes.length === 1) repairs.add('field-kept-aside', name);
  }
  return plainItem(takes, {
    guid: attribute(newsItem, 'guid') || null,
    version: versionOf(attribute(newsItem, 'version')),
    slug:
      plainLine(lineOfText(elementAt(content, 'slugline'))).slice(0, 120) || (inner?.slug ?? ''),
    language: languageOf(tag, words, repairs),
    urgency:
      urgencyOf(lineOfText(elementAt(content, 'urgency')), repairs) ?? inner?.urgency ?? null,
    agency: named(content, 'infosource').slice(0, 120) || (inner?.agency ?? ''),
    desk: plainLine(lineOfText(desk)).slice(0, 120) || (inner?.desk ?? ''),
    place: named(content, 'located').slice(0, 120) || (inner?.place ?? ''),
    embargo:
      embargo.precision === 'unknown'
        ? (inner?.embargo ?? null)
        : { instant: embargo.instant, zone: embargo.zone },
    subjects: distinctSubjects([...subjects, ...(inner?.subjects ?? [])]),
    persons: distinctPersons([...persons, ...(inner?.persons ?? [])]),
  });
}

/** The names of the persons among subjects, and the others. */
function personsApart(
  subjects: readonly MarkupElement[],
): readonly [readonly string[], readonly MarkupElement[]] {
  const isPerson = (one: MarkupElement): boolean => /[:/]person$/i.test(attribute(one, 'type'));
  const names = subjects
    .filter(isPerson)
    .map((one) => lineOfText(elementsOf(one, 'name')[0]) || attribute(one, 'literal'));
  return [names, subjects.filter((one) => !isPerson(one))];
}

function named(content: MarkupElement | undefined, name: string): string {
  const one = elementAt(content, name);
  return plainLine(lineOfText(elementsOf(one, 'name')[0])) || attribute(one, 'literal');
}

/** The item that NITF inside of this one holds; null where there is none. */
function innerItem(
  newsItem: MarkupElement,
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem | null {
  const nitf = elementsOf(elementAt(newsItem, 'contentset'), 'inlinexml').flatMap((one) =>
    elementsOf(one, 'nitf'),
  )[0];
  if (nitf === undefined) return null;
  const inside = new Repairs();
  const read = readNitf(nitf, context, inside);
  repairs.addAll(inside.list().filter(({ code }) => code !== 'headline-from-title'));
  return read.ok ? read.value : null;
}

/** A whole foreign item as one take. */
function oneTake(
  newsItem: MarkupElement,
  inner: ExchangeItem | null,
  context: ReadContext,
  repairs: Repairs,
): ExchangeTake {
  const meta = elementAt(newsItem, 'itemmeta');
  const content = elementAt(newsItem, 'contentmeta');
  const signals = elementsOf(meta, 'signal').map(
    (one) => attribute(one, 'qcode') || attribute(one, 'uri'),
  );
  const notes = elementsOf(meta, 'ednote').filter((one) => attribute(one, 'role') === '');
  return plainTake(documentOf(newsItem, inner, content, repairs), {
    kind: kindOf(meta, signals),
    stamp: stampOf(meta, context, repairs),
    advisoryLine: plainLine(notes.map(lineOfText).join(' ')).slice(0, 2000),
    author: (
      plainLine(lineOfText(elementAt(content, 'by'))) ||
      (inner?.takes[0]?.author ?? '')
    ).slice(0, 200),
  });
}

function kindOf(meta: MarkupElement | undefined, signals: readonly string[]): TakeKind {
  const status = elementAt(meta, 'pubstatus');
  if (/cancell?ed$/i.test(attribute(status, 'qcode') || attribute(status, 'uri'))) return 'kill';
  return signals.some((signal) => /correction$/i.test(signal)) ? 'correction' : 'report';
}

function stampOf(meta: MarkupElement | undefined, { zone }: ReadContext, repairs: Repairs): Stamp {
  const text = lineOfText(elementAt(meta, 'versioncreated'));
  if (text === '') return unknownStamp;
  const stamp = stampFromIso(text, zone);
  if (stamp.precision === 'unknown') repairs.add('date-unreadable', text);
  return stamp;
}

function documentOf(
  newsItem: MarkupElement,
  inner: ExchangeItem | null,
  content: MarkupElement | undefined,
  repairs: Repairs,
): Node {
  const own = elementsOf(content, 'headline')
    .map(lineOfText)
    .find((text) => text !== '');
  const title = lineOfText(elementAt(newsItem, 'itemmeta', 'title'));
  const innerDocument = inner?.takes[0]?.document;
  const inside = innerDocument === undefined ? '' : headlineOf(innerDocument);
  const headline = own ?? (inside === '' ? title : inside);
  if (own === undefined && inside === '' && title !== '') repairs.add('headline-from-title');
  if (innerDocument !== undefined) {
    const [, ...rest] = innerDocument.children;
    const head = assembleDocument({ headline, blocks: [], signoff: '' }).child(0);
    return innerDocument.type.create(null, [head, ...rest]);
  }
  return bodyOf(newsItem, content, headline, repairs);
}

/** The document of an item without NITF: XHTML, plain text, or else its description. */
function bodyOf(
  newsItem: MarkupElement,
  content: MarkupElement | undefined,
  headline: string,
  repairs: Repairs,
): Node {
  const set = elementAt(newsItem, 'contentset');
  for (const inline of elementsOf(set, 'inlinexml')) {
    const html = elementsOf(inline, 'html')[0];
    if (html !== undefined) return readTakeElement(html, { headline }, repairs);
    repairs.add('part-kept-aside', attribute(inline, 'contenttype') || 'inlineXML', inline.line);
  }
  for (const remote of elementsOf(set, 'remotecontent')) {
    const address = attribute(remote, 'href') || attribute(remote, 'residref');
    if (address !== '') repairs.add('remote-resource', address, remote.line);
  }
  const data = elementAt(set, 'inlinedata');
  const descriptions = elementsOf(content, 'description').map(lineOfText);
  if (data !== undefined && /html/.test(attribute(data, 'contenttype'))) {
    const read = readHtmlTake(rawText(data), { headline }, repairs);
    if (read.ok) return read.value;
  }
  const texts = data === undefined ? descriptions : rawText(data).split(/\r\n?|\n/);
  const isPicture = classOf(newsItem) === 'picture';
  const blocks = isPicture
    ? []
    : texts
        .map(plainLine)
        .filter((text) => text !== '')
        .map(paragraph);
  return assembleDocument({ headline, blocks, signoff: null });
}

function paragraph(text: string): Node {
  return nodes.paragraph.create(null, takeSchema.text(text));
}

/** The report with the photos of the item, those that no take shows yet. */
function photographed(
  take: ExchangeTake,
  pictures: readonly MarkupElement[],
  takes: readonly ExchangeTake[],
): ExchangeTake {
  const photos = pictures.map(photoOf).filter((one) => one !== null);
  const shown = takes.map(({ document }) => document);
  return { ...take, document: withPhotos(take.document, photos, shown) };
}

function photoOf(picture: MarkupElement): Node | null {
  const content = elementAt(picture, 'contentmeta');
  const described = elementsOf(content, 'description');
  const byRole = (role: string) => described.find((one) => attribute(one, 'role').endsWith(role));
  const caption = byRole('caption') ?? described.find((one) => attribute(one, 'role') !== 'x:alt');
  const words = {
    caption: plainLine(lineOfText(caption)),
    credit: plainLine(
      lineOfText(elementAt(content, 'creditline')) || lineOfText(elementAt(content, 'by')),
    ),
    alt: plainLine(lineOfText(byRole('x:alt'))),
  };
  return words.caption === '' && words.credit === '' ? null : photoNode(words);
}
