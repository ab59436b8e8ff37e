import mammoth from 'mammoth';
import type { Node } from 'prosemirror-model';
import { takeSchema } from '../../../domain/document/schema';
import { canonicalText } from '../../../domain/document/canonical-text';
import {
  plainItem,
  plainTake,
  type ExchangeItem,
  type ExchangeNote,
  type ExchangeTake,
  type ItemPicture,
} from '../../../domain/exchange/item';
import { distinctPersons } from '../../../domain/exchange/persons';
import { hasText } from '../../../domain/exchange/markup/assemble';
import { stampFromIso } from '../../../domain/exchange/markup/dates';
import { parseHtml } from '../../../domain/exchange/markup/html';
import { plainLine } from '../../../domain/exchange/markup/inline';
import { dataTable } from '../../../domain/exchange/markup/table';
import { readTakeElement } from '../../../domain/exchange/markup/read-html';
import { parseXml } from '../../../domain/exchange/markup/xml';
import {
  classesOf,
  descendants,
  elementAt,
  elementsOf,
  lineOfText,
  type MarkupElement,
} from '../../../domain/exchange/markup/tree';
import type { FileReading } from '../../../domain/exchange/read';
import type { ReadFault } from '../../../domain/exchange/reading';
import { Repairs } from '../../../domain/exchange/repair';
import { readCarries } from '../../../domain/record/carries';
import { takeKinds } from '../../../domain/record/take';
import { err, ok, type Result } from '../../../domain/result';
import { detectLanguage } from '../../../domain/wire/language';
import { pictureAttribute } from '../../../domain/exchange/markup/photo';
import { readPictureBytes } from '../../take-in';
import type { OpenZip } from '../zip';
import { notesIn } from './comments';
import { factsProperty, tableStyle, wordStyles } from './styles';
import { beforeChanges, isTracked, proposedIn, withDocument, type Proposed } from './tracked';

const { nodes } = takeSchema;

/** What Word's styles are in HTML; those of our own documents, then the usual ones of others. */
const styleMap = [
  `p[style-name='${wordStyles.take}'] => h6.take:fresh`,
  `p[style-name='${wordStyles.headline}'] => h1:fresh`,
  `p[style-name='${wordStyles.lead}'] => p.lead:fresh`,
  `p[style-name='${wordStyles.crosshead}'] => h2:fresh`,
  `p[style-name='${wordStyles.quote}'] => blockquote > p:fresh`,
  `p[style-name='${wordStyles.attribution}'] => blockquote > footer.attribution:fresh`,
  `p[style-name='${wordStyles.columnName}'] => p:fresh`,
  `table.${tableStyle} => table.${dataTable}:fresh`,
  `p[style-name='${wordStyles.picture}'] => figure.picture:fresh`,
  `p[style-name='${wordStyles.caption}'] => figure:fresh > figcaption:fresh`,
  `p[style-name='${wordStyles.credit}'] => figure > cite.credit:fresh`,
  `p[style-name='${wordStyles.separator}'] => p.separator:fresh`,
  `p[style-name='${wordStyles.signoff}'] => p.signoff:fresh`,
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.lead:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => figure:fresh > figcaption:fresh",
  "p[style-name='caption'] => figure:fresh > figcaption:fresh",
];

/**
 * Reads a Word document: headings, lists, links, footnotes, pictures by their alternative text;
 * comments as notes, tracked changes as suggestions.
 */
export async function readDocx(
  bytes: Uint8Array,
  zip: OpenZip,
  zone: string,
): Promise<Result<FileReading, ReadFault>> {
  const repairs = new Repairs();
  const facts = await factsIn(zip);
  const xml = await textOfPart(zip, 'word/document.xml');
  const pictures: TakenIn = new Map();
  const now = await takesIn(bytes, facts, zone, repairs, pictures);
  if (!now.ok) return now;
  noticePictures(zip, repairs, pictures.size);
  const tracked = xml !== null && isTracked(xml);
  const former = tracked ? beforeChanges(xml) : xml;
  const before = tracked
    ? await takesIn(await withDocument(zip, former ?? ''), facts, zone, new Repairs(), pictures)
    : now;
  const proposed: Proposed =
    tracked && before.ok
      ? proposedIn(before.value, now.value, xml, repairs)
      : { takes: now.value, suggested: undefined };
  const { takes, suggested } = proposed;
  if (takes.every(({ document }) => !hasText(document))) return err({ code: 'no-text' });
  // Comments stand in the text the takes were read from.
  const notes = await notesOf(zip, takes === now.value ? xml : former, takes, facts);
  const item = {
    ...itemOf(takes, facts, zone),
    ...(notes.length > 0 && { notes }),
    ...(suggested !== undefined && { suggested }),
    ...(pictures.size > 0 && { pictures: [...pictures.values()] }),
  };
  return ok({ format: 'docx', encoding: 'utf-8', items: [{ item, repairs: repairs.list() }] });
}

/** The takes of a document as it reads with its tracked changes accepted. */
async function takesIn(
  bytes: Uint8Array,
  facts: Facts,
  zone: string,
  repairs: Repairs,
  pictures: TakenIn,
): Promise<Result<readonly ExchangeTake[], ReadFault>> {
  let html: string;
  try {
    const read = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap, externalFileAccess: false, convertImage: takingIn(pictures) },
    );
    html = read.value;
  } catch {
    return err({ code: 'binary', looksLike: 'zip' });
  }
  const parsed = parseHtml(html);
  if (!parsed.ok) return parsed;
  const body = withSeparators(withCaptions(elementAt(parsed.value, 'body') ?? parsed.value));
  return ok(sectionsOf(body).map((section, index) => takeOf(section, facts, index, zone, repairs)));
}

async function notesOf(
  zip: OpenZip,
  documentXml: string | null,
  takes: readonly ExchangeTake[],
  facts: Facts,
): Promise<readonly ExchangeNote[]> {
  const comments = await partOf(zip, 'word/comments.xml');
  if (comments === null || documentXml === null) return [];
  const document = parseXml(documentXml, new Repairs());
  if (!document.ok) return [];
  const extended = await partOf(zip, 'word/commentsExtended.xml');
  const texts = takes.map((take) => canonicalText(take.document));
  return notesIn({ document: document.value, comments, extended }, texts, facts);
}

/** The pictures of a document that were taken in, by their hash. */
type TakenIn = Map<string, ItemPicture>;

/** Takes the pictures of a document in; of what is none, only what it says goes in. */
function takingIn(pictures: TakenIn) {
  return mammoth.images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsBuffer());
    const read = readPictureBytes(bytes);
    if (!read.ok) return { src: '' };
    const { picture } = read.value;
    pictures.set(picture.sha256, { picture, bytes });
    return { src: '', [pictureAttribute]: JSON.stringify(picture) };
  });
}

type Facts = Readonly<Record<string, unknown>>;

/** What is no picture we know stays in the original; the report says so. */
function noticePictures(zip: OpenZip, repairs: Repairs, takenIn: number): void {
  const media = zip.entries.filter(({ name }) => name.startsWith('word/media/'));
  const left = media.length - takenIn;
  if (left > 0) repairs.add('part-kept-aside', `pictures: ${left}`);
}

/** A paragraph that is nothing but a picture is one figure with the caption that follows it. */
function withCaptions(body: MarkupElement): MarkupElement {
  const children: MarkupElement['children'][number][] = [];
  for (const child of body.children) {
    const before = children.at(-1);
    const isCaption =
      child.is === 'element' && child.name === 'figure' && descendants(child, 'img').length === 0;
    if (isCaption && before?.is === 'element' && isPicture(before)) {
      const inside = [...before.children, ...child.children];
      children[children.length - 1] = { ...before, name: 'figure', children: inside };
    } else children.push(child);
  }
  return { ...body, children };
}

function isPicture(element: MarkupElement): boolean {
  return (
    ['p', 'figure'].includes(element.name) &&
    descendants(element, 'img').length === 1 &&
    lineOfText(element) === ''
  );
}

async function textOfPart(zip: OpenZip, name: string): Promise<string | null> {
  const entry = zip.entries.find((one) => one.name === name);
  if (entry === undefined || entry.byteLength > 64 * 1024 * 1024) return null;
  return new TextDecoder().decode(await entry.read());
}

async function partOf(zip: OpenZip, name: string): Promise<MarkupElement | null> {
  const text = await textOfPart(zip, name);
  const parsed = text === null ? undefined : parseXml(text, new Repairs());
  return parsed?.ok === true ? parsed.value : null;
}

/** What a document of ours says besides its words; empty for any other. */
async function factsIn(zip: OpenZip): Promise<Facts> {
  const properties = await partOf(zip, 'docProps/custom.xml');
  const own = elementsOf(properties ?? undefined, 'property').find(
    ({ attributes }) => attributes['name'] === factsProperty,
  );
  try {
    const facts: unknown = JSON.parse(lineOfText(own));
    return typeof facts === 'object' && facts !== null ? { ...facts } : {};
  } catch {
    return {};
  }
}

/** The parts of a body between the lines that begin takes; all of it where there are none. */
function sectionsOf(body: MarkupElement): readonly MarkupElement[] {
  const sections: MarkupElement[] = [];
  let children: MarkupElement['children'][number][] = [];
  const end = (): void => {
    if (children.length > 0) sections.push({ ...body, children });
    children = [];
  };
  for (const child of body.children) {
    const begins = child.is === 'element' && classesOf(child).includes('take');
    if (begins) end();
    children.push(child);
  }
  end();
  return sections;
}

function takeOf(
  section: MarkupElement,
  facts: Facts,
  index: number,
  zone: string,
  repairs: Repairs,
): ExchangeTake {
  const told = Array.isArray(facts['takes'])
    ? (facts['takes'][index] as Facts | undefined)
    : undefined;
  const title = descendants(section, 'h1')[0];
  const mark = elementsOf(section).find((one) => classesOf(one).includes('take'));
  const read = readTakeElement(section, { headline: lineOfText(title) }, repairs, {
    without: (element) => element === title || element === mark,
  });
  const document = described(read, told);
  if (told === undefined) return plainTake(document, { kind: index === 0 ? 'report' : 'update' });
  const text = (name: string): string => (typeof told[name] === 'string' ? told[name] : '');
  return plainTake(document, {
    kind: takeKinds.find((kind) => kind === told['kind']) ?? 'update',
    stamp: stampFromIso(text('stamp'), zone),
    label: typeof told['label'] === 'string' ? told['label'] : null,
    advisoryLine: text('advisoryLine'),
    author: text('author').slice(0, 200),
    carries: readCarries(told['carries']),
  });
}

/** What the pictures show, where the document of ours says it of each. */
function described(document: Node, told: Facts | undefined): Node {
  const alts: readonly unknown[] = Array.isArray(told?.['pictures']) ? told['pictures'] : [];
  let next = 0;
  return document.type.create(
    null,
    document.children.map((node) => {
      if (node.type !== nodes.photo) return node;
      const alt = alts[next];
      next += 1;
      return typeof alt === 'string'
        ? nodes.photo.create({ ...node.attrs, alt }, node.content)
        : node;
    }),
  );
}

/** A paragraph in the style of separators is one, whatever stands in it. */
function withSeparators(element: MarkupElement): MarkupElement {
  if (classesOf(element).includes('separator')) return { ...element, name: 'hr', children: [] };
  const children = element.children.map((child) =>
    child.is === 'element' ? withSeparators(child) : child,
  );
  return { ...element, children };
}

function itemOf(takes: readonly ExchangeTake[], facts: Facts, zone: string): ExchangeItem {
  const text = (name: string): string =>
    plainLine(typeof facts[name] === 'string' ? facts[name] : '').slice(0, 120);
  const number = (name: string): number | null => {
    const value = facts[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
  };
  const language = facts['language'];
  const embargo = facts['embargo'] as { instant?: unknown; zone?: unknown } | null | undefined;
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  const urgency = number('urgency');
  return plainItem(takes, {
    guid: typeof facts['guid'] === 'string' ? facts['guid'] : null,
    version: number('version'),
    slug: text('slug'),
    language: language === 'fr' || language === 'en' ? language : detectLanguage(words),
    urgency: urgency !== null && urgency >= 1 && urgency <= 8 ? urgency : null,
    agency: text('agency'),
    desk: text('desk'),
    place: text('place'),
    embargo:
      typeof embargo?.instant === 'number'
        ? { instant: embargo.instant, zone: typeof embargo.zone === 'string' ? embargo.zone : zone }
        : null,
    subjects: Array.isArray(facts['subjects'])
      ? facts['subjects'].flatMap((one: Facts) =>
          typeof one['code'] === 'string' && typeof one['name'] === 'string'
            ? [{ code: one['code'].slice(0, 8), name: one['name'].slice(0, 200) }]
            : [],
        )
      : [],
    persons: Array.isArray(facts['persons'])
      ? distinctPersons(facts['persons'].filter((one) => typeof one === 'string'))
      : [],
  });
}
