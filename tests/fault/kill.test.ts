import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src-main/archive/commands/sessions';
import { connectionOf } from '../../src-main/archive/database';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { readRecoveredDrafts } from '../../src-main/archive/queries/status';
import { documentParts } from '../../src-main/domain/document/build';
import { newArchiveFile, testId, writableDb } from '../support/archives';
import { seeded } from '../bench/support/random';
import { workerFile } from '../support/processes';
import { document } from '../support/texts';
import { patience, tell, tries } from './support/tally';

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
  const child = spawn(process.execPath, [typist, workerFile.href, archive, JSON.stringify(setup)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    heard = Number(line);
    if (heard >= acknowledgements) child.kill('SIGKILL');
  }
  return heard;
}

describe('a process killed while typing', () => {
  it('needs the built archive worker', () => {
    expect(existsSync(fileURLToPath(workerFile)), 'run npm run build first').toBe(true);
  });

  it('loses nothing acknowledged', { timeout: patience * 2 }, async () => {
    const random = seeded(41);
    const total = tries(500, 8);
    let [acknowledged, lost, torn] = [0, 0, 0];
    for (let index = 0; index < total; index += 1) {
      const archive = newArchiveFile();
      const heard = await typeAndKill(archive, random.whole(1, index % 8 === 0 ? 160 : 24));
      const found = typedIn(archive);
      acknowledged += heard;
      lost += Math.max(0, heard - found.version);
      if (!found.isWhole) torn += 1;
    }
    const fault = 'killed while typing';
    tell({ fault, tries: total, acknowledged, lost, torn, damaged: null, found: null });
    expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
  });
});

/** The version of the draft that is there; whether its words are those typed, and the archive sound. */
function typedIn(archive: string): { readonly version: number; readonly isWhole: boolean } {
  const db = writableDb(archive);
  const draft = loadDraft(db, testId(2));
  const typed = Array.from({ length: draft.version }, (_, version) => version % 10).join('');
  const isSound = verifyRecord(db).problems.length === 0;
  const { crashed } = openSession(db, { now: Date.now() });
  const [recovered] = readRecoveredDrafts(db);
  connectionOf(db).close();
  const isWhole =
    isSound &&
    crashed &&
    recovered?.draftId === testId(2) &&
    documentParts(draft.document).headline === typed;
  return { version: draft.version, isWhole };
}
