import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../src-main/archive/connection';
import { all, connectionOf, type ReadableDb } from '../../src-main/archive/database';
import { readDispatch, readOriginalBytes } from '../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { seeded } from '../bench/support/random';
import { temporaryFolder } from '../support/archives';
import { archiveToDamage, damaged } from './support/damage';
import { patience, tell, tries } from './support/tally';

/** What readers see of the whole archive: every take with its stamp, every embargo, every original. */
function seenIn(db: ReadableDb): string {
  const dispatches = all<{ id: string }>(db, 'SELECT id FROM dispatch ORDER BY id').map(
    ({ id }) => {
      const { takes, embargo, originals } = readDispatch(db, { id });
      return { id, takes, embargo, originals: originals.map(({ sha256 }) => sha256) };
    },
  );
  const files = all<{ sha256: string }>(db, 'SELECT sha256 FROM original ORDER BY sha256').map(
    (one) => Buffer.from(readOriginalBytes(db, one).bytes).toString('base64'),
  );
  return JSON.stringify({ dispatches, files });
}

/** What is seen in a damaged file, and whether verifying says that something is wrong. */
function examined(file: string): { readonly seen: string | null; readonly found: boolean } {
  const opened = openForReading(file);
  if (!opened.ok) return { seen: null, found: true };
  const db = opened.value;
  try {
    const found = attempt(() => verifyRecord(db).problems.length > 0) ?? true;
    return { seen: attempt(() => seenIn(db)), found };
  } finally {
    connectionOf(db).close();
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

describe('a file with a damaged page', () => {
  it(
    'never passes verification when a text, photo or stamp is not as it was published',
    { timeout: patience },
    () => {
      const random = seeded(21);
      const whole = archiveToDamage();
      const file = path.join(temporaryFolder(), 'damaged.writethru');
      writeFileSync(file, whole);
      const before = examined(file);
      expect(before.found).toBe(false);
      const total = tries(1_000, 40);
      let [harmed, found] = [0, 0];
      for (let index = 0; index < total; index += 1) {
        writeFileSync(file, damaged(whole, random));
        const after = examined(file);
        if (after.seen === before.seen) continue;
        harmed += 1;
        if (after.found) found += 1;
      }
      tell({
        fault: 'a page damaged at random',
        tries: total,
        acknowledged: null,
        lost: null,
        torn: null,
        damaged: harmed,
        found,
      });
      expect(harmed).toBeGreaterThan(total / 20);
      expect(found).toBe(harmed);
    },
  );
});
