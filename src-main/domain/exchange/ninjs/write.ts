import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../document/canonical-text';
import { countWords } from '../../document/counts';
import type { Carries } from '../../record/carries';
import { isWithdrawn, type ExchangeItem, type ExchangeTake } from '../item';
import { dateTimeOf, zonedOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import {
  bodyHtml,
  headlineOf,
  leadOf,
  photosOf,
  signoffOf,
  wordsOfPhoto,
} from '../markup/write-html';
import { mediaTopicUri } from '../subjects';
import { generation1, generation2, type Ninjs } from './generations';

/** The versions of ninjs that are written: the newest of each generation. */
export const ninjsVersions = { 1: '1.6', 2: '2.2', 3: '3.1' } as const;
export type NinjsGeneration = keyof typeof ninjsVersions;

/**
 * A dispatch as ninjs (https://iptc.org/standards/ninjs/): the report is the object itself, each
 * later take an association whose `rel` is its kind; photos are associations of their take. What
 * ninjs has no property for goes into `descriptions` under a role of ours.
 *
 * @param guid of the item, a URI
 */
export function writeNinjs(item: ExchangeItem, guid: string, generation: NinjsGeneration): string {
  const object = ninjsOf(normalItem(item), guid);
  const standard = {
    name: 'ninjs',
    version: ninjsVersions[generation],
    schema: `https://www.iptc.org/std/ninjs/ninjs-schema_${ninjsVersions[generation]}.json`,
  };
  const written =
    generation === 3
      ? { ...object, standard }
      : generation === 2
        ? { ...generation2(object), standard }
        : { ...generation1(object), $standard: standard };
  return `${JSON.stringify(written, null, 1)}\n`;
}

function ninjsOf(item: ExchangeItem, guid: string): Ninjs {
  const [report, ...later] = item.takes;
  const known = item.takes.flatMap(({ stamp }) => (stamp.precision === 'unknown' ? [] : [stamp]));
  return without({
    uri: guid,
    type: 'text',
    version: String(item.version ?? item.takes.length),
    firstCreated: known[0] === undefined ? '' : dateTimeOf(known[0]),
    versionCreated: dateTimeOf(known.at(-1) ?? { precision: 'unknown' }),
    embargoedUntil:
      item.embargo === null ? '' : dateTimeOf({ precision: 'second', ...item.embargo }),
    pubStatus: isWithdrawn(item) ? 'canceled' : 'usable',
    urgency: item.urgency,
    language: item.language,
    slugline: item.slug,
    located: item.place,
    infoSources: [
      ...(item.agency === '' ? [] : [{ name: item.agency, role: 'source' }]),
      ...(item.desk === '' ? [] : [{ name: item.desk, role: 'desk' }]),
    ],
    subjects: item.subjects.map(({ code, name }) =>
      without({ uri: code === '' ? '' : mediaTopicUri(code), name }),
    ),
    people: item.persons.map((name) => ({ name })),
    ...(report === undefined ? {} : wordsOf(report)),
    associations: [
      ...(report === undefined ? [] : photos(report.document, `${guid}#`)),
      ...later.map((take, index) => takeOf(take, index + 2, item, guid)),
    ],
  });
}

function takeOf(take: ExchangeTake, number: number, item: ExchangeItem, guid: string): Ninjs {
  const uri = `${guid}#take-${number}`;
  const created = dateTimeOf(take.stamp);
  return without({
    name: `take-${number}`,
    rel: take.kind,
    uri,
    type: 'text',
    firstCreated: created,
    versionCreated: created,
    language: item.language,
    ...wordsOf(take),
    associations: photos(take.document, `${uri}-`),
  });
}

/** What a take says, as properties of its object. */
function wordsOf(take: ExchangeTake): Ninjs {
  const { document } = take;
  const headline = headlineOf(document);
  const text = canonicalText(document);
  const html = bodyHtml(document);
  return {
    title: headline,
    by: take.author,
    edNote: take.advisoryLine,
    headlines: headline === '' ? [] : [{ role: 'main', value: headline }],
    descriptions: descriptionsOf(take),
    bodies:
      html === ''
        ? []
        : [
            {
              role: 'main',
              contentType: 'text/html',
              charCount: text.length,
              wordCount: countWords(text),
              value: html,
            },
          ],
  };
}

function descriptionsOf(take: ExchangeTake): readonly Ninjs[] {
  const facts: readonly (readonly [string, string])[] = [
    ['lead', leadOf(take.document)],
    ['signoff', signoffOf(take.document)],
    // Also where it is unknown: the dates of the object are then of its other takes.
    ['stamp', zonedOf(take.stamp) || 'unknown'],
    ['stamp-line', take.label ?? ''],
    ...carried(take.carries),
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([role, value]) => ({ role, contentType: 'text/plain', value }));
}

function carried(carries: Carries): readonly (readonly [string, string])[] {
  switch (carries.of) {
    case 'correction':
      return [
        ['corrects', carries.corrects],
        ['wrong', carries.wrong],
        ['right', carries.right],
      ];
    case 'kill':
      return [
        ['reason', carries.reason],
        ['decided-by', carries.decidedBy],
      ];
    case 'nothing':
      return [];
  }
}

/** @param prefix of the photos' URIs */
function photos(document: Node, prefix: string): readonly Ninjs[] {
  return photosOf(document).map((photo, index) => {
    const { caption, credit, alt } = wordsOfPhoto(photo);
    const descriptions = [
      { role: 'caption', contentType: 'text/plain', value: caption },
      { role: 'alt', contentType: 'text/plain', value: alt },
    ].filter(({ value }) => value !== '');
    return without({
      name: `photo-${index + 1}`,
      rel: 'photo',
      uri: `${prefix}photo-${index + 1}`,
      type: 'picture',
      descriptions,
      copyrightNotice: credit,
    });
  });
}

/** Without what has nothing to say. */
function without(object: Ninjs): Ninjs {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) =>
        value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
