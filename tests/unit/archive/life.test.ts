import { expect, it } from 'vitest';
import { discardDraft, startDraft } from '../../../src-main/archive/commands/drafts';
import { recordExports } from '../../../src-main/archive/commands/exports';
import { createNote, replyToNote, setNoteState } from '../../../src-main/archive/commands/notes';
import { readLife } from '../../../src-main/archive/queries/life';
import { lifeSchema } from '../../../src-main/contract/life';
import { emptyDocument, toJson } from '../../../src-main/domain/document/node';
import { writableDb } from '../../support/archives';
import { nextId, published } from '../../support/dispatches';
import { document } from '../../support/texts';

const text = document('Un pont fermé', 'Le pont est fermé depuis mardi.');

it('tells what happened to a dispatch, in order, and nothing of another', () => {
  const db = writableDb();
  const { dispatchId, takeId } = published(db, text);
  published(db, text);
  const stamped = readLife(db, { id: dispatchId }).events[0]?.at ?? 0;
  const [noteId, draftId] = [nextId(), nextId()];
  const later = (by: number): number => stamped + by;
  createNote(db, {
    id: noteId,
    dispatchId,
    target: { on: 'take', id: takeId },
    anchor: null,
    kind: 'query',
    body: 'Depuis quand ?',
    author: 'mbr',
    now: later(1),
  });
  replyToNote(db, { id: nextId(), noteId, author: 'cau', body: 'Mardi.', now: later(2) });
  setNoteState(db, { noteId, state: 'resolved', author: 'mbr', now: later(3) });
  const empty = toJson(emptyDocument('update'));
  startDraft(db, {
    id: draftId,
    dispatchId,
    kind: 'update',
    corrects: null,
    document: empty,
    author: 'atl',
    now: later(4),
  });
  const sent = {
    dispatchId,
    way: 'delivery',
    format: 'nitf',
    destination: '/desk/a.nitf',
  } as const;
  recordExports(db, { exports: [{ ...sent, now: later(5) }] });
  setNoteState(db, { noteId, state: 'open', author: 'mbr', now: later(6) });
  discardDraft(db, { draftId, now: later(7) });

  const life = readLife(db, { id: dispatchId });
  expect(lifeSchema.parse(life)).toEqual(life);
  const note = { is: 'note', noteId, kind: 'query' };
  expect(life.events.map(({ at, author, deed }) => [at - stamped, author, deed])).toMatchObject([
    [0, 'atl', { is: 'take', takeId, ordinal: 1, kind: 'report' }],
    [1, 'mbr', { ...note, change: 'opened' }],
    [2, 'cau', { ...note, change: 'answered' }],
    [3, 'mbr', { ...note, change: 'resolved' }],
    [4, 'atl', { is: 'draft', kind: 'update', change: 'begun' }],
    [5, '', { is: 'sent', way: 'delivery', format: 'nitf', ordinal: 1 }],
    [6, 'mbr', { ...note, change: 'reopened' }],
    [7, 'atl', { is: 'draft', kind: 'update', change: 'discarded' }],
  ]);
});

it('tells of the first notes only where there are very many, and says so', () => {
  const db = writableDb();
  const { dispatchId } = published(db, text);
  for (let count = 0; count <= 500; count += 1) {
    recordExports(db, {
      exports: [{ dispatchId, way: 'clipboard', format: 'wire', destination: '', now: count }],
    });
  }
  const { events, more } = readLife(db, { id: dispatchId });
  expect([events.length, more]).toEqual([501, true]);
});
