import { describe, expect, it } from 'vitest';
import { importDispatches, type ImportInput } from '../../../src-main/archive/commands/import';
import { all } from '../../../src-main/archive/database';
import { readFacts } from '../../../src-main/archive/queries/status';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { testId, writableDb } from '../../support/archives';
import { document } from '../../support/texts';

function input(number: number, change: Partial<ImportInput['dispatch']> = {}): ImportInput {
  return {
    dispatch: {
      id: testId(number),
      slug: '',
      language: 'fr',
      urgency: 5,
      desk: '',
      agency: '',
      place: '',
      createdAt: 1_000,
      ...change,
    },
    takes: [
      {
        id: testId(1_000 + number),
        kind: 'report',
        stamp: { precision: 'unknown' },
        label: 'Publié',
        document: document(`Titre ${number}`, 'Texte.'),
      },
    ],
    original: {
      bytes: new TextEncoder().encode(`original ${number}`),
      name: `${number}.txt`,
      encoding: 'utf-8',
      repairs: [],
    },
  };
}

describe('importing many at once', () => {
  it('records each with its revision and original', () => {
    const db = writableDb();
    const outcomes = importDispatches(db, { dispatches: [input(1), input(2), input(3)] });
    expect(outcomes.map(({ is }) => is)).toEqual(['added', 'added', 'added']);
    expect(verifyRecord(db)).toMatchObject({ dispatches: 3, revisions: 3, problems: [] });
  });

  it('adds a dispatch that comes twice once', () => {
    const db = writableDb();
    const twin = { ...input(1), dispatch: { ...input(1).dispatch, id: testId(9) } };
    const outcomes = importDispatches(db, { dispatches: [input(1), twin] });
    expect(outcomes).toEqual([
      { is: 'added', dispatchId: testId(1) },
      { is: 'unchanged', dispatchId: testId(1) },
    ]);
  });

  it('leaves the others in when one is refused, and nothing half of that one', () => {
    const db = writableDb();
    // The table refuses an urgency of 99, after the transaction has begun.
    const outcomes = importDispatches(db, {
      dispatches: [input(1), input(2, { urgency: 99 }), input(3)],
    });
    expect(outcomes.map(({ is }) => is)).toEqual(['added', 'refused', 'added']);
    expect(readFacts(db).dispatches).toBe(2);
    expect(all(db, 'SELECT name FROM import ORDER BY name')).toEqual([
      { name: '1.txt' },
      { name: '3.txt' },
    ]);
    expect(verifyRecord(db).problems).toEqual([]);
  });
});
