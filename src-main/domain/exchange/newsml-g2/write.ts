import type { Node } from 'prosemirror-model';
import { isWithdrawn, type ExchangeItem } from '../item';
import { dateTimeOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import { pictureFile, pictureOf } from '../../document/picture';
import { headlineOf, leadOf, photosOf, signoffOf, wordsOfPhoto } from '../markup/write-html';
import { element, textElement } from '../markup/write-xml';
import { nitfElement } from '../nitf/write';

const namespace = 'http://iptc.org/std/nar/2006-10-01/';
const catalogue = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml';

/**
 * A dispatch as a NewsML-G2 2.35 news message (https://iptc.org/standards/newsml-g2/): a news item
 * of conformance power with the words in NITF, and one for each photo, linked from it.
 *
 * @param guid of the item, a URI
 * @param madeAt ms, when the message is made
 */
export function writeNewsmlG2(item: ExchangeItem, guid: string, madeAt: number): string {
  const normal = normalItem(item);
  const sent = dateTimeOf({ precision: 'second', instant: madeAt, zone: 'UTC' });
  const photos = normal.takes.flatMap((take) => photosOf(take.document));
  const message = element(
    'newsMessage',
    { xmlns: namespace },
    element('header', {}, element('sent', {}, sent)),
    element(
      'itemSet',
      {},
      newsItem(normal, guid, sent, photos.length),
      ...photos.map((photo, index) => photoItem(photo, photoGuid(guid, index), sent, normal)),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${message}\n`;
}

function itemAttributes(guid: string, version: string, language: string) {
  return {
    guid,
    version,
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    'xml:lang': language,
  };
}

function photoGuid(guid: string, index: number): string {
  return `${guid}#photo-${index + 1}`;
}

function newsItem(item: ExchangeItem, guid: string, sent: string, photos: number): string {
  const version = String(Math.max(1, item.version ?? item.takes.length));
  return element(
    'newsItem',
    itemAttributes(guid, version, item.language),
    element('catalogRef', { href: catalogue }),
    itemMeta(item, guid, sent, photos),
    contentMeta(item),
    ...item.takes.map(partMeta),
    element(
      'contentSet',
      {},
      element('inlineXML', { contenttype: 'application/nitf+xml' }, nitfElement(item, guid)),
    ),
  );
}

function itemMeta(item: ExchangeItem, guid: string, sent: string, photos: number): string {
  const [report] = item.takes;
  const last = item.takes.at(-1);
  const known = item.takes.flatMap(({ stamp }) => (stamp.precision === 'unknown' ? [] : [stamp]));
  const created = known[0] === undefined ? '' : dateTimeOf(known[0]);
  const latest = known.at(-1);
  const embargo = item.embargo === null ? '' : dateTimeOf({ precision: 'second', ...item.embargo });
  const signoff = report === undefined ? '' : signoffOf(report.document);
  const links = Array.from({ length: photos }, (_, index) =>
    element('link', { rel: 'irel:associatedWith', residref: photoGuid(guid, index) }),
  );
  return element(
    'itemMeta',
    {},
    element('itemClass', { qcode: 'ninat:text' }),
    element('provider', { literal: 'writethru' }, textElement('name', 'Writethru')),
    // The standard wants a time here; where no take has one, it is that of this writing.
    element('versionCreated', {}, latest === undefined ? sent : dateTimeOf(latest)),
    created === '' ? '' : element('firstCreated', {}, created),
    embargo === '' ? '' : element('embargoed', {}, embargo),
    element('pubStatus', { qcode: isWithdrawn(item) ? 'stat:canceled' : 'stat:usable' }),
    report === undefined ? '' : textElement('title', headlineOf(report.document)),
    ...item.takes.map(({ advisoryLine }) => textElement('edNote', advisoryLine)),
    textElement('edNote', signoff, { role: 'x:signoff' }),
    signalOf(last?.kind),
    ...links,
  );
}

function signalOf(kind: string | undefined): string {
  if (kind === 'correction') return element('signal', { qcode: 'sig:correction' });
  return kind === undefined || kind === 'report' ? '' : element('signal', { qcode: 'sig:update' });
}

/** IPTC's concept nature of a person. */
const personType = 'cpnat:person';

function contentMeta(item: ExchangeItem): string {
  const [report] = item.takes;
  const { agency, desk, place } = item;
  return element(
    'contentMeta',
    {},
    item.urgency === null ? '' : element('urgency', {}, String(item.urgency)),
    place === '' ? '' : element('located', { literal: place }, textElement('name', place)),
    agency === '' ? '' : element('infoSource', { literal: agency }, textElement('name', agency)),
    element('language', { tag: item.language }),
    desk === '' ? '' : textElement('keyword', desk, { role: 'x:desk' }),
    ...item.subjects.map(({ code, name }) =>
      element(
        'subject',
        code === '' ? { literal: name } : { qcode: `medtop:${code}` },
        textElement('name', name),
      ),
    ),
    ...item.persons.map((name) =>
      element('subject', { type: personType, literal: name }, textElement('name', name)),
    ),
    textElement('slugline', item.slug),
    report === undefined ? '' : textElement('headline', headlineOf(report.document)),
    report === undefined ? '' : textElement('by', report.author),
    report === undefined
      ? ''
      : textElement('description', leadOf(report.document), { role: 'drol:summary' }),
  );
}

function partMeta(take: ExchangeItem['takes'][number], index: number): string {
  const created = dateTimeOf(take.stamp);
  const headline = headlineOf(take.document);
  if (index === 0 || (created === '' && headline === '')) return '';
  return element(
    'partMeta',
    { partid: `take-${index + 1}` },
    created === '' ? '' : element('contentCreated', {}, created),
    textElement('headline', headline),
  );
}

function photoItem(photo: Node, guid: string, sent: string, item: ExchangeItem): string {
  const { caption, credit, alt } = wordsOfPhoto(photo);
  const picture = pictureOf(photo);
  return element(
    'newsItem',
    itemAttributes(guid, '1', item.language),
    element('catalogRef', { href: catalogue }),
    element(
      'itemMeta',
      {},
      element('itemClass', { qcode: 'ninat:picture' }),
      element('provider', { literal: 'writethru' }),
      element('versionCreated', {}, sent),
    ),
    element(
      'contentMeta',
      {},
      textElement('creditline', credit),
      textElement('description', caption, { role: 'drol:caption' }),
      textElement('description', alt, { role: 'x:alt' }),
    ),
    picture === null
      ? ''
      : element(
          'contentSet',
          {},
          element('remoteContent', {
            href: pictureFile(picture),
            contenttype: picture.type,
            width: String(picture.width),
            height: String(picture.height),
          }),
        ),
  );
}
