import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../document/canonical-text';
import { takeSchema } from '../../document/schema';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { plainItem, plainTake, type ExchangeItem, type ExchangeTake } from '../item';
import { assembleDocument, withPhotos } from '../markup/assemble';
import { photoNode } from '../markup/photo';
import { stampFromIso } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readHtmlTake } from '../markup/read-html';
import { languageOf, type ReadContext } from '../reading';
import type { Repairs } from '../repair';
import { distinctPersons } from '../persons';
import { distinctSubjects, subjectFrom } from '../subjects';

const { nodes } = takeSchema;
const articleTypes =
  /^(?:https?:\/\/schema\.org\/)?(?:LiveBlogPosting|BlogPosting|\w*NewsArticle|Article|Report|SocialMediaPosting)$/;

type Thing = Readonly<Record<string, unknown>>;

/** The article in a JSON-LD document, itself or in its graph; null where there is none. */
export function findLinkedItem(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > 6) return null;
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = findLinkedItem(one, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const thing = value as Thing;
  if (typesOf(thing).some((type) => articleTypes.test(type))) return thing;
  return findLinkedItem(thing['@graph'] ?? thing['mainEntity'] ?? null, depth + 1);
}

/** Reads a schema.org article: each update of a live blog is a take, in the order of their times. */
export function readLinkedItem(
  value: unknown,
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem {
  const thing = thingOf(value);
  const report = takeOf(thing, context, repairs);
  const updates = listOf(thing['liveBlogUpdate'])
    .map((one): ExchangeTake => ({ ...takeOf(thingOf(one), context, repairs), kind: 'update' }))
    .toSorted(byTime);
  const corrections = listOf(thing['correction']).map((one) => correctionOf(one, context));
  const takes = [report, ...updates, ...corrections];
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  const about = [...listOf(thing['about']), ...listOf(thing['articleSection'])];
  const mentioned = [...listOf(thing['about']), ...listOf(thing['mentions'])];
  return plainItem(takes, {
    guid: textOf(thing['@id']) || textOf(thing['url']) || textOf(thing['mainEntityOfPage']) || null,
    slug: '',
    language: languageOf(textOf(thing['inLanguage']), words, repairs),
    agency: nameOf(thing['sourceOrganization'] ?? thing['publisher']).slice(0, 120),
    place: (textOf(thing['dateline']) || nameOf(thing['contentLocation'])).slice(0, 120),
    subjects: distinctSubjects(
      about
        .filter((one) => !isPerson(one))
        .map((one) => subjectFrom(textOf(thingOf(one)['termCode']), nameOf(one))),
    ),
    persons: distinctPersons(mentioned.filter(isPerson).map(nameOf)),
  });
}

function takeOf(thing: Thing, context: ReadContext, repairs: Repairs): ExchangeTake {
  return plainTake(documentOf(thing, repairs), {
    stamp: stampOf(thing, context, repairs),
    author: listOf(thing['author'])
      .map(nameOf)
      .filter((name) => name !== '')
      .join(', ')
      .slice(0, 200),
  });
}

function documentOf(thing: Thing, repairs: Repairs): Node {
  const headline = textOf(thing['headline']) || textOf(thing['name']);
  const body =
    textOf(thing['articleBody']) || textOf(thing['text']) || textOf(thing['description']);
  const photos = listOf(thing['image']).flatMap((one) => photoOf(one, repairs));
  if (/<(?:p|br|div|h\d|ul)\b/i.test(body)) {
    const read = readHtmlTake(body, { headline }, repairs);
    if (read.ok) return withPhotos(read.value, photos);
  }
  const blocks = body
    .split(/\r\n?|\n/)
    .map(plainLine)
    .filter((line) => line !== '')
    .map((line) => nodes.paragraph.create(null, takeSchema.text(line)));
  return withPhotos(assembleDocument({ headline, blocks, signoff: null }), photos);
}

function photoOf(image: unknown, repairs: Repairs): readonly Node[] {
  if (typeof image === 'string') {
    repairs.add('remote-resource', image);
    return [];
  }
  const thing = thingOf(image);
  const address = textOf(thing['url']) || textOf(thing['contentUrl']);
  if (address !== '') repairs.add('remote-resource', address);
  const caption = plainLine(textOf(thing['caption']) || textOf(thing['description']));
  const credit = plainLine(textOf(thing['creditText']) || nameOf(thing['creator']));
  return caption === '' && credit === '' ? [] : [photoNode({ caption, credit, alt: '' })];
}

function correctionOf(value: unknown, context: ReadContext): ExchangeTake {
  const thing = thingOf(value);
  const text = plainLine(typeof value === 'string' ? value : textOf(thing['text']));
  const stamp = stampFromIso(textOf(thing['datePublished']), context.zone);
  const blocks = text === '' ? [] : [nodes.paragraph.create(null, takeSchema.text(text))];
  return plainTake(assembleDocument({ headline: '', blocks, signoff: '' }), {
    kind: 'correction',
    stamp,
  });
}

function stampOf(thing: Thing, { zone }: ReadContext, repairs: Repairs): Stamp {
  const given = textOf(thing['datePublished']) || textOf(thing['dateCreated']);
  if (given === '') return unknownStamp;
  const stamp = stampFromIso(given, zone);
  if (stamp.precision === 'unknown') repairs.add('date-unreadable', given);
  return stamp;
}

/** By time; those without one stay where they are, after what came before them. */
function byTime(a: ExchangeTake, b: ExchangeTake): number {
  if (a.stamp.precision === 'unknown' || b.stamp.precision === 'unknown') return 0;
  return a.stamp.instant - b.stamp.instant;
}

function thingOf(value: unknown): Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Thing)
    : {};
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  const id = thingOf(value)['@id'];
  return typeof id === 'string' ? id.trim() : '';
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? plainLine(value) : plainLine(textOf(thingOf(value)['name']));
}

function isPerson(value: unknown): boolean {
  return typesOf(thingOf(value)).includes('Person');
}

function typesOf(thing: Thing): readonly string[] {
  return listOf(thing['@type']).filter((type) => typeof type === 'string');
}
