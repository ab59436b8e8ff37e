import type { SearchHit } from '../contract/models';
import { wallTimeAt } from '../domain/time/wall-time';

const columns = [
  'time',
  'zone',
  'precision',
  'source',
  'kind',
  'language',
  'slug',
  'headline',
  'passage',
  'since',
  'dispatch',
  'id',
] as const;

/**
 * Found entries as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets know it): one a line,
 * times as clocks in the zone show them; a time nobody knows is left empty.
 */
export function searchCsv(hits: readonly SearchHit[], zone: string): string {
  const lines = hits.map((hit) =>
    columns.map((column) => field(cell(hit, column, zone))).join(','),
  );
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(hit: SearchHit, column: (typeof columns)[number], zone: string): string {
  const known = hit.stamp === null || hit.stamp.precision !== 'unknown';
  switch (column) {
    case 'time':
      return known ? timeOf(hit.at, zone) : '';
    case 'zone':
      return known ? zone : '';
    case 'precision':
      return hit.stamp?.precision ?? '';
    case 'headline':
      return hit.headline.text;
    case 'passage':
      return hit.passage.text;
    case 'since':
      return hit.ended ?? '';
    case 'dispatch':
      return hit.dispatchId;
    case 'id':
      return hit.sourceId;
    default:
      return hit[column];
  }
}

function timeOf(at: number, zone: string): string {
  const wall = wallTimeAt(at, zone);
  if (wall === null) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const { year, month, day, hour, minute, second } = wall;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** A spreadsheet takes what begins so for a formula: an apostrophe keeps it text. */
const formula = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
