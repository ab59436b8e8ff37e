import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src-main/archive/commands/sessions';
import { all } from '../../src-main/archive/database';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { verifyRecord } from '../../src-main/archive/queries/history';
import { readRecoveredDrafts } from '../../src-main/archive/queries/status';
import { documentParts } from '../../src-main/domain/document/build';
import { newArchiveFile, testId, writableDb } from '../support/archives';
import { document } from '../support/texts';

const workerFile = path.resolve(import.meta.dirname, '../../out/main/archive-worker.js');
const typist = path.join(import.meta.dirname, 'typist.mjs');

/** Starts typing into an archive, kills the process after some acknowledgements; the last one heard. */
async function typeAndKill(archive: string, acknowledgements: number): Promise<number> {
  const details = { slug: '', language: 'fr', urgency: 5, desk: '', agency: '', place: '' };
  const setup = {
    dispatch: { id: testId(1), ...details, createdAt: 1 },
    draft: {
      id: testId(2),
      dispatchId: testId(1),
      kind: 'report',
      document: document('', ''),
      author: 'atl',
      now: 1,
    },
    // Inside the headline, the first node.
    stepAt: 1,
  };
  const child = spawn(
    process.execPath,
    [typist, pathToFileURL(workerFile).href, archive, JSON.stringify(setup)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    heard = Number(line);
    if (heard >= acknowledgements) child.kill('SIGKILL');
  }
  return heard;
}

describe('a process killed while typing', () => {
  it('needs the built archive worker', () => {
    expect(existsSync(workerFile), 'run npm run build first').toBe(true);
  });

  it.each([1, 7, 40, 160])('loses nothing acknowledged (killed after %i)', async (count) => {
    const archive = newArchiveFile();
    const heard = await typeAndKill(archive, count);
    expect(heard).toBeGreaterThanOrEqual(count);

    const db = writableDb(archive);
    const draft = loadDraft(db, testId(2));
    expect(draft.version).toBeGreaterThanOrEqual(heard);
    const typed = Array.from({ length: draft.version }, (_, version) => version % 10).join('');
    expect(documentParts(draft.document).headline).toBe(typed);
    expect(all(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(verifyRecord(db).problems).toEqual([]);

    expect(openSession(db, { now: Date.now() })).toEqual({ crashed: true });
    expect(readRecoveredDrafts(db)).toMatchObject([{ draftId: testId(2) }]);
  });
});
