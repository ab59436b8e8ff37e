import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../src-main/archive/commands/dispatches';
import { journalSteps } from '../../src-main/archive/commands/drafts';
import { createNote } from '../../src-main/archive/commands/notes';
import { publishDraft } from '../../src-main/archive/commands/publish';
import { openForWriting } from '../../src-main/archive/connection';
import { connectionOf, type WritableDb } from '../../src-main/archive/database';
import { readDispatch } from '../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { makeAnchor } from '../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../src-main/domain/document/canonical-text';
import { must, newArchiveFile, testId } from '../support/archives';
import { document, nodeOf, rewrite } from '../support/texts';
import { workerFile } from '../support/processes';
import { found as search } from '../support/search';
import { writeAndKill } from './support/killed';
import { patience, tell, tries } from './support/tally';

const [dispatchId, draftId, takeId, key] = [testId(1), testId(2), testId(3), testId(4)];
const empty = document('', '');
const report = document('Crue de la Sauvre', 'Les quais sont fermés depuis ce matin.');
const input = {
  draftId,
  version: 1,
  key,
  takeId,
  author: 'atl',
  stamp: { by: 'clock' },
  now: 10_000,
  zone: 'Europe/Paris',
} as const;

function using<T>(file: string, work: (db: WritableDb) => T): T {
  const db = must(openForWriting(file));
  try {
    return work(db);
  } finally {
    connectionOf(db).close();
  }
}

/** An archive with a draft that is ready, and a note on its words. */
function archiveWithDraft(): string {
  const file = newArchiveFile();
  using(file, (db) => {
    const details = { slug: 'CRUE', language: 'fr', urgency: 5, desk: '', agency: '', place: '' };
    createDispatch(db, {
      dispatch: { id: dispatchId, ...details, language: 'fr', createdAt: 1_000 },
      draft: { id: draftId, dispatchId, kind: 'report', document: empty, author: '', now: 1_000 },
    });
    journalSteps(db, { draftId, baseVersion: 0, steps: [rewrite(empty, report)], now: 2_000 });
    createNote(db, {
      id: testId(5),
      dispatchId,
      target: { on: 'draft', id: draftId },
      anchor: makeAnchor(canonicalText(nodeOf(report)), 0, 4),
      kind: 'comment',
      body: 'Quelle crue ?',
      author: 'atl',
      now: 3_000,
    });
  });
  return file;
}

const task = { do: 'operation', name: 'publishDraft', input };

/** The take or the draft is wholly there; which. Publishing again then gives exactly one take. */
function expectWhole(file: string): 'take' | 'draft' {
  return using(file, (db) => {
    const { takes, draft, notes } = readDispatch(db, { id: dispatchId });
    expect(takes.length + (draft === null ? 0 : 1)).toBe(1);
    expect(takes[0]?.document ?? draft?.document).toEqual(report);
    const found = takes.length === 1 ? 'take' : 'draft';
    expect(notes.map(({ target }) => target.on)).toEqual([found]);
    expect(verifyRecord(db).problems).toEqual([]);
    publishDraft(db, input);
    publishDraft(db, { ...input, takeId: testId(9) });
    expect(readDispatch(db, { id: dispatchId }).takes.map(({ id }) => id)).toEqual([takeId]);
    const { hits } = search(db, 'quais ');
    expect(hits.map(({ source }) => source)).toEqual(['take']);
    return found;
  });
}

describe.skipIf(!existsSync(fileURLToPath(workerFile)) || process.platform === 'win32')(
  'a process killed at each statement of publishing',
  () => {
    it(
      'leaves the whole take or the whole draft, and publishing again gives one take',
      { timeout: patience * 4 },
      async () => {
        const step = tries(1, 5);
        let count = 1;
        while ((await killedBefore(count)) === 'killed') count += step;
        // Of the long steps the last one is gone back, to where the statements end.
        while (count > 1 && (await killedBefore(count - 1)) === 'done') count -= 1;
        const commit = count - 1;
        expect(commit).toBeGreaterThan(20);

        // The last statement is the COMMIT: once it has run, the take is there though no answer came.
        const last = Array.from({ length: tries(200 - commit, 1) }, (_, index) =>
          index % 2 === 0 ? commit : commit - Math.floor(index / 8),
        );
        for (const statement of last) {
          const file = archiveWithDraft();
          expect(await writeAndKill(file, at(statement, 'after'))).toBe('killed');
          expect(expectWhole(file)).toBe(statement === commit ? 'take' : 'draft');
        }
        tell({
          fault: 'killed at a statement of publishing',
          tries: Math.ceil(commit / step) + last.length,
          acknowledged: last.filter((statement) => statement === commit).length,
          lost: 0,
          torn: 0,
          damaged: null,
          found: null,
        });
      },
    );
  },
);

/** Publishes and kills before a statement, COMMIT perhaps: nothing of the take is there then. */
async function killedBefore(statement: number): Promise<'killed' | 'done'> {
  const file = archiveWithDraft();
  const ended = await writeAndKill(file, at(statement, 'before'));
  expect(expectWhole(file)).toBe(ended === 'killed' ? 'draft' : 'take');
  return ended;
}

function at(statement: number, when: 'before' | 'after') {
  return { statement, when, counts: 'task', task } as const;
}
