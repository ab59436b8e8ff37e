import type { DecodeError } from '../wire/decode';
import { detectLanguage } from '../wire/language';
import type { ExchangeItem } from './item';
import type { MarkupFault } from './markup/tree';
import type { Repair, Repairs } from './repair';

/** The formats that are read. */
export const readFormats = [
  'wire',
  'ninjs',
  'nitf',
  'newsml-g2',
  'newsml-1',
  'iptc7901',
  'rss',
  'atom',
  'schema-org',
  'html',
  'markdown',
  'email',
  'docx',
  'photo',
  'bundle',
] as const;
export type ReadFormat = (typeof readFormats)[number];

/** One item a file held, and what was done to it. */
export type ReadItem = { readonly item: ExchangeItem; readonly repairs: readonly Repair[] };

/** What a reader made of a file: at least one item. */
export type Reading = { readonly format: ReadFormat; readonly items: readonly ReadItem[] };

/**
 * Why a file holds nothing to read. `no-text`: it is of the format and has no words of a dispatch;
 * `photo-without-words`, `photo-broken`: a photo that says nothing, or cannot be read either;
 * `not-news`: it is a list of concepts, a plan, a catalogue (detail: which); `unknown-format`: it may be
 * news, in a form nobody told us of (detail: `JSON`, or the first element); `unreadable`: its reader
 * failed (detail: how).
 */
export type ReadFault =
  | DecodeError
  | MarkupFault
  | { readonly code: 'no-text' | 'photo-without-words' | 'photo-broken' }
  | { readonly code: 'not-news'; readonly detail: string }
  | { readonly code: 'unknown-format'; readonly detail: string }
  | { readonly code: 'unreadable'; readonly detail: string };

/** What readers are told besides the text. */
export type ReadContext = {
  /** IANA zone of times that name none. */
  readonly zone: string;
};

/** French or English, by the tag of a source, or for another language by the words. */
export function languageOf(tag: string, text: string, repairs: Repairs): 'fr' | 'en' {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary === 'fr' || primary === 'en') return primary;
  if (primary !== '') repairs.add('language-other', tag.trim());
  return detectLanguage(text);
}

/** IPTC urgency as the archive keeps it, 1 to 8; 9 and 0 have no urgency of their own. */
export function urgencyOf(value: string, repairs: Repairs): number | null {
  if (value.trim() === '') return null;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 8) return number;
  repairs.add('urgency-out-of-range', value.trim());
  return null;
}

/** A version number, where it is one. */
export function versionOf(value: string): number | null {
  const number = Number(value.trim());
  return value.trim() !== '' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
