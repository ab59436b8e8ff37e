import { describe, expect, it } from 'vitest';
import { importDispatches, type ImportInput } from '../../../src-main/archive/commands/import';
import { createNote, setNoteState } from '../../../src-main/archive/commands/notes';
import { setPersons } from '../../../src-main/archive/commands/persons';
import { setSubjects } from '../../../src-main/archive/commands/topics';
import { setDetails } from '../../../src-main/archive/commands/dispatches';
import { connectionOf, first, run, type WritableDb } from '../../../src-main/archive/database';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { findSimilar } from '../../../src-main/archive/queries/search';
import { resetIndex } from '../../../src-main/archive/search/progress';
import { completions } from '../../../src-main/archive/search/suggest';
import { settleTerms } from '../../../src-main/archive/search/terms';
import { createUpkeep, segmentPages } from '../../../src-main/archive/search/upkeep';
import { writableDb } from '../../support/archives';
import { beginDispatch, nextId, published, publishTake } from '../../support/dispatches';
import { buildWhole, countOf, found } from '../../support/search';
import { document } from '../../support/texts';

const storm = document('Tempête sur la côte', 'Le vent a arraché des toits à Valdane.');
const calm = document('Le calme revient', 'Les secours ont quitté le port de Valdane.');

/** The kinds of the takes a query finds, newest first. */
function kinds(db: WritableDb, text: string, asOf: number | null = null): readonly string[] {
  return found(db, text, { asOf }).hits.map(({ kind }) => kind);
}

describe('the index', () => {
  it('knows what became of a take, and what was read at an instant', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, storm);
    const reported = at(db, takeId);
    const corrected = publishTake(
      db,
      dispatchId,
      'correction',
      document('Tempête sur la côte', 'Le vent a arraché deux toits à Valdane.'),
      { of: 'correction', corrects: takeId, wrong: 'des toits', right: 'deux toits' },
    );
    const killed = publishTake(db, dispatchId, 'kill', document('Annulation', 'Dépêche retirée.'), {
      of: 'kill',
      reason: 'Source démentie',
      decidedBy: 'la rédaction',
    });
    expect(kinds(db, 'toits ')).toEqual(['correction', 'report']);
    expect(found(db, 'toits ').hits.map(({ ended }) => ended)).toEqual(['killed', 'corrected']);
    expect(kinds(db, 'toits is:corrected ')).toEqual(['report']);
    expect(kinds(db, 'toits is:killed ')).toEqual(['correction']);
    expect(kinds(db, 'toits is:current ')).toEqual([]);
    expect(kinds(db, 'is:killed OR retirée ')).toEqual(['kill', 'correction']);
    expect(kinds(db, 'toits ', reported - 1)).toEqual([]);
    expect(kinds(db, 'toits ', reported)).toEqual(['report']);
    expect(kinds(db, 'toits ', at(db, corrected))).toEqual(['correction']);
    expect(kinds(db, 'toits ', at(db, killed))).toEqual([]);
    expect(countOf(db, 'toits ', { asOf: reported }).total).toBe(1);
  });

  it('follows notes as they are opened and resolved, and details as they are changed', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, storm);
    expect(kinds(db, 'has:open-note ')).toEqual([]);
    const noteId = nextId();
    createNote(db, {
      id: noteId,
      dispatchId,
      target: { on: 'take', id: takeId },
      anchor: null,
      kind: 'query',
      body: 'Combien de toits ?',
      author: 'atl',
      now: 5_000,
    });
    expect(countOf(db, 'toits has:open-note ').total).toBe(2);
    setNoteState(db, { noteId, state: 'resolved', author: 'atl', now: 6_000 });
    expect(countOf(db, 'toits has:open-note ').total).toBe(0);
    const details = { slug: 'TEMPETE-1', language: 'fr', urgency: 2, desk: 'Régions' } as const;
    setDetails(db, { id: dispatchId, details: { ...details, agency: 'AFP', place: 'Valdane' } });
    expect(
      countOf(db, 'desk:regions urgency:1..2 agence:afp lieu:valdane slug:tempete '),
    ).toMatchObject({
      total: 2,
      facets: {
        desk: [{ value: 'Régions', count: 2 }],
        urgency: [{ value: '2', count: 2 }],
        source: [
          { value: 'take', count: 1 },
          { value: 'note', count: 1 },
        ],
      },
    });
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it('finds dispatches by their subjects, in a choice and by reading too', () => {
    const db = writableDb();
    const { dispatchId } = published(db, storm);
    published(db, calm);
    run(
      db,
      `INSERT INTO dispatch_subject (dispatch_id, position, code, name)
       VALUES (:dispatchId, 1, '17000000', 'Météo : tempêtes')`,
      { dispatchId },
    );
    for (const text of ['sujet:tempetes ', 'subject:17000000 ', 'subject:meteo OR zeppelin ']) {
      expect([text, countOf(db, text).total]).toEqual([text, 1]);
      expect(found(db, text).hits).toHaveLength(1);
    }
    expect(countOf(db, '-subject:"météo tempêtes" ').total).toBe(1);
    run(db, 'UPDATE search_progress SET building = 1');
    expect(found(db, 'sujet:tempetes ').hits).toHaveLength(1);
  });

  it('counts by subject, named in both languages, and follows what is changed', () => {
    const db = writableDb();
    const { dispatchId } = published(db, storm);
    const other = published(db, calm).dispatchId;
    setSubjects(db, { id: dispatchId, subjects: [{ code: '17000000', name: 'Météo' }] });
    expect(countOf(db, 'Valdane ').facets.subject).toMatchObject([{ value: '17000000', count: 1 }]);
    setSubjects(db, {
      id: other,
      subjects: [
        { code: '17000000', name: 'weather' },
        { code: '', name: 'Valdane' },
      ],
    });
    expect(countOf(db, 'Valdane ').facets.subject).toEqual([
      { value: '17000000', count: 2, names: { fr: 'météo', en: 'weather' } },
      { value: 'Valdane', count: 1, names: { fr: 'Valdane', en: 'Valdane' } },
    ]);
    // A value that is chosen leaves the others to choose.
    const chosen = countOf(db, 'Valdane subject:"Valdane" ');
    expect([chosen.total, chosen.facets.subject.length]).toEqual([1, 2]);
    setSubjects(db, { id: other, subjects: [] });
    expect(countOf(db, 'subject:Valdane ').total).toBe(0);
    expect(countOf(db, 'Valdane ').facets.subject).toMatchObject([{ count: 1 }]);
  });

  it('finds, counts and completes the persons dispatches speak of', () => {
    const db = writableDb();
    const { dispatchId } = published(db, storm);
    const other = published(db, calm).dispatchId;
    setPersons(db, {
      id: dispatchId,
      persons: ['Adèle  Roustan', 'ADÈLE ROUSTAN', 'Marc Vial', ' '],
    });
    setPersons(db, { id: other, persons: ['Marc Vial'] });
    expect(countOf(db, 'Valdane ').facets.person).toMatchObject([
      { value: 'Marc Vial', count: 2 },
      { value: 'Adèle Roustan', count: 1 },
    ]);
    for (const text of [
      'personne:roustan ',
      'person:"adele roustan" ',
      'person:roustan OR zeppelin ',
    ]) {
      expect([text, countOf(db, text).total]).toEqual([text, 1]);
      expect(found(db, text).hits).toHaveLength(1);
    }
    expect(countOf(db, '-person:roustan ').total).toBe(1);
    expect(countOf(db, 'person:roustan person:vial ').total).toBe(1);
    expect(completions(db, { of: 'person', typed: 'via', limit: 5 })).toEqual([
      { text: 'Marc Vial', count: 2 },
    ]);
    run(db, 'UPDATE search_progress SET building = 1');
    expect(found(db, 'person:roustan ').hits).toHaveLength(1);
  });

  it('counts what came since without reading all anew', () => {
    const db = writableDb();
    published(db, storm);
    expect(countOf(db, 'valdane ').total).toBe(1);
    published(db, calm);
    beginDispatch(db, nextId(), storm);
    expect(countOf(db, 'valdane ').total).toBe(2);
    const { dispatchId } = published(db, storm);
    const details = { slug: '', language: 'fr', urgency: 5, desk: '', agency: '' } as const;
    setDetails(db, { id: dispatchId, details: { ...details, place: 'Valdane' } });
    expect(countOf(db, 'valdane ')).toMatchObject({ total: 3, dispatches: 3 });
    expect(countOf(db, 'valdane -toits ').total).toBe(1);
  });

  it('is merged in pauses without losing anything', () => {
    const db = writableDb();
    for (let index = 0; index < 12; index += 1) published(db, index % 2 === 0 ? storm : calm);
    const segments = () =>
      first<{ n: number }>(db, 'SELECT count(DISTINCT segid) AS n FROM search_index_idx')?.n ?? 0;
    const before = segments();
    const upkeep = createUpkeep(db);
    let turns = 0;
    while (upkeep.inPause() !== null) turns += 1;
    expect(turns).toBeGreaterThan(0);
    expect(segments()).toBeLessThan(before);
    // One of each size at most: seldom more than a few, and one after what is a tenth of it.
    expect(segments()).toBeLessThanOrEqual(4);
    expect(upkeep.inPause()).toBeNull();
    expect(countOf(db, 'valdane ').total).toBe(12);
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it('is made one in pauses where much stands beside its largest segment', () => {
    const db = writableDb();
    run(db, `INSERT INTO search_index (search_index, rank) VALUES ('usermerge', 16)`);
    for (let index = 0; index < 9; index += 1) published(db, index % 2 === 0 ? storm : calm);
    expect(segmentPages(db).length).toBeGreaterThan(8);
    const upkeep = createUpkeep(db);
    for (let turns = 0; upkeep.inPause() !== null; turns += 1) expect(turns).toBeLessThan(100);
    expect(segmentPages(db)).toHaveLength(1);
    expect(countOf(db, 'valdane ').total).toBe(9);
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it('takes in dispatches in any order of time, one segment for each transaction', () => {
    const db = writableDb();
    const inputs = Array.from({ length: 40 }, (_, index): ImportInput => ({
      dispatch: {
        id: nextId(),
        slug: '',
        language: 'fr',
        urgency: 5,
        desk: '',
        agency: '',
        place: '',
        createdAt: 1_000,
      },
      takes: [
        {
          id: nextId(),
          kind: 'report',
          stamp: { precision: 'day', instant: ((index * 17) % 40) * 86_400_000, zone: 'UTC' },
          label: null,
          document: document(`Tempête ${index}`, 'Le vent a arraché des toits.'),
        },
      ],
      original: { bytes: Buffer.from(`{"${index}"`), name: 'a', encoding: 'utf-8', repairs: [] },
    }));
    importDispatches(db, { dispatches: inputs });
    const segments = first<{ n: number }>(
      db,
      'SELECT count(DISTINCT segid) AS n FROM search_index_idx',
    );
    expect(segments?.n).toBe(1);
    expect(countOf(db, 'toits ').total).toBe(40);
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it('is compared with the texts by verification', () => {
    const db = writableDb();
    const { takeId } = published(db, storm);
    published(db, calm);
    const rowid = first<{ rowid: number }>(
      db,
      'SELECT rowid FROM search_entry WHERE source_id = :takeId',
      { takeId },
    )!.rowid;
    run(db, 'DELETE FROM search_index WHERE rowid = :rowid', { rowid: BigInt(rowid) });
    const codes = verifyRecord(db).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['index-words-differ']));
    run(db, 'DELETE FROM search_entry WHERE rowid = :rowid', { rowid: BigInt(rowid) });
    expect(verifyRecord(db).problems).toContainEqual({
      code: 'index-entry-missing',
      subject: takeId,
      where: null,
    });
    resetIndex(db, { why: 'asked' });
    buildWhole(db);
    expect(verifyRecord(db).problems).toEqual([]);
    expect(kinds(db, 'toits ')).toEqual(['report']);
  });

  it.each([
    ['missing', 'DROP TABLE search_index'],
    ['damaged', "UPDATE search_index_data SET block = x'00' WHERE id > 10"],
    ['without its terms', 'DROP TABLE search_term'],
  ])('that is %s is made up for by reading, and built again', (_how, sql) => {
    const db = writableDb();
    for (let index = 0; index < 3; index += 1) published(db, storm);
    // Else SQLite guards an index's own tables.
    connectionOf(db).unsafeMode(true).exec(sql);
    connectionOf(db).unsafeMode(false);
    const page = found(db, 'toits ');
    expect(page.answered).toMatchObject({ by: 'reading', read: 3, of: 3, why: 'damaged' });
    expect(page.hits).toHaveLength(3);
    expect(page.hits[0]?.headline.text).toBe('Tempête sur la côte');
    expect(countOf(db, 'toits ')).toMatchObject({ total: 3, dispatches: 3, whole: true });
    resetIndex(db, { why: 'damaged' });
    buildWhole(db);
    expect(found(db, 'toits ').answered).toEqual({ by: 'index' });
    expect(countOf(db, 'toits ').total).toBe(3);
  });

  it('finds what says nearly the same, and what is like another', () => {
    const db = writableDb();
    // Long enough that what differs in ids and slugs does not tip the balance of any bit.
    const words = Array.from({ length: 400 }, (_, index) => `mot${index}`).join(' ');
    const { dispatchId } = published(db, document('Tempête sur la côte', words));
    published(db, document('Tempête sur la côte', `${words} fin`));
    published(db, calm);
    // How often terms are used is written in a pause of the writer, some at a time.
    const usesOf = () =>
      first<{ uses: number }>(db, `SELECT uses FROM search_term WHERE term = 'mot3'`);
    expect(usesOf()).toEqual({ uses: 1 });
    while (settleTerms(db, 7));
    expect(usesOf()).toEqual({ uses: 2 });
    const { hits } = found(db, 'mot3 ');
    expect(hits.map(({ repeats }) => repeats)).toEqual([null, 0]);
    const similar = findSimilar(db, { dispatchId, limit: 5, now: 0 });
    expect(similar.hits).toHaveLength(1);
    expect(similar.terms.length).toBeGreaterThan(3);
  });

  it('suggests words of its own for words it does not know', () => {
    const db = writableDb();
    published(db, storm);
    expect(countOf(db, 'tenpete ').didYouMean).toBe('tempete ');
    expect(countOf(db, 'tempête valdame ').didYouMean).toBe('tempête valdane ');
    expect(countOf(db, 'tempête ').didYouMean).toBeNull();
  });

  it('ranks the very words before other forms of them', () => {
    const db = writableDb();
    published(db, document('Les toits', 'Des toits, des toits, des toits.'));
    published(db, document('Un rapport', 'Le toit a tenu.'));
    const page = found(db, 'toit ', { sort: 'relevance' });
    expect(page.hits.map(({ headline }) => headline.text)).toEqual(['Un rapport', 'Les toits']);
    expect(page.rankedAmong).toBeNull();
  });
});

function at(db: WritableDb, takeId: string): number {
  return first<{ at: number }>(db, 'SELECT at FROM search_entry WHERE source_id = :takeId', {
    takeId,
  })!.at;
}
