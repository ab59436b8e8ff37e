import type { WireRow } from '@contract/models';

/** A line of the wire: a day's heading or a dispatch. */
export type WireItem =
  | { readonly is: 'day'; readonly key: string; readonly at: number }
  | { readonly is: 'row'; readonly key: string; readonly row: WireRow };

/**
 * The wire's rows with a heading before the first of each day. A dispatch that moved while pages
 * were being read may be given twice; its first place, the newest, stands.
 *
 * @param rows newest first
 * @param dayOf names the calendar day of an instant at the desk
 */
export function groupByDay(
  rows: readonly WireRow[],
  dayOf: (instant: number) => string,
): readonly WireItem[] {
  const items: WireItem[] = [];
  const seen = new Set<string>();
  let day: string | undefined;
  for (const row of rows) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const rowDay = dayOf(row.at);
    if (rowDay !== day) {
      day = rowDay;
      items.push({ is: 'day', key: `day ${rowDay} ${row.id}`, at: row.at });
    }
    items.push({ is: 'row', key: row.id, row });
  }
  return items;
}

/** The headline of a dispatch whose first text is being written. */
export type LiveHeadline = { readonly dispatchId: string; readonly text: string };

/** The rows with the headline of one of them as it is being typed; the archive's may lag behind. */
export function withLiveHeadline(
  rows: readonly WireRow[],
  live: LiveHeadline | null,
): readonly WireRow[] {
  if (live === null) return rows;
  return rows.map((row) =>
    row.id === live.dispatchId && row.headline !== live.text
      ? { ...row, headline: live.text }
      : row,
  );
}

/** Keys that move in the wire. */
export type Move = 'up' | 'down' | 'first' | 'last' | 'page-up' | 'page-down';

const page = 8;

/**
 * Where a move leads among the items, skipping headings.
 *
 * @returns the index of a row, or -1 when there is none
 */
export function moveTo(items: readonly WireItem[], from: number, move: Move): number {
  const rows = items.flatMap((item, index) => (item.is === 'row' ? [index] : []));
  const last = rows.length - 1;
  const at = rows.indexOf(from);
  const wanted = {
    up: at - 1,
    down: at + 1,
    first: 0,
    last,
    'page-up': at - page,
    'page-down': at + page,
  }[move];
  return rows[Math.min(last, Math.max(0, wanted))] ?? -1;
}
