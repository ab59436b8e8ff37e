import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTemplates } from '../../src-main/archive/commands/templates';
import { readLibraryEntries } from '../../src-main/archive/commands/library';
import { readLeft } from '../../src-main/archive/commands/left';
import { takeUpUndo } from '../../src-main/archive/commands/undo';
import { all, connectionOf, first } from '../../src-main/archive/database';
import { applicationId } from '../../src-main/archive/identity';
import { migrate, newestVersion, versionOf } from '../../src-main/archive/migrations';
import { readWatchedFiles, readWireIn } from '../../src-main/archive/commands/wire-in';
import { readDeliveries } from '../../src-main/archive/queries/deliveries';
import { readPersons } from '../../src-main/archive/queries/exchange';
import { readDispatch, readOriginalBytes } from '../../src-main/archive/queries/dispatch';
import { readPicture } from '../../src-main/archive/queries/pictures';
import { readPhotoMetadata } from '../../src-main/services/photo-words';
import { readHistory } from '../../src-main/archive/queries/history';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { readFacts } from '../../src-main/archive/queries/status';
import { listWire } from '../../src-main/archive/queries/wire';
import { canonicalText } from '../../src-main/domain/document/canonical-text';
import { readableDb, temporaryFolder, writableDb } from '../support/archives';
import { buildWhole, found } from '../support/search';
import { nodeOf } from '../support/texts';
import { archiveOfVersion, fixtures } from './versions';

const dispatchId = '01a2074e-1bc3-73fc-a0c8-7f79a9959a41';

/** Tables, rows and version of a database: what must be as it was. */
function contentOf(connection: Database.Database): unknown {
  const schema = connection
    .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name')
    .all();
  const rows = connection.prepare('SELECT * FROM note_reply').all();
  return { schema, rows, version: versionOf(connection) };
}

describe('an archive of schema version 10, made by the command line of that time', () => {
  it('opens and is brought to the newest version', () => {
    const file = archiveOfVersion(10);
    const db = writableDb(file);
    expect(versionOf(connectionOf(db))).toBe(newestVersion);
    expect(readFacts(db)).toMatchObject({ name: 'desk', sample: false, dispatches: 1 });
    expect(readFacts(readableDb(file))).toEqual(readFacts(db));
  });

  it('verifies clean, with the hashes it was given then', () => {
    const db = writableDb(archiveOfVersion(10));
    expect(verifyRecord(db)).toMatchObject({ dispatches: 1, revisions: 2, problems: [] });
    const { revisions, chainIsWhole } = readHistory(db, { id: dispatchId });
    expect(chainIsWhole).toBe(true);
    const kinds = revisions.map(({ entry, hash }) => [
      entry.is === 'take' ? entry.kind : entry.is,
      hash.slice(0, 12),
    ]);
    expect(kinds).toEqual([
      ['report', 'd7f46db32be1'],
      ['correction', '49d951199f6f'],
    ]);
  });

  it('has its takes, stamps and note', () => {
    const dispatch = readDispatch(writableDb(archiveOfVersion(10)), { id: dispatchId });
    expect(dispatch.slug).toBe('GRAND-PRIX-VALMONDOIS-LA-MAISON');
    expect(dispatch.takes.map(({ kind, stamp, label }) => ({ kind, stamp, label }))).toEqual([
      {
        kind: 'report',
        stamp: { precision: 'minute', instant: Date.UTC(2025, 7, 21, 22, 5), zone: 'UTC' },
        label: 'Publié le 21 août 2025 à 22h05',
      },
      {
        kind: 'correction',
        stamp: { precision: 'minute', instant: Date.UTC(2025, 7, 22, 8, 40), zone: 'UTC' },
        label: 'Corrigé le 22 août 2025 à 08h40',
      },
    ]);
    const [take] = dispatch.takes;
    const [note] = dispatch.notes;
    expect(note).toMatchObject({ kind: 'query', author: 'mbr', state: 'open', replies: [] });
    expect(note?.body).toBe('Vérifier : elle a signé un moyen métrage en 2021.');
    expect(note?.target).toEqual({ on: 'take', id: take?.id });
    const text = take === undefined ? '' : canonicalText(nodeOf(take.document));
    expect(text.slice(note?.anchor?.start, note?.anchor?.end)).toBe('premier long métrage');
  });

  it('has the words of its draft, those journaled after the checkpoint too', () => {
    const { draft } = readDispatch(writableDb(archiveOfVersion(10)), { id: dispatchId });
    expect(draft).toMatchObject({ kind: 'update', version: 2, baseRevision: 2, author: 'cau' });
    const text = draft === null ? '' : canonicalText(nodeOf(draft.document));
    expect(text).toMatch(/^Festival de Valmondois : la fréquentation en hausse de 9\s%\n/);
    expect(text).toContain('Nous n’attendions pas tant de monde');
  });

  it('stands in the wire, is found, and gives its original back to the byte', () => {
    const db = writableDb(archiveOfVersion(10));
    expect(listWire(db, { view: 'all', after: null, limit: 9, now: 0 })).toMatchObject([
      { id: dispatchId, takes: 2, photos: 1, hasDraft: true, openNotes: 1, corrected: true },
    ]);
    buildWhole(db);
    const hits = (text: string) => found(db, text).hits;
    expect(hits('passeur bac ').map((hit) => hit.source)).toEqual(['take']);
    expect(hits('moyen métrage ').map((hit) => hit.source)).toEqual(['note']);
    expect(hits('fréquentation hausse ').map((hit) => hit.source)).toContain('draft');
    const [original] = readDispatch(db, { id: dispatchId }).originals;
    const kept = readOriginalBytes(db, { sha256: original?.sha256 ?? '' });
    expect(createHash('sha256').update(kept.bytes).digest('hex')).toBe(original?.sha256);
    expect(Buffer.from(kept.bytes).toString()).toContain('passeur');
  });
});

describe('an archive of schema version 60, made by the command line of that time', () => {
  it('has its notes on words, a take and the dispatch, with what became of them', () => {
    const { notes, takes } = readDispatch(writableDb(archiveOfVersion(60)), { id: dispatchId });
    expect(notes.map(({ kind, target, anchor }) => [kind, target.id, anchor?.exact])).toEqual([
      ['query', takes[0]?.id, 'premier long métrage'],
      ['fact-check', takes[0]?.id, 'premier long métrage'],
      ['comment', takes[1]?.id, undefined],
      ['comment', dispatchId, undefined],
    ]);
    expect(notes[1]).toMatchObject({
      author: 'cau',
      addressee: 'mbr',
      state: 'resolved',
      replies: [{ author: 'mbr', body: 'Vérifié.' }],
      events: [{ change: 'resolved', author: 'mbr', before: 'open' }],
    });
  });
});

describe('an archive of schema version 61, made by the command line of that time', () => {
  it('has its library', () => {
    expect(readLibraryEntries(writableDb(archiveOfVersion(61)))).toMatchObject([
      { term: 'Maison Blanche', forms: ['Maison-Blanche'], language: 'fr', author: 'mbr' },
    ]);
  });
});

describe('an archive of schema version 70', () => {
  it('has its folders, what is yet to be delivered, and what was read of the wire', () => {
    const db = writableDb(archiveOfVersion(70));
    expect(readDeliveries(db)).toMatchObject({
      folders: [{ name: 'CMS', path: '/sorties/cms', formats: ['nitf', 'wire'], active: true }],
      queue: [{ dispatchId, ordinal: 2, format: 'nitf', attempts: 2, error: { reason: 'file' } }],
      counts: { failed: 1, held: 0, waiting: 0 },
    });
    expect(readWireIn(db)).toEqual({ path: '/arrivees', active: true });
    expect(readWatchedFiles(db, { folder: '/arrivees' })).toEqual([
      { path: 'afp/1.xml', mark: '1204 1795435200000' },
    ]);
  });
});

describe('an archive of schema version 80', () => {
  it('has the findings that were left as they are', () => {
    const db = writableDb(archiveOfVersion(80));
    expect(readLeft(db, { dispatchId })).toEqual([{ kind: 'spelling', words: 'Veyrac' }]);
  });
});

describe('an archive of schema version 110', () => {
  it('has the templates of its desk', () => {
    expect(readTemplates(writableDb(archiveOfVersion(110)))).toMatchObject([
      { name: 'Urgent justice', desk: 'Justice', urgency: 2, text: '{qui} {jour} à {lieu}' },
    ]);
  });

  it('knows the drafts in which typography was switched off, and of older ones nothing', () => {
    const typographyOf = (version: number) =>
      readDispatch(writableDb(archiveOfVersion(version)), { id: dispatchId }).draft?.typography;
    expect([typographyOf(110), typographyOf(100)]).toEqual(['off', null]);
  });
});

describe('an archive of schema version 90', () => {
  it('has what could be undone and done again in its draft', () => {
    const db = writableDb(archiveOfVersion(90));
    const { draft } = readDispatch(db, { id: dispatchId });
    const { id: draftId = '', version = 0 } = draft ?? {};
    const clientId = '01a2f000-0000-7000-8000-000000000002';
    const kept = takeUpUndo(db, { draftId, clientId, version, others: [] });
    expect(kept).toMatchObject({
      is: 'kept',
      undo: { first: 0, groups: [{ place: { anchor: 1 } }, { place: { anchor: 10 } }] },
      redo: { first: 0, groups: [{ items: [{ step: { from: 1, to: 3 } }] }] },
    });
  });
});

describe('an archive of schema version 100', () => {
  it('has its picture to the byte, and the smaller one that is looked at', () => {
    const db = writableDb(archiveOfVersion(100));
    const { sha256 } = first<{ sha256: string }>(db, 'SELECT sha256 FROM picture') ?? {
      sha256: '',
    };
    const { bytes, type } = readPicture(db, { sha256, what: 'file' });
    expect(type).toBe('image/jpeg');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(readPhotoMetadata(bytes)).toMatchObject({ byline: 'Zoé Lefèvre', credit: 'ATLANTE' });
    const preview = readPicture(db, { sha256, what: 'preview' });
    expect(preview.bytes.byteLength).toBeLessThan(bytes.byteLength);
    expect(verifyRecord(db).problems).toEqual([]);
  });
});

describe('migrations', () => {
  it.each([10, 20, 30, 35, 40, 50, 60, 61, 70, 80, 90, 100])(
    'bring an archive of version %i to the schema of a new one',
    (version) => {
      const schemaOf = (file?: string) =>
        all(
          writableDb(file),
          `SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`,
        );
      expect(schemaOf(archiveOfVersion(version))).toEqual(schemaOf());
    },
  );

  it('leave an archive of each version to test with', () => {
    const name = `${String(newestVersion).padStart(4, '0')}.writethru.gz`;
    expect(existsSync(path.join(fixtures, name))).toBe(true);
  });

  it('change nothing in an archive that is up to date', () => {
    const connection = connectionOf(writableDb(archiveOfVersion(newestVersion)));
    const before = contentOf(connection);
    migrate(connection);
    expect(contentOf(connection)).toEqual(before);
  });

  it('that fail half-way leave everything as it was', () => {
    const connection = new Database(path.join(temporaryFolder(), 'old.writethru'));
    try {
      connection.pragma(`application_id = ${applicationId}`);
      // The first migration makes a dozen tables before it comes to one that is there already.
      connection.exec('CREATE TABLE note_reply (words TEXT)');
      connection.exec("INSERT INTO note_reply VALUES ('gardés')");
      const before = contentOf(connection);
      expect(() => migrate(connection)).toThrow(/note_reply/);
      expect(connection.inTransaction).toBe(false);
      expect(contentOf(connection)).toEqual(before);
    } finally {
      connection.close();
    }
  });
});

describe('an archive of schema version 120', () => {
  it('has the persons its dispatches speak of, who are found and counted', () => {
    const db = writableDb(archiveOfVersion(120));
    const persons = ['Adèle Roustan', 'Marc Vial'];
    expect(readDispatch(db, { id: dispatchId }).persons).toEqual(persons);
    expect(found(db, 'person:roustan ').hits.length).toBeGreaterThan(0);
    expect(readPersons(writableDb(archiveOfVersion(110)), dispatchId)).toEqual([]);
  });
});
