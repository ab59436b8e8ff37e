import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openForWriting } from '../../src-main/archive/connection';
import { all, connectionOf } from '../../src-main/archive/database';
import { newestVersion, versionOf } from '../../src-main/archive/migrations';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { archiveOfVersion } from '../migrations/versions';
import { seeded } from '../bench/support/random';
import { must } from '../support/archives';
import { workerFile } from '../support/processes';
import { writeAndKill } from './support/killed';
import { patience, tell, tries } from './support/tally';

const versions = [10, 20, 30, 35, 40, 50];

/** The texts of an archive, whichever its version: what a migration must not change. */
function textsOf(file: string): { readonly version: number; readonly texts: string } {
  const db = must(openForWriting(file));
  try {
    const texts = all(db, 'SELECT id, dispatch_id, ordinal, kind, document FROM take ORDER BY id');
    expect(verifyRecord(db).problems).toEqual([]);
    return { version: versionOf(connectionOf(db)), texts: JSON.stringify(texts) };
  } finally {
    connectionOf(db).close();
  }
}

describe.skipIf(!existsSync(fileURLToPath(workerFile)) || process.platform === 'win32')(
  'a process killed while it migrates an archive',
  () => {
    it(
      'leaves an archive that opens and has every text, at whichever statement',
      { timeout: patience },
      async () => {
        const random = seeded(31);
        const total = tries(160, 8);
        let [torn, lost, killed] = [0, 0, 0];
        for (let index = 0; index < total; index += 1) {
          const version = versions[index % versions.length] ?? 10;
          const file = archiveOfVersion(version);
          const untouched = readFileSync(file);
          const whole = textsOf(file);
          writeFileSync(file, untouched);
          const statement = 1 + Math.floor(random.next() ** 2 * 90);
          const at = { statement, when: 'after', counts: 'opening' } as const;
          if ((await writeAndKill(file, at)) === 'killed') killed += 1;
          const after = attempt(() => textsOf(file));
          if (after === null) torn += 1;
          else if (after.texts !== whole.texts || after.version !== newestVersion) lost += 1;
        }
        const fault = 'killed while migrating';
        tell({ fault, tries: killed, acknowledged: null, lost, torn, damaged: null, found: null });
        expect({ torn, lost }).toEqual({ torn: 0, lost: 0 });
        expect(killed).toBeGreaterThan(total / 2);
      },
    );
  },
);

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
