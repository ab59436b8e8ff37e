import { describe, expect, it } from 'vitest';
import { setDraftFacts, restoreDraft } from '../../../src-main/archive/commands/draft-facts';
import {
  checkpointDraft,
  discardDraft,
  journalSteps,
  startDraft,
} from '../../../src-main/archive/commands/drafts';
import {
  createNote,
  editNote,
  reattachNote,
  replyToNote,
  setNoteState,
} from '../../../src-main/archive/commands/notes';
import { publishDraft } from '../../../src-main/archive/commands/publish';
import type { WritableDb } from '../../../src-main/archive/database';
import { loadDraft } from '../../../src-main/archive/queries/drafts';
import { listOpenNotes, readNote, readNotesOf } from '../../../src-main/archive/queries/notes';
import type { NoteModel } from '../../../src-main/contract/notes';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import type { DocumentJson } from '../../../src-main/domain/document/json';
import { emptyDocument, toJson } from '../../../src-main/domain/document/node';
import { writableDb } from '../../support/archives';
import { beginDispatch, nextId, published, publishDraftAt1 } from '../../support/dispatches';
import { document, nodeOf, rewrite } from '../../support/texts';

const report = document(
  'Frappe en Syrie',
  'La Maison blanche a réagi mardi. Le Kremlin a répondu.',
  'La Maison Blanche a confirmé, a dit la Maison blanche.',
);
const now = 5_000_000;

/** Makes a note on the given occurrence of words; its id. */
function noteOn(
  db: WritableDb,
  dispatchId: string,
  target: NoteModel['target'],
  json: DocumentJson,
  words: string,
  occurrence = 0,
): string {
  const text = canonicalText(nodeOf(json));
  let start = -1;
  for (let found = 0; found <= occurrence; found += 1) start = text.indexOf(words, start + 1);
  const id = nextId();
  const anchor = makeAnchor(text, start, start + words.length);
  createNote(db, {
    id,
    dispatchId,
    target,
    anchor,
    kind: 'comment',
    body: 'Vérifier.',
    author: 'mbr',
    now,
  });
  return id;
}

/** The words a note is on, and where. */
function placeOf(db: WritableDb, id: string): readonly [string, string, number] | null {
  const note = readNote(db, { id });
  if (note.anchor === null || !note.settled) return null;
  return [note.target.id, note.anchor.exact, note.anchor.start];
}

function correction(db: WritableDb, dispatchId: string, corrects: string): string {
  const id = nextId();
  const empty = toJson(emptyDocument('correction'));
  startDraft(db, {
    id,
    dispatchId,
    kind: 'correction',
    corrects,
    document: empty,
    author: 'cau',
    now,
  });
  return id;
}

function write(db: WritableDb, draftId: string, to: DocumentJson): void {
  const { document: before, version } = loadDraft(db, draftId);
  const steps = [rewrite(toJson(before), to)];
  journalSteps(db, { draftId, baseVersion: version, steps, now });
}

function publishCorrection(db: WritableDb, draftId: string, corrects: string): string {
  const takeId = nextId();
  const carries = { of: 'correction', corrects, wrong: 'a', right: 'b' } as const;
  setDraftFacts(db, { draftId, facts: { advisoryLine: '', carries } });
  const { version } = loadDraft(db, draftId);
  publishDraft(db, {
    draftId,
    version,
    key: nextId(),
    takeId,
    author: 'cau',
    stamp: { by: 'clock' },
    now: now + 60_000,
    zone: 'Europe/Paris',
  });
  return takeId;
}

const corrected = document(
  'Frappe en Syrie',
  'La Maison Blanche a réagi mardi soir. Le Kremlin a répondu.',
  'Washington a confirmé, a dit la Maison blanche.',
);

describe('a take that is corrected', () => {
  it('gives its notes to the correction where their words live on, and they say where they came from', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const target = { on: 'take', id: takeId } as const;
    const third = noteOn(db, dispatchId, target, report, 'Maison blanche', 1);
    const kremlin = noteOn(db, dispatchId, target, report, 'Le Kremlin');
    const lost = noteOn(db, dispatchId, target, report, 'La Maison Blanche a confirmé');
    const draftId = correction(db, dispatchId, takeId);
    // All its words live on in a draft that begins with them.
    expect(placeOf(db, lost)?.[0]).toBe(draftId);
    write(db, draftId, corrected);
    const next = publishCorrection(db, draftId, takeId);
    const text = canonicalText(nodeOf(corrected));
    expect(placeOf(db, third)).toEqual([
      next,
      'Maison blanche',
      text.lastIndexOf('Maison blanche'),
    ]);
    expect(placeOf(db, kremlin)).toEqual([next, 'Le Kremlin', text.indexOf('Le Kremlin')]);
    expect(readNote(db, { id: kremlin })).toMatchObject({
      origin: { takeId, anchor: { exact: 'Le Kremlin' } },
      events: [{ change: 'carried', author: 'cau' }],
    });
    // What does not live on is where it was.
    expect(placeOf(db, lost)?.[0]).toBe(takeId);
    expect(readNote(db, { id: lost })).toMatchObject({
      origin: null,
      events: [{ change: 'carried' }, { change: 'returned' }],
    });
  });

  it('has its notes again when the correction is put away, and gives them when it is brought back', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const id = noteOn(db, dispatchId, { on: 'take', id: takeId }, report, 'Maison blanche', 1);
    const before = placeOf(db, id);
    const draftId = correction(db, dispatchId, takeId);
    discardDraft(db, { draftId, now });
    expect(placeOf(db, id)).toEqual(before);
    restoreDraft(db, { dispatchId, draftId: null, now });
    expect(placeOf(db, id)?.[0]).toBe(draftId);
  });

  it('gives notes made on it meanwhile, too', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const draftId = correction(db, dispatchId, takeId);
    const id = noteOn(db, dispatchId, { on: 'take', id: takeId }, report, 'Maison blanche', 1);
    write(db, draftId, corrected);
    const next = publishCorrection(db, draftId, takeId);
    expect(placeOf(db, id)?.[0]).toBe(next);
  });
});

describe('a note on a draft', () => {
  it('is followed through the journal when no checkpoint told of it: a crash loses nothing', () => {
    const db = writableDb();
    const dispatchId = nextId();
    const twins = document('Titre', 'non non non', 'non non non');
    const draftId = beginDispatch(db, dispatchId, twins);
    const text = canonicalText(nodeOf(twins));
    const second = text.indexOf('non', text.indexOf('non') + 1);
    const id = noteOn(db, dispatchId, { on: 'draft', id: draftId }, twins, 'non', 1);
    expect(placeOf(db, id)).toEqual([draftId, 'non', second]);
    // "non " typed before all of them: the words read as before, and are others.
    const at = 'Titre'.length + 3;
    const step = {
      stepType: 'replace',
      from: at,
      to: at,
      slice: { content: [{ type: 'text', text: 'non ' }] },
    };
    journalSteps(db, { draftId, baseVersion: 1, steps: [step], now });
    expect(placeOf(db, id)).toEqual([draftId, 'non', second + 4]);
    const doc = loadDraft(db, draftId).document;
    const range = { start: second + 4, end: second + 7 };
    checkpointDraft(db, {
      draftId,
      version: 2,
      document: toJson(doc),
      notes: [{ noteId: id, range }],
      now,
    });
    expect(placeOf(db, id)).toEqual([draftId, 'non', second + 4]);
    const takeId = nextId();
    publishDraft(db, {
      draftId,
      version: 2,
      key: nextId(),
      takeId,
      author: 'atl',
      stamp: { by: 'clock' },
      now,
      zone: 'Europe/Paris',
    });
    expect(placeOf(db, id)).toEqual([takeId, 'non', second + 4]);
  });

  it('goes with its words when empty blocks before them are dropped at publishing', () => {
    const db = writableDb();
    const dispatchId = nextId();
    const gaps = document('Titre', '', 'non non', ' ', 'non non');
    const draftId = beginDispatch(db, dispatchId, gaps);
    const id = noteOn(db, dispatchId, { on: 'draft', id: draftId }, gaps, 'non', 3);
    const takeId = publishDraftAt1(db, draftId);
    expect(placeOf(db, id)).toEqual([takeId, 'non', 'Titre\nnon non\nnon '.length]);
  });
});

describe('what becomes of a note', () => {
  it('is stamped and kept, each change with what was before', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const other = published(db, report).dispatchId;
    const target = { on: 'take', id: takeId } as const;
    const id = noteOn(db, dispatchId, target, report, 'Le Kremlin');
    const words = { noteId: id, kind: 'comment', addressee: '', links: [], author: 'mbr' } as const;
    editNote(db, { ...words, body: 'Vérifier deux fois.', now: now + 1 });
    editNote(db, {
      ...words,
      body: 'Vérifier deux fois.',
      kind: 'query',
      addressee: 'cau',
      links: [other],
      now: now + 2,
    });
    replyToNote(db, { id: nextId(), noteId: id, body: 'Fait.', author: 'cau', now: now + 3 });
    setNoteState(db, { noteId: id, state: 'resolved', author: 'cau', now: now + 4 });
    setNoteState(db, { noteId: id, state: 'open', author: 'mbr', now: now + 5 });
    const text = canonicalText(nodeOf(report));
    const anchor = makeAnchor(text, 0, 6);
    reattachNote(db, { noteId: id, target, anchor, author: 'mbr', now: now + 6 });
    const note = readNote(db, { id });
    expect(note).toMatchObject({
      kind: 'query',
      addressee: 'cau',
      state: 'open',
      editedAt: now + 1,
    });
    expect(note.links.map((link) => link.dispatchId)).toEqual([other]);
    expect(note.replies).toMatchObject([{ body: 'Fait.', createdAt: now + 3 }]);
    expect(
      note.events.map(({ change, at, before }) => [change, at - now, before.slice(0, 12)]),
    ).toEqual([
      ['edited', 1, 'Vérifier.'],
      ['kind-changed', 2, 'comment'],
      ['addressed', 2, ''],
      ['linked', 2, ''],
      ['resolved', 4, 'open'],
      ['reopened', 5, 'resolved'],
      ['reattached', 6, '{"exact":"Le'],
    ]);
    expect(placeOf(db, id)).toEqual([takeId, 'Frappe', 0]);
  });

  it('is on words that are there, in its own dispatch, or is refused', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const elsewhere = published(db, report);
    const base = { dispatchId, kind: 'comment', body: 'x', author: '', now } as const;
    const anchor = makeAnchor('des mots qui ne sont nulle part', 4, 8);
    const make = (change: Partial<Parameters<typeof createNote>[1]>) =>
      createNote(db, {
        ...base,
        id: nextId(),
        target: { on: 'take', id: takeId },
        anchor,
        ...change,
      });
    expect(() => make({})).toThrow('words-not-there');
    expect(() => make({ target: { on: 'take', id: elsewhere.takeId }, anchor: null })).toThrow(
      'take',
    );
    expect(() =>
      make({ target: { on: 'dispatch', id: elsewhere.dispatchId }, anchor: null }),
    ).toThrow('dispatch');
    expect(() => make({ links: [nextId()], anchor: null })).toThrow('dispatch');
    expect(readNotesOf(db, dispatchId)).toEqual([]);
  });

  it('is listed for the whole desk while it wants an answer', () => {
    const db = writableDb();
    const { dispatchId, takeId } = published(db, report);
    const make = (kind: NoteModel['kind'], addressee: string) => {
      const id = nextId();
      const target = { on: 'take', id: takeId } as const;
      createNote(db, {
        id,
        dispatchId,
        target,
        anchor: null,
        kind,
        addressee,
        body: 'x',
        author: '',
        now,
      });
      return id;
    };
    make('comment', '');
    const query = make('query', '');
    const asked = make('style', 'cau');
    const open = listOpenNotes(db, { which: 'to-answer', limit: 10 });
    expect(open.notes.map(({ id, headline }) => [id, headline])).toEqual([
      [query, 'Frappe en Syrie'],
      [asked, 'Frappe en Syrie'],
    ]);
    expect(listOpenNotes(db, { which: 'all', limit: 1 })).toMatchObject({ total: 3 });
    setNoteState(db, { noteId: query, state: 'resolved', author: '', now });
    expect(listOpenNotes(db, { which: 'to-answer', limit: 10 }).total).toBe(1);
  });

  it('on a whole dispatch blocks publishing while it is legal and open', () => {
    const db = writableDb();
    const dispatchId = nextId();
    const draftId = beginDispatch(db, dispatchId, report);
    const id = nextId();
    const target = { on: 'dispatch', id: dispatchId } as const;
    createNote(db, {
      id,
      dispatchId,
      target,
      anchor: null,
      kind: 'legal',
      body: 'x',
      author: '',
      now,
    });
    expect(() => publishDraftAt1(db, draftId)).toThrow('blocked-by-checks');
    setNoteState(db, { noteId: id, state: 'resolved', author: '', now });
    expect(publishDraftAt1(db, draftId)).toMatch(/^0189/);
  });
});
