import type { Stamp } from '../../record/stamp';
import { isWithdrawn, type ExchangeItem, type ExchangeTake } from '../item';
import { isoOf, zonedOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import {
  bodyHtml,
  headlineOf,
  photosOf,
  wordsOfPhoto,
  type PictureAddress,
} from '../markup/write-html';
import { element, escapeXml, textElement } from '../markup/write-xml';
import { pictureFile, pictureOf } from '../../document/picture';
import { canonicalText } from '../../document/canonical-text';

/**
 * A dispatch as a page of HTML that stands alone: hNews classes
 * (https://microformats.org/wiki/hnews), a schema.org LiveBlogPosting in JSON-LD, and styles for
 * screen and print. No script runs, nothing is fetched.
 *
 * @param guid of the item
 * @param addressOf where the page finds its pictures
 */
export function writeHtml(
  item: ExchangeItem,
  guid: string,
  addressOf: PictureAddress = pictureFile,
): string {
  const normal = normalItem(item);
  const [report, ...later] = normal.takes;
  const headline = report === undefined ? '' : headlineOf(report.document);
  const linked = JSON.stringify(linkedData(normal, guid), null, 1).replaceAll('<', '\\u003c');
  const head = [
    '<meta charset="utf-8"/>',
    `<title>${escapeXml(headline === '' ? normal.slug : headline)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<meta name="generator" content="Writethru"/>`,
    facts(normal, guid),
    `<style>${styles}</style>`,
    `<script type="application/ld+json">${linked}</script>`,
  ].join('\n');
  const body = element(
    'article',
    { class: 'hnews hentry h-entry', id: 'dispatch' },
    '\n',
    header(normal, report),
    ...(report === undefined ? [] : [section(report, 1, addressOf)]),
    ...later.map((take, index) => section(take, index + 2, addressOf)),
  );
  return `<!DOCTYPE html>\n<html lang="${normal.language}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** What is known of the dispatch, as names and values that no reader sees. */
function facts(item: ExchangeItem, guid: string): string {
  const values: readonly (readonly [string, string])[] = [
    ['guid', guid],
    ['version', String(item.version ?? item.takes.length)],
    ['slug', item.slug],
    ['urgency', item.urgency === null ? '' : String(item.urgency)],
    ['agency', item.agency],
    ['desk', item.desk],
    ['place', item.place],
    ['embargo', item.embargo === null ? '' : zonedOf({ precision: 'second', ...item.embargo })],
    ...item.subjects.map(({ code, name }) => ['subject', `${code} ${name}`] as const),
    ...item.persons.map((name) => ['person', name] as const),
  ];
  return values
    .filter(([, value]) => value !== '')
    .map(([name, content]) => element('meta', { name: `writethru:${name}`, content }))
    .join('\n');
}

function header(item: ExchangeItem, report: ExchangeTake | undefined): string {
  const headline = report === undefined ? '' : headlineOf(report.document);
  return element(
    'header',
    {},
    textElement('h1', headline, { class: 'entry-title p-name' }),
    textElement('p', item.agency, { class: 'source-org vcard' }),
    textElement('p', item.place, { class: 'dateline' }),
  );
}

function section(take: ExchangeTake, number: number, addressOf: PictureAddress): string {
  const { carries } = take;
  const carried =
    carries.of === 'correction'
      ? {
          'data-corrects': carries.corrects,
          'data-wrong': carries.wrong,
          'data-right': carries.right,
        }
      : carries.of === 'kill'
        ? { 'data-reason': carries.reason, 'data-decided-by': carries.decidedBy }
        : {};
  const headline = number === 1 ? '' : headlineOf(take.document);
  const body = element(
    'div',
    { class: number === 1 ? 'entry-content e-content' : 'content' },
    bodyHtml(take.document, addressOf),
  );
  return `\n${element(
    'section',
    { class: 'take', id: `take-${number}`, 'data-kind': take.kind, ...carried },
    time(take, number === 1 ? 'published dt-published' : 'updated'),
    textElement('h1', headline),
    textElement('p', take.advisoryLine, { class: 'advisory' }),
    textElement('p', take.author, { class: 'author vcard p-author' }),
    body,
  )}`;
}

function time({ stamp, label }: ExchangeTake, name: string): string {
  const iso = isoOf(stamp);
  if (iso === '' && label === null) return '';
  return element(
    'time',
    {
      class: name,
      datetime: iso,
      'data-stamp': zonedOf(stamp),
      ...(label !== null && { 'data-label': label }),
    },
    escapeXml(label ?? iso),
  );
}

type Json = { readonly [name: string]: unknown };

/** The dispatch as schema.org has it: a LiveBlogPosting whose updates are its later takes. */
function linkedData(item: ExchangeItem, guid: string): Json {
  const [report, ...later] = item.takes;
  const stamps = item.takes.flatMap(({ stamp }) => (stamp.precision === 'unknown' ? [] : [stamp]));
  return filled({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    '@id': guid,
    inLanguage: item.language,
    ...(report === undefined ? {} : posting(report)),
    dateModified: dated(stamps.at(-1)),
    coverageStartTime: dated(stamps[0]),
    ...(isWithdrawn(item) && { creativeWorkStatus: 'Withdrawn' }),
    keywords: item.slug,
    ...(item.agency !== '' && {
      sourceOrganization: { '@type': 'Organization', name: item.agency },
    }),
    ...(item.place !== '' && { contentLocation: { '@type': 'Place', name: item.place } }),
    about: item.subjects.map(({ name, code }) =>
      filled({ '@type': 'Thing', name, termCode: code }),
    ),
    mentions: item.persons.map((name) => ({ '@type': 'Person', name })),
    liveBlogUpdate: later.map((take) => ({ '@type': 'BlogPosting', ...posting(take) })),
  });
}

function posting(take: ExchangeTake): Json {
  const { document, stamp, author } = take;
  const images = photosOf(document).map((photo) => {
    const { caption, credit } = wordsOfPhoto(photo);
    const picture = pictureOf(photo);
    const contentUrl = picture === null ? '' : pictureFile(picture);
    return filled({ '@type': 'ImageObject', caption, creditText: credit, contentUrl });
  });
  const lines = canonicalText(document).split('\n');
  return filled({
    headline: headlineOf(document),
    datePublished: dated(stamp),
    author: author === '' ? '' : { '@type': 'Person', name: author },
    image: images,
    articleBody: lines
      .slice(1)
      .filter((line) => line !== '')
      .join('\n'),
  });
}

function dated(stamp: Stamp | undefined): string {
  return stamp === undefined ? '' : isoOf(stamp);
}

function filled(object: Json): Json {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const styles = [
  'body{font:1.1rem/1.5 Georgia,"Times New Roman",serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}',
  'h1{line-height:1.2}.take+.take{border-top:1px solid #999;margin-top:2rem;padding-top:1rem}',
  'time,.advisory,.author,.source-org,.dateline,.signoff,cite{color:#555;font-size:.85rem;font-style:normal}',
  '.lead{font-weight:600}figure{margin:1.5rem 0}figure img{display:block;max-width:100%;height:auto;margin-bottom:.5rem}figure cite{display:block}blockquote{border-left:3px solid #999;margin-left:0;padding-left:1rem}.attribution{color:#555;font-size:.9rem}',
  'table{border-collapse:collapse;margin:1.5rem 0;font-variant-numeric:lining-nums tabular-nums}th,td{border-bottom:1px solid #ccc;padding:.25rem 1rem .25rem 0;text-align:left;vertical-align:top}th{border-bottom-color:#555;font-weight:600}',
  '@media print{body{font-size:11pt;max-width:none;margin:0}.take{break-inside:auto}h1,h2{break-after:avoid}figure,blockquote,tr{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}@page{margin:2cm}}',
].join('');
