import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../src-main/archive/commands/dispatches';
import { journalSteps } from '../../src-main/archive/commands/drafts';
import { createNote } from '../../src-main/archive/commands/notes';
import { publishDraft } from '../../src-main/archive/commands/publish';
import { openForWriting } from '../../src-main/archive/connection';
import { connectionOf, type WritableDb } from '../../src-main/archive/database';
import { readDispatch } from '../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../src-main/archive/queries/history';
import { makeAnchor } from '../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../src-main/domain/document/canonical-text';
import { must, newArchiveFile, testId } from '../support/archives';
import { document, nodeOf, rewrite } from '../support/texts';
import { found as search } from '../support/search';

const workerFile = path.resolve(import.meta.dirname, '../../out/main/archive-worker.js');
const publisher = path.join(import.meta.dirname, 'publisher.mjs');
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

/** Publishes in a process that is killed before or after its nth statement; how it ended. */
function publishAndKill(
  file: string,
  statement: number,
  when: 'before' | 'after',
): Promise<'killed' | 'published'> {
  const setup = JSON.stringify({ statement, when, input });
  const child = spawn(process.execPath, [publisher, pathToFileURL(workerFile).href, file, setup], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (exitCode, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (exitCode === 0) resolve('published');
      else reject(new Error(`It ended with ${exitCode ?? signal ?? 'nothing'}.`));
    });
  });
}

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

describe.skipIf(!existsSync(workerFile) || process.platform === 'win32')(
  'a process killed at each statement of publishing',
  () => {
    it('leaves the whole take or the whole draft, and publishing again gives one take', async () => {
      const left: ('take' | 'draft')[] = [];
      for (let statement = 1; ; statement += 1) {
        const file = archiveWithDraft();
        const ended = await publishAndKill(file, statement, 'before');
        const found = expectWhole(file);
        if (ended === 'published') break;
        left.push(found);
      }
      expect(left.length).toBeGreaterThan(20);
      // Before any statement, COMMIT too, nothing of the take is there.
      expect(new Set(left)).toEqual(new Set(['draft']));

      // The last statement is the COMMIT: once it has run, the take is there though no answer came.
      const file = archiveWithDraft();
      expect(await publishAndKill(file, left.length, 'after')).toBe('killed');
      expect(expectWhole(file)).toBe('take');
    }, 240_000);
  },
);
