import { canonicalText } from '../../document/canonical-text';
import { countWords } from '../../document/counts';
import type { ExchangeItem } from '../item';
import { isoOf } from '../markup/dates';
import { headlineOf } from '../markup/write-html';

/** The first line of a CSV of takes (RFC 4180). */
export const csvHeader =
  'guid,slug,language,urgency,desk,agency,place,take,kind,stamp,precision,headline,author,words,text\r\n';

/** The takes of a dispatch as lines of CSV: one a take, with its whole text. */
export function csvLines(item: ExchangeItem, guid: string): string {
  const of = [
    guid,
    item.slug,
    item.language,
    item.urgency === null ? '' : String(item.urgency),
    item.desk,
    item.agency,
    item.place,
  ];
  return item.takes
    .map((take, index) => {
      const text = canonicalText(take.document);
      const { stamp, kind, author } = take;
      const fields = [
        ...of,
        String(index + 1),
        kind,
        isoOf(stamp),
        stamp.precision,
        headlineOf(take.document),
        author,
        String(countWords(text)),
        text,
      ];
      return `${fields.map(field).join(',')}\r\n`;
    })
    .join('');
}

/**
 * A field of CSV. One that a spreadsheet would take for a formula begins with an apostrophe, so that
 * opening the file runs nothing (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
