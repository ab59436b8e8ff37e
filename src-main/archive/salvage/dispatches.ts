import { restoreDispatch } from '../commands/restore';
import { all, first, run, type ReadableDb, type WritableDb } from '../database';
import { readBundleRows, type BundleRow, type BundleRows } from '../queries/bundle';
import { readRecord } from '../queries/record';
import { sha256 } from '../sha256';
import { brokenLinks } from '../verify/chain';
import type { LostEntry } from '../../contract/salvage';

/** What became of the dispatches of a damaged archive. */
export type DispatchesSalvaged = {
  /** Takes that the base did not have. */
  readonly added: number;
  readonly lost: readonly LostEntry[];
  readonly lostOriginals: number;
};

/**
 * Brings every dispatch gathered from a damaged archive into the base it is mended on: what the
 * record of the base does not have yet, as far as every hash fits. A take that is not as it was
 * recorded does not come in, nor what follows it in its record; it is told of.
 */
export function salvageDispatches(gathered: ReadableDb, base: WritableDb): DispatchesSalvaged {
  const lost: LostEntry[] = [];
  const originals = readOriginals(gathered);
  let added = 0;
  for (const id of dispatchIds(gathered)) {
    const rows = rowsOf(gathered, base, id, originals.whole);
    const whole = bringIn(base, rows, originals.whole);
    const [broken] = brokenLinks(readRecord(gathered, id));
    if (whole !== null) added += whole;
    else if (broken !== undefined) {
      const cut = cutAt(rows, broken.revision.number);
      const isEmpty = cut.take.length === 0 && cut.note.length === 0;
      if (!isEmpty) added += bringIn(base, cut, originals.whole) ?? 0;
    }
    lost.push(...missingIn(base, gathered, id, rows));
    updateFacts(base, rows.dispatch[0]);
  }
  const lostOriginals = originals.broken.filter((name) => !hasOriginal(base, name)).length;
  return { added, lost, lostOriginals };
}

function dispatchIds(gathered: ReadableDb): readonly string[] {
  return all<{ id: string }>(
    gathered,
    `SELECT id FROM dispatch UNION SELECT dispatch_id FROM revision
     UNION SELECT dispatch_id FROM draft ORDER BY 1`,
  ).map(({ id }) => id);
}

type Originals = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly encoding: string }>;

/** Originals whose bytes still have their hash, and the names of those whose bytes have not. */
function readOriginals(gathered: ReadableDb): {
  readonly whole: Originals;
  readonly broken: readonly string[];
} {
  const stored = all<{ sha256: string; bytes: Uint8Array; encoding: string }>(
    gathered,
    'SELECT sha256, bytes, encoding FROM original',
  );
  const isWhole = (one: (typeof stored)[number]): boolean => sha256(one.bytes) === one.sha256;
  return {
    whole: new Map(stored.filter(isWhole).map(({ sha256: name, ...rest }) => [name, rest])),
    broken: stored.filter((one) => !isWhole(one)).map(({ sha256: name }) => name),
  };
}

function hasOriginal(base: ReadableDb, name: string): boolean {
  return first(base, 'SELECT 1 FROM original WHERE sha256 = :name', { name }) !== undefined;
}

/** The rows of a dispatch; where its own row is gone, one with what can be known of it. */
function rowsOf(
  gathered: ReadableDb,
  base: ReadableDb,
  id: string,
  originals: Originals,
): BundleRows {
  if (first(gathered, 'SELECT 1 FROM dispatch WHERE id = :id', { id }) === undefined) {
    run(
      // Nobody else has the gathered rows open: they are a file of the salvage alone.
      gathered as WritableDb,
      `INSERT INTO dispatch (id, slug, language, urgency, desk, agency, place, created_at)
       VALUES (:id, '', 'fr', 5, '', '', '',
         coalesce((SELECT min(recorded_at) FROM revision WHERE dispatch_id = :id), 0))`,
      { id },
    );
  }
  const rows = readBundleRows(gathered, { id });
  const isThere = (row: BundleRow): boolean => {
    const name = String(row['sha256']);
    return originals.has(name) || hasOriginal(base, name);
  };
  return { ...rows, import: rows.import.filter(isThere) };
}

/** Takes brought in; null where the rows do not fit together. */
function bringIn(base: WritableDb, rows: BundleRows, originals: Originals): number | null {
  const files = rows.import.flatMap((row) => originals.get(String(row['sha256'])) ?? []);
  const result = restoreDispatch(base, { rows, originals: files, pictures: [] });
  return result.is === 'refused' ? null : result.takes;
}

/** The rows of a dispatch whose record ends before an entry; its later notes are on the dispatch. */
function cutAt(rows: BundleRows, number: number): BundleRows {
  const revision = rows.revision.filter((row) => Number(row['number']) < number);
  const kept = new Set(
    revision.filter((row) => row['entry'] === 'take').map((row) => row['take_id']),
  );
  const stamped = new Set(
    revision.filter((row) => row['entry'] === 'stamp').map((row) => row['take_id']),
  );
  return {
    ...rows,
    revision,
    take: rows.take.filter((row) => kept.has(row['id'] ?? null)),
    supplied_stamp: rows.supplied_stamp.filter((row) => stamped.has(row['take_id'] ?? null)),
    note: rows.note.map((row) =>
      kept.has(row['take_id'] ?? null)
        ? row
        : { ...row, take_id: null, anchor: null, part: 'words', origin_take_id: null },
    ),
  };
}

/** Entries that were gathered, and that the base has not. */
function missingIn(
  base: ReadableDb,
  gathered: ReadableDb,
  id: string,
  rows: BundleRows,
): readonly LostEntry[] {
  const kept =
    first<{ last: number }>(
      base,
      'SELECT coalesce(max(number), 0) AS last FROM revision WHERE dispatch_id = :id',
      { id },
    )?.last ?? 0;
  const headline =
    first<{ headline: string }>(base, 'SELECT headline FROM wire_row WHERE dispatch_id = :id', {
      id,
    })?.headline ?? '';
  return readRecord(gathered, id)
    .filter(({ number }) => number > kept)
    .map(({ number, entry }) => {
      const text = entry.is === 'take' ? wordsIn(entry.take.document) : '';
      return {
        dispatchId: id,
        slug: String(rows.dispatch[0]?.['slug'] ?? ''),
        headline: headline === '' ? (text.split('\n')[0] ?? '') : headline,
        number,
        ordinal: entry.is === 'take' ? entry.take.ordinal : null,
        text,
      };
    });
}

/** The words of a document that may be damaged: every text in it, in its order. */
function wordsIn(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const node = value as { readonly text?: unknown; readonly content?: unknown };
  if (typeof node.text === 'string') return node.text;
  if (!Array.isArray(node.content)) return '';
  return node.content
    .map(wordsIn)
    .filter((words) => words !== '')
    .join('\n');
}

/** Slug, desk and the like are no part of the record: the damaged archive has them as they were last. */
function updateFacts(base: WritableDb, row: BundleRow | undefined): void {
  if (row === undefined) return;
  const { id, slug, language, urgency, desk, agency, place } = row;
  if (slug === '' || slug === undefined) return;
  try {
    run(
      base,
      `UPDATE dispatch SET slug = :slug, language = :language, urgency = :urgency, desk = :desk,
         agency = :agency, place = :place WHERE id = :id`,
      {
        id: id ?? null,
        slug,
        language: language ?? null,
        urgency: urgency ?? null,
        desk: desk ?? null,
        agency: agency ?? null,
        place: place ?? null,
      },
    );
  } catch {
    // A value that does not fit its column was damaged: the base's stay.
  }
}
