import { printWire } from '../wire/print';
import { csvHeader, csvLines } from './csv/write';
import { atomEnd, atomEntry, atomStart, type FeedFacts } from './feeds/write';
import { writeHtml } from './html/write';
import type { ExchangeItem } from './item';
import { writeMarkdown } from './markdown/write';
import { writeNewsmlG2 } from './newsml-g2/write';
import { writeNinjs } from './ninjs/write';
import { writeNitf } from './nitf/write';

/** The formats with a file for each dispatch that are text. */
export const textFormats = [
  'ninjs',
  'ninjs-2',
  'ninjs-1',
  'newsml-g2',
  'nitf',
  'html',
  'markdown',
  'wire',
] as const;
export type TextFormat = (typeof textFormats)[number];

/** The formats with one file for all dispatches. */
export const listFormats = ['atom', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

/** What writers are told besides the item. */
export type WriteContext = {
  /** ms, when the file is made. */
  readonly madeAt: number;
  /** IANA zone of the desk. */
  readonly zone: string;
};

/** The extension of each format's files. */
export const extensions: Readonly<Record<TextFormat | ListFormat, string>> = {
  ninjs: 'ninjs.json',
  'ninjs-2': 'ninjs2.json',
  'ninjs-1': 'ninjs1.json',
  'newsml-g2': 'newsml-g2.xml',
  nitf: 'nitf.xml',
  html: 'html',
  markdown: 'md',
  wire: 'txt',
  atom: 'atom.xml',
  csv: 'csv',
};

/** The URI an item is written under: the one it came with where that is a URI, else its own. */
export function uriOf(item: ExchangeItem, dispatchId: string): string {
  const own = `urn:uuid:${dispatchId}`;
  return item.guid !== null && isUri(item.guid) ? item.guid : own;
}

/** What JSON Schema and XML Schema both take for a URI without a fragment (RFC 3986). */
function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z\d+.-]*:(?:[A-Za-z\d._~:/?@!$&'()*+,;=-]|%[\dA-Fa-f]{2})+$/.test(text);
}

/** A dispatch as a file of a format. */
export function writeText(
  item: ExchangeItem,
  uri: string,
  format: TextFormat,
  { madeAt, zone }: WriteContext,
): string {
  switch (format) {
    case 'ninjs':
      return writeNinjs(item, uri, 3);
    case 'ninjs-2':
      return writeNinjs(item, uri, 2);
    case 'ninjs-1':
      return writeNinjs(item, uri, 1);
    case 'newsml-g2':
      return writeNewsmlG2(item, uri, madeAt);
    case 'nitf':
      return writeNitf(item, uri);
    case 'html':
      return writeHtml(item, uri);
    case 'markdown':
      return writeMarkdown(item, uri);
    case 'wire':
      return printWire(item.takes, { language: item.language, zone });
  }
}

/** How a file of many dispatches begins. */
export function listStart(format: ListFormat, facts: FeedFacts): string {
  return format === 'atom' ? atomStart(facts) : `\uFEFF${csvHeader}`;
}

/** A dispatch in a file of many. */
export function listEntry(
  item: ExchangeItem,
  uri: string,
  format: ListFormat,
  madeAt: number,
): string {
  return format === 'atom' ? atomEntry(item, uri, madeAt) : csvLines(item, uri);
}

/** How a file of many dispatches ends. */
export function listEnd(format: ListFormat): string {
  return format === 'atom' ? atomEnd : '';
}
