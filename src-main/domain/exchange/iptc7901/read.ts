import { takeSchema } from '../../document/schema';
import { err, ok, type Result } from '../../result';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { decodeWindows1252 } from '../../wire/codecs';
import { detectLanguage } from '../../wire/language';
import { isSignoffLine, looksLikeCrosshead } from '../../wire/marks';
import { plainItem, plainTake } from '../item';
import { assembleDocument, hasText } from '../markup/assemble';
import { stampFromRfc822 } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { urgencyOf, type ReadContext, type ReadFault, type ReadItem } from '../reading';
import { Repairs } from '../repair';

const { nodes } = takeSchema;
const startOfHeader = 0x01;
const startOfText = 0x02;
const endOfText = 0x03;

/** Whether bytes are an IPTC 7901 message: a start of header near the front, then a start of text. */
export function isIptc7901(bytes: Uint8Array): boolean {
  const header = bytes.subarray(0, 64).indexOf(startOfHeader);
  return header >= 0 && bytes.subarray(header, header + 600).includes(startOfText);
}

const headerLine =
  /^(?<service>[A-Za-z]*)(?<sequence>\d+)\s+(?<priority>\d)\s+(?<category>[A-Za-z]{1,3})\s+(?<words>\d+)\s*(?<rest>.*)$/;

/**
 * Reads IPTC 7901 messages (revision 5, 1995) as agencies send them: Latin-1, control bytes between
 * the parts, lines cut at some 65 columns. A file may hold several, one after the other.
 */
export function readIptc7901(
  bytes: Uint8Array,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const items: ReadItem[] = [];
  let at = bytes.indexOf(startOfHeader);
  const padding = Math.max(0, at);
  while (at >= 0) {
    const next = bytes.indexOf(startOfHeader, at + 1);
    const repairs = new Repairs();
    if (items.length === 0 && padding > 0) repairs.add('padding-dropped', String(padding));
    const message = bytes.subarray(at + 1, next < 0 ? bytes.length : next);
    const item = messageOf(message, context, repairs);
    if (item !== null) items.push({ item, repairs: repairs.list() });
    at = next;
  }
  return items.length === 0 ? err({ code: 'no-text' }) : ok(items);
}

function messageOf(
  message: Uint8Array,
  context: ReadContext,
  repairs: Repairs,
): ReadItem['item'] | null {
  const textAt = message.indexOf(startOfText);
  if (textAt < 0) return null;
  const end = message.indexOf(endOfText, textAt);
  const header = linesOf(decodeWindows1252(message.subarray(0, textAt)));
  const body = linesOf(
    decodeWindows1252(message.subarray(textAt + 1, end < 0 ? message.length : end)),
  );
  const tail = end < 0 ? [] : linesOf(decodeWindows1252(message.subarray(end + 1)));
  if (end < 0) repairs.add('field-order', 'ETX');
  const fields = headerLine.exec(header[0]?.trim() ?? '')?.groups;
  if (fields === undefined) repairs.add('field-order', 'header');
  const { headline, rest } = headlineAndRest(body);
  const document = assembleDocument({ headline, blocks: blocksOf(rest), signoff: null });
  if (!hasText(document)) return null;
  const slug = plainLine(header.slice(1).join(' ')).replace(/\/+$/, '').trim();
  const service = fields?.['service'] ?? '';
  const sequence = fields?.['sequence'] ?? '';
  if (fields?.['category'] !== undefined && fields['rest']?.trim()) {
    repairs.add('field-kept-aside', plainLine(fields['rest']));
  }
  return plainItem([plainTake(document, { stamp: stampOf(tail, context, repairs) })], {
    guid: guidOf(service, sequence, tail),
    slug: slug.slice(0, 120),
    language: detectLanguage(document.textContent),
    urgency: urgencyOf(fields?.['priority'] ?? '', repairs),
    agency: service.slice(0, 120),
    desk: fields?.['category'] ?? '',
  });
}

/** A sequence number is used again every day: only with the message's own date does it name it. */
function guidOf(service: string, sequence: string, tail: readonly string[]): string | null {
  const date = plainLine(tail[0] ?? '').replace(/\s+/g, '');
  return sequence === '' || date === '' ? null : `urn:iptc7901:${service}:${sequence}:${date}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F]/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
}

/** The headline stands on the line of the start of text, and may go on to one that ends with `=`. */
function headlineAndRest(lines: readonly string[]): {
  readonly headline: string;
  readonly rest: readonly string[];
} {
  const end = lines.slice(0, 4).findIndex((line) => line.trimEnd().endsWith('='));
  const count = end >= 0 ? end + 1 : 1;
  const headline = plainLine(lines.slice(0, count).join(' ')).replace(/\s*=$/, '');
  return { headline, rest: lines.slice(count) };
}

/** Paragraphs begin with an indent; where no line has one, each full stop at a short line ends one. */
function blocksOf(lines: readonly string[]) {
  const width = lines.reduce((widest, line) => Math.max(widest, line.trimEnd().length), 0);
  const indented = lines.some((line) => /^\s{2,}\S/.test(line));
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const begins = indented ? /^\s{2,}\S/.test(line) : !open;
    const text = line.trim();
    if (begins || paragraphs.length === 0 || isSignoffLine(text)) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1) ?? '', text);
    open = indented || line.trimEnd().length > width - 15;
  }
  return paragraphs.flatMap((text, index) => {
    const line = plainLine(text);
    if (line === '') return [];
    const isCrosshead = index > 0 && index < paragraphs.length - 1 && looksLikeCrosshead(line);
    const type = isCrosshead ? nodes.crosshead : nodes.paragraph;
    return [type.create(null, takeSchema.text(line))];
  });
}

function joined(before: string, after: string): string {
  return /\p{L}-$/u.test(before) ? before + after : `${before} ${after}`;
}

/** `021914 GMT mai 17` or `021914 May 17`: day, hour and minute, month, year. */
const timeOfDistribution =
  /(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})\s*(?<zone>[A-Z]{3,4})?\s*(?<month>\p{L}{3})\p{L}*\.?\s*(?<year>\d{2,4})/u;
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const otherNames: Readonly<Record<string, string>> = {
  fév: 'feb',
  fev: 'feb',
  mär: 'mar',
  mrz: 'mar',
  avr: 'apr',
  mai: 'may',
  jui: 'jun',
  aoû: 'aug',
  aou: 'aug',
  okt: 'oct',
  déc: 'dec',
  dez: 'dec',
};

function stampOf(tail: readonly string[], { zone }: ReadContext, repairs: Repairs): Stamp {
  const line = plainLine(tail.join(' '));
  const found = timeOfDistribution.exec(line)?.groups;
  if (found === undefined) {
    if (line !== '') repairs.add('date-unreadable', line.slice(0, 60));
    return unknownStamp;
  }
  const name = (found['month'] ?? '').toLowerCase();
  const month = otherNames[name] ?? name;
  if (!monthNames.includes(month)) {
    repairs.add('date-unreadable', line.slice(0, 60));
    return unknownStamp;
  }
  const { day = '', hour = '', minute = '', year = '' } = found;
  return stampFromRfc822(`${day} ${month} ${year} ${hour}:${minute} ${found['zone'] ?? ''}`, zone);
}
