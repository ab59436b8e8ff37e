import type { Node } from 'prosemirror-model';
import { err, ok, type Result } from '../../result';
import { canonicalText } from '../../document/canonical-text';
import { takeSchema } from '../../document/schema';
import type { Carries } from '../../record/carries';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { takeKinds, type TakeKind } from '../../record/take';
import { plainItem, type ExchangeItem, type ExchangeTake } from '../item';
import { assembleDocument, hasText, withPhotos } from '../markup/assemble';
import { photoNode } from '../markup/photo';
import { stampFromIso } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readHtmlTake } from '../markup/read-html';
import { headlineOf } from '../markup/write-html';
import { readNitfTake } from '../nitf/read';
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
import { view, type View } from './view';

const { nodes } = takeSchema;

/** Whether a JSON value is a ninjs object, of any version. */
export function isNinjs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const known = 'uri' in value || 'guid' in value;
  return (
    known &&
    [
      'headline',
      'headlines',
      'bodies',
      'descriptions',
      'versioncreated',
      'versionCreated',
      'title',
    ].some(
      (name) =>
        name in value || Object.keys(value).some((key) => /^(?:body|description)_/.test(key)),
    )
  );
}

/** Reads a ninjs object of any version, or a list of them. */
export function readNinjs(
  value: unknown,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const objects = Array.isArray(value) ? value.filter(isNinjs) : [value];
  const items: ReadItem[] = [];
  for (const object of objects) {
    const repairs = new Repairs();
    const item = itemOf(view(object), context, repairs);
    if (item !== null) items.push({ item, repairs: repairs.list() });
  }
  return items.length === 0 ? err({ code: 'no-text' }) : ok(items);
}

function itemOf(object: View, context: ReadContext, repairs: Repairs): ExchangeItem | null {
  const withdrawn = object.text('pubstatus') === 'canceled';
  const later = object.associations().filter((one) => laterKind(one) !== undefined);
  const first = takeOf(object, 'report', context, repairs);
  const rest = later.map((one) => takeOf(one, laterKind(one) ?? 'update', context, repairs));
  const isForeign = rest.length === 0;
  const report = isForeign && withdrawn ? { ...first, kind: 'kill' as const } : first;
  const takes = [report, ...rest];
  if (takes.every(({ document }) => !hasText(document) && headlineOf(document) === '')) return null;
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  const embargo = stampFromIso(object.text('embargoeduntil', 'embargoed'), context.zone);
  for (const name of asideNames) if (object.has(name)) repairs.add('field-kept-aside', name);
  return plainItem(takes, {
    guid: object.text('uri', 'guid') || null,
    version: versionOf(object.text('version')),
    slug: object.text('slugline').slice(0, 120),
    language: languageOf(object.text('language'), words, repairs),
    urgency: urgencyOf(object.text('urgency'), repairs),
    agency: (object.sourceNamed('source') || object.text('copyrightholder')).slice(0, 120),
    desk: object.sourceNamed('desk').slice(0, 120),
    place: object.text('located').slice(0, 120),
    embargo:
      embargo.precision === 'unknown' ? null : { instant: embargo.instant, zone: embargo.zone },
    subjects: distinctSubjects(
      object.subjects().map(({ identifier, name }) => subjectFrom(identifier, name)),
    ),
    persons: distinctPersons(object.people()),
  });
}

/** What a dispatch has no place for: in the original, and said. */
const asideNames = [
  'organisations',
  'organisation',
  'places',
  'place',
  'events',
  'event',
  'objects',
  'object',
  'genres',
  'genre',
  'usageterms',
  'expires',
  'trustindicators',
  'rightsinfo',
  'eventdetails',
  'plannedcoverage',
] as const;

/** The kind of an association that is a later take: as we write them, `rel` or the name says it. */
function laterKind(association: View): TakeKind | undefined {
  const said = association.text('rel') || association.name.split(/[-_]/)[0];
  if (association.text('type') === 'picture') return undefined;
  return takeKinds.find((kind) => kind === said);
}

function takeOf(
  object: View,
  kind: TakeKind,
  context: ReadContext,
  repairs: Repairs,
): ExchangeTake {
  return {
    kind,
    stamp: stampOf(object, context, repairs),
    label: object.described('stamp-line') || null,
    document: documentOf(object, context, repairs),
    advisoryLine: object.text('ednote'),
    author: object.text('by', 'byline').slice(0, 200),
    carries: carriesOf(object, kind),
  };
}

function stampOf(object: View, { zone }: ReadContext, repairs: Repairs): Stamp {
  const own = object.described('stamp');
  if (own !== '') return stampFromIso(own, zone);
  const given = object.text('versioncreated') || object.text('firstcreated', 'contentcreated');
  const stamp = given === '' ? unknownStamp : stampFromIso(given, zone);
  if (given !== '' && stamp.precision === 'unknown') repairs.add('date-unreadable', given);
  return stamp;
}

function carriesOf(object: View, kind: TakeKind): Carries {
  if (kind === 'correction') {
    const [corrects, wrong, right] = ['corrects', 'wrong', 'right'].map((role) =>
      object.described(role),
    );
    if (corrects !== undefined && corrects !== '') {
      return { of: 'correction', corrects, wrong: wrong ?? '', right: right ?? '' };
    }
  }
  const reason = object.described('reason');
  return kind === 'kill' && reason !== ''
    ? { of: 'kill', reason, decidedBy: object.described('decided-by') }
    : { of: 'nothing' };
}

function documentOf(object: View, context: ReadContext, repairs: Repairs): Node {
  const headline = headlineIn(object, repairs);
  const body = bodyOf(object, headline, context, repairs);
  return withPhotos(body, photosIn(object, repairs));
}

function headlineIn(object: View, repairs: Repairs): string {
  const headline = object.headline();
  if (headline !== '') return headline;
  const title = object.text('title');
  if (title !== '') repairs.add('headline-from-title');
  return title;
}

function bodyOf(object: View, headline: string, context: ReadContext, repairs: Repairs): Node {
  const lead = object.described('lead');
  const html = object.body('html');
  if (html !== '') {
    const read = readHtmlTake(html, { headline, lead }, repairs);
    if (read.ok) return read.value;
  }
  const nitf = object.body('nitf');
  if (nitf !== '') {
    const read = readNitfTake(nitf, headline, context, repairs);
    if (read !== null) return read;
  }
  const isPicture = object.text('type') === 'picture';
  const text = object.body('text') || (isPicture ? '' : object.summary());
  const blocks = text
    .split(/\r\n?|\n/)
    .map(plainLine)
    .filter((line) => line !== '')
    .map((line) => nodes.paragraph.create(null, takeSchema.text(line)));
  const picture = isPicture ? [pictureOf(object)].filter((one) => one !== null) : [];
  return assembleDocument({ headline, blocks: [...picture, ...blocks], signoff: null, lead });
}

/** The pictures associated with the object. */
function photosIn(object: View, repairs: Repairs): readonly Node[] {
  return object.associations().flatMap((one) => {
    if (laterKind(one) !== undefined) return [];
    if (one.text('type') !== 'picture') {
      repairs.add('part-kept-aside', one.text('type') || one.name);
      return [];
    }
    for (const address of one.renditions()) repairs.add('remote-resource', address);
    const photo = pictureOf(one);
    return photo === null ? [] : [photo];
  });
}

function pictureOf(picture: View): Node | null {
  const caption = plainLine(
    picture.described('caption') || picture.summary() || picture.headline(),
  );
  const credit = plainLine(
    picture.text('copyrightnotice') ||
      picture.text('by', 'byline') ||
      picture.text('copyrightholder'),
  );
  const alt = plainLine(picture.described('alt'));
  return caption === '' && credit === '' ? null : photoNode({ caption, credit, alt });
}
