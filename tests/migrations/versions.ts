import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { temporaryFolder } from '../support/archives';

/** Where an archive of each schema version is kept. */
export const fixtures = path.join(import.meta.dirname, 'fixtures');

/** The archive kept of a schema version, in a file of its own. */
export function archiveOfVersion(version: number): string {
  const name = `${String(version).padStart(4, '0')}.writethru`;
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, gunzipSync(readFileSync(path.join(fixtures, `${name}.gz`))));
  return file;
}
