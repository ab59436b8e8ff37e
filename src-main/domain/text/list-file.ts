import { err, ok, type Result } from '../result';

/** Why a file of JSON is not taken: a stable reason, and the number of the entry it is about. */
export type ListProblem<Reason extends string> = {
  readonly reason: Reason;
  readonly entry?: number;
};

/** A kind of file that lists what a desk keeps: `{ "KIND": VERSION, "entries": [...] }`. */
export type ListFile<Entry, Kind extends string> = {
  /** What it is called in the file, and what the reasons begin with. */
  readonly kind: Kind;
  /** The largest file read, in UTF-16 units. */
  readonly largest: number;
  /** The most entries it may have. */
  readonly most: number;
  /** Reads an entry; null where it is none. */
  readonly read: (value: unknown) => Entry | null;
};

const version = 1;

/** Entries as a file of a kind. */
export function writeList(kind: string, entries: readonly object[]): string {
  return `${JSON.stringify({ [kind]: version, entries }, null, 2)}\n`;
}

/**
 * Reads what {@link writeList} wrote, or a bare list of entries; all of it, or nothing.
 *
 * @returns the entries; else `KIND-unreadable` (no JSON), `-newer` (of a later version), `-none`,
 *   `-too-large` or, with its number from 1, `-entry`
 */
export function readList<Entry, Kind extends string>(
  file: string,
  { kind, largest, most, read }: ListFile<Entry, Kind>,
): Result<
  readonly Entry[],
  ListProblem<`${Kind}-${'unreadable' | 'newer' | 'none' | 'too-large' | 'entry'}`>
> {
  if (file.length > largest) return err({ reason: `${kind}-too-large` });
  let parsed: unknown;
  try {
    parsed = JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch {
    // Not JSON.
    return err({ reason: `${kind}-unreadable` });
  }
  const said = fieldOf(parsed, kind);
  if (typeof said === 'number' && said > version) return err({ reason: `${kind}-newer` });
  const listed = Array.isArray(parsed)
    ? parsed
    : said === version
      ? fieldOf(parsed, 'entries')
      : null;
  if (!Array.isArray(listed) || listed.length === 0) return err({ reason: `${kind}-none` });
  if (listed.length > most) return err({ reason: `${kind}-too-large` });
  const entries: Entry[] = [];
  for (const [at, each] of listed.entries()) {
    const entry = read(each);
    if (entry === null) return err({ reason: `${kind}-entry`, entry: at + 1 });
    entries.push(entry);
  }
  return ok(entries);
}

/** Words without white space around them; null where they are none, or too long. */
export function wordsOf(value: unknown, most: number): string | null {
  const line = lineOf(value, most);
  return line === '' ? null : line;
}

/** As {@link wordsOf}, where there need be none. */
export function lineOf(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.length <= most ? value.trim() : null;
}

/** A field of an object; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
