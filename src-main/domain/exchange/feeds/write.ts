import type { ExchangeItem } from '../item';
import { dateTimeOf } from '../markup/dates';
import { normalItem } from '../markup/normal';
import { bodyHtml, headlineOf, leadOf } from '../markup/write-html';
import { element, escapeXml, textElement } from '../markup/write-xml';

/** What a feed is of: a saved search, a selection, the whole archive. */
export type FeedFacts = {
  /** A URI that names the feed. */
  readonly id: string;
  readonly title: string;
  /** ms */
  readonly madeAt: number;
};

/** The beginning of an Atom feed (RFC 4287); entries follow, then {@link atomEnd}. */
export function atomStart({ id, title, madeAt }: FeedFacts): string {
  const updated = dateTimeOf({ precision: 'second', instant: madeAt, zone: 'UTC' });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
    textElement('id', id),
    element('title', {}, escapeXml(title)),
    textElement('updated', updated),
    textElement('generator', 'Writethru'),
    '',
  ].join('\n');
}

export const atomEnd = '</feed>\n';

/** A dispatch as an entry of an Atom feed: its takes one after the other, as XHTML. */
export function atomEntry(item: ExchangeItem, guid: string, madeAt: number): string {
  const normal = normalItem(item);
  const [report] = normal.takes;
  const known = normal.takes.flatMap(({ stamp }) => (stamp.precision === 'unknown' ? [] : [stamp]));
  const made = dateTimeOf({ precision: 'second', instant: madeAt, zone: 'UTC' });
  const last = known.at(-1);
  const first = known[0];
  const content = normal.takes.map(({ document }, index) => {
    const headline = index === 0 ? '' : headlineOf(document);
    return element('div', { class: 'take' }, textElement('h1', headline), bodyHtml(document));
  });
  return `${element(
    'entry',
    { 'xml:lang': normal.language },
    textElement('id', guid),
    element(
      'title',
      {},
      escapeXml(report === undefined ? normal.slug : headlineOf(report.document)),
    ),
    textElement('updated', last === undefined ? made : dateTimeOf(last)),
    first === undefined ? '' : textElement('published', dateTimeOf(first)),
    element(
      'author',
      {},
      element('name', {}, escapeXml(report?.author || normal.agency || 'Writethru')),
    ),
    ...normal.subjects.map(({ code, name }) =>
      element('category', { term: code === '' ? name : `medtop:${code}`, label: name }),
    ),
    report === undefined ? '' : textElement('summary', leadOf(report.document)),
    element(
      'content',
      { type: 'xhtml' },
      element('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, ...content),
    ),
  )}\n`;
}
