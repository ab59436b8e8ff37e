import { allTopics } from '../queries/topics';
import { all, eachRow, type ReadableDb } from '../database';
import type { FacetValue } from './facet-value';

/** What dispatches are about, in memory, for counting. */
export type SubjectColumns = {
  /** Of the dispatches that are about something, by their number: the numbers of their subjects. */
  readonly ofDispatch: Map<number, readonly number[]>;
  /** Each subject by its number; its value is its code, or its name where it has none. */
  readonly known: { readonly value: string; readonly name: string }[];
  readonly numbers: Map<string, number>;
};

/** The subjects of all dispatches, which have these numbers. */
export function readSubjects(
  db: ReadableDb,
  dispatches: ReadonlyMap<string, number>,
): SubjectColumns {
  const columns: SubjectColumns = { ofDispatch: new Map(), known: [], numbers: new Map() };
  eachRow(
    db,
    'SELECT dispatch_id, code, name FROM dispatch_subject',
    ([dispatchId, code, name]: readonly [string, string, string]) => {
      const dispatch = dispatches.get(dispatchId);
      if (dispatch === undefined) return;
      const before = columns.ofDispatch.get(dispatch) ?? [];
      columns.ofDispatch.set(dispatch, [...before, numberOf(columns, code, name)]);
    },
  );
  return columns;
}

/** Reads those of some dispatches anew. */
export function readSubjectsAgain(
  db: ReadableDb,
  columns: SubjectColumns,
  dispatches: ReadonlyMap<string, number>,
  changed: ReadonlySet<string>,
): void {
  for (const id of changed) {
    const dispatch = dispatches.get(id);
    if (dispatch === undefined) continue;
    const subjects = all<{ code: string; name: string }>(
      db,
      'SELECT code, name FROM dispatch_subject WHERE dispatch_id = :id',
      { id },
    );
    if (subjects.length === 0) columns.ofDispatch.delete(dispatch);
    else {
      const numbers = subjects.map(({ code, name }) => numberOf(columns, code, name));
      columns.ofDispatch.set(dispatch, numbers);
    }
  }
}

/**
 * How many entries are about each subject, the most first.
 *
 * @param entries of each dispatch by its number: how many were found
 * @param most subjects that are told
 */
export function countSubjects(
  db: ReadableDb,
  columns: SubjectColumns,
  entries: Uint32Array,
  most: number,
): readonly FacetValue[] {
  const counts = new Map<number, number>();
  for (const [dispatch, subjects] of columns.ofDispatch) {
    const found = entries[dispatch] ?? 0;
    if (found === 0) continue;
    for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + found);
  }
  const told = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, most);
  if (told.length === 0) return [];
  const topics = new Map(allTopics(db).map(({ code, fr, en }) => [code, { fr, en }]));
  return told.map(([subject, count]) => {
    const { value, name } = columns.known[subject] ?? { value: '', name: '' };
    return { value, count, names: topics.get(value) ?? { fr: name, en: name } };
  });
}

function numberOf({ known, numbers }: SubjectColumns, code: string, name: string): number {
  const value = code || name;
  let number = numbers.get(value);
  if (number === undefined) {
    number = known.push({ value, name: name || code }) - 1;
    numbers.set(value, number);
  }
  return number;
}
