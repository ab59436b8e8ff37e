import type { Mark, Node } from 'prosemirror-model';
import { pictureFile, pictureOf } from '../../document/picture';
import { attributionOf } from '../../document/quote';
import { takeSchema } from '../../document/schema';
import { isWithdrawn, type ExchangeItem, type ExchangeTake } from '../item';
import { basicOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import {
  headlineOf,
  leadOf,
  needsEmptySignoff,
  signoffOf,
  wordsOfPhoto,
} from '../markup/write-html';
import { element, escapeXml, inlineXml, tableXml, textElement } from '../markup/write-xml';

const { nodes } = takeSchema;
const namespace = 'http://iptc.org/std/NITF/2006-10-18/';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * A dispatch as NITF 3.6 (https://iptc.org/standards/nitf/): one `block` a take, of class its kind;
 * the report's headline, place and sign-off stand where NITF has places for them.
 *
 * @param guid of the item
 */
export function writeNitf(item: ExchangeItem, guid: string): string {
  return `${declaration}${nitfElement(normalItem(item), guid)}\n`;
}

/** The `nitf` element alone, for an item already normal: NewsML-G2 carries it. */
export function nitfElement(item: ExchangeItem, guid: string): string {
  const version = String(item.version ?? item.takes.length);
  return element(
    'nitf',
    { xmlns: namespace, 'xml:lang': item.language, uno: `${guid}:${version}` },
    head(item, guid, version),
    element(
      'body',
      {},
      bodyHead(item),
      element('body.content', {}, ...item.takes.map(block)),
      bodyEnd(item),
    ),
  );
}

function head(item: ExchangeItem, guid: string, version: string): string {
  const [report] = item.takes;
  const headline = report === undefined ? '' : headlineOf(report.document);
  const subjects = item.subjects.map(({ code, name }) =>
    element('tobject.subject', {
      'tobject.subject.refnum': code === '' ? '00000000' : code,
      'tobject.subject.ipr': 'IPTC',
      'tobject.subject.type': name,
    }),
  );
  const history = item.takes.map((take, index) =>
    element('revision-history', {
      name: take.author,
      norm: basicOf(take.stamp),
      comment: `${take.kind} ${index + 1}`,
    }),
  );
  return element(
    'head',
    {},
    textElement('title', headline),
    subjects.length === 0 ? '' : element('tobject', { 'tobject.type': 'news' }, ...subjects),
    docdata(item, guid, version),
    ...history,
  );
}

function docdata(item: ExchangeItem, guid: string, version: string): string {
  const known = item.takes.flatMap(({ stamp }) => (stamp.precision === 'unknown' ? [] : [stamp]));
  const [first] = known;
  const release = item.embargo === null ? '' : basicOf({ precision: 'second', ...item.embargo });
  const correction = item.takes.map(correctionOf).join('');
  const issued = first === undefined ? '' : element('date.issue', { norm: basicOf(first) });
  return element(
    'docdata',
    { 'management-status': isWithdrawn(item) ? 'canceled' : 'usable' },
    correction,
    element('doc-id', { 'id-string': guid, regsrc: 'writethru' }),
    item.urgency === null ? '' : element('urgency', { 'ed-urg': String(item.urgency) }),
    item.desk === '' ? '' : element('fixture', { 'fix-id': item.desk }),
    issued,
    release === '' ? '' : element('date.release', { norm: release }),
    element('du-key', { key: item.slug, generation: version, version }),
    item.slug === '' ? '' : element('key-list', {}, element('keyword', { key: item.slug })),
    item.persons.length === 0
      ? ''
      : element(
          'identified-content',
          {},
          ...item.persons.map((name) => textElement('person', name)),
        ),
    ...item.takes.map((take, index) =>
      take.advisoryLine === ''
        ? ''
        : element('ed-msg', { 'msg-type': `take-${index + 1}`, info: take.advisoryLine }),
    ),
  );
}

/** What a correction or kill carries: `wrong → right`, or why and who decided, each in its own part. */
function correctionOf(take: ExchangeTake, index: number): string {
  const { carries } = take;
  if (carries.of === 'nothing') return '';
  const info =
    carries.of === 'correction'
      ? [carries.wrong, carries.right]
      : [carries.reason, carries.decidedBy];
  const of = carries.of === 'correction' ? carries.corrects : '';
  return info
    .map((text, part) =>
      element('correction', { info: text, 'id-string': `take-${index + 1}-${part}`, regsrc: of }),
    )
    .join('');
}

function bodyHead(item: ExchangeItem): string {
  const [report] = item.takes;
  if (report === undefined) return '';
  const headline = headlineOf(report.document);
  const lead = leadOf(report.document);
  return element(
    'body.head',
    {},
    headline === '' ? '' : element('hedline', {}, textElement('hl1', headline)),
    textElement('byline', report.author),
    textElement('distributor', item.agency),
    datelineOf(item.place, report),
    lead === '' ? '' : element('abstract', {}, textElement('p', lead)),
  );
}

function datelineOf(place: string, report: ExchangeTake): string {
  const inside = textElement('location', place) + storyDate(report);
  return inside === '' ? '' : element('dateline', {}, inside);
}

function storyDate({ stamp, label }: ExchangeTake): string {
  const norm = basicOf(stamp);
  if (norm === '' && label === null) return '';
  return element('story.date', { norm }, escapeXml(label ?? ''));
}

function block(take: ExchangeTake, index: number): string {
  const isReport = index === 0;
  const { document } = take;
  const headline = isReport ? '' : headlineOf(document);
  const signoff = isReport ? '' : signoffOf(document);
  return element(
    'block',
    { id: `take-${index + 1}`, class: take.kind },
    isReport ? '' : textElement('byline', take.author),
    isReport || storyDate(take) === '' ? '' : element('dateline', {}, storyDate(take)),
    textElement('hl2', headline, { class: 'headline' }),
    ...document.children.map(blockNitf),
    textElement('p', signoff, { class: 'signoff' }),
    needsEmptySignoff(document) ? element('p', { class: 'signoff' }) : '',
  );
}

function bodyEnd(item: ExchangeItem): string {
  const [report] = item.takes;
  const signoff = report === undefined ? '' : signoffOf(report.document);
  return signoff === ''
    ? ''
    : element('body.end', {}, textElement('tagline', signoff, { type: 'std' }));
}

function blockNitf(node: Node): string {
  switch (node.type) {
    case nodes.headline:
    case nodes.signoff:
      return '';
    case nodes.lead:
      return element('p', { lede: 'true' }, textNitf(node));
    case nodes.crosshead:
      return element('hl2', {}, textNitf(node));
    case nodes.separator:
      return '<hr/>';
    case nodes.quote:
      return element(
        'bq',
        {},
        element('block', {}, ...quotedIn(node).map(blockNitf)),
        textElement('credit', attributionOf(node)?.textContent ?? ''),
      );
    case nodes.table:
      return tableXml(node, textNitf);
    case nodes.bullet_list:
      return element('ul', {}, ...node.children.map(itemNitf));
    case nodes.ordered_list:
      return element('ol', {}, ...node.children.map(itemNitf));
    case nodes.photo:
      return media(node);
    default:
      return element('p', {}, textNitf(node));
  }
}

function quotedIn(quote: Node): readonly Node[] {
  return quote.children.filter(({ type }) => type === nodes.paragraph);
}

function itemNitf(item: Node): string {
  return element('li', {}, ...item.children.map(blockNitf));
}

function media(photo: Node): string {
  const { caption, credit, alt } = wordsOfPhoto(photo);
  const picture = pictureOf(photo);
  return element(
    'media',
    { 'media-type': 'image' },
    element('media-reference', {
      'mime-type': picture?.type ?? 'image/jpeg',
      ...(picture !== null && {
        source: pictureFile(picture),
        width: String(picture.width),
        height: String(picture.height),
      }),
      'source-credit': credit,
      'alternate-text': alt,
    }),
    textElement('media-caption', caption),
    textElement('media-producer', credit),
  );
}

function textNitf(node: Node): string {
  return inlineXml(node, (inside: string, mark: Mark) => {
    switch (mark.type.name) {
      case 'link':
        return element('a', { href: String(mark.attrs['href']) }, inside);
      case 'strong':
        return element('em', { class: 'strong' }, inside);
      // NITF has no attribute for the language of words.
      case 'language':
        return inside;
      default:
        return element('em', {}, inside);
    }
  });
}
