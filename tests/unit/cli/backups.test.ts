import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackupModel } from '../../../src-main/contract/backups';
import { archiveOfVersion } from '../../migrations/versions';
import { temporaryFolder } from '../../support/archives';

const program = path.resolve(import.meta.dirname, '../../../out/main/cli.js');
/** Many runs of the command line, one after the other, and keys that take seconds on purpose (ms). */
const patience = 90_000;
const text = 'Publié\n\nUn pont fermé à Valdane\n\nLe pont est fermé.\n\natl/mbr\n';

function cliOn(archive: string, ...args: readonly string[]) {
  const run = spawnSync(process.execPath, [program, ...args, '--archive', archive, '--json'], {
    encoding: 'utf8',
  });
  return { code: run.status, value: JSON.parse(run.stdout) as unknown, err: run.stderr };
}

function backupsOf(archive: string): readonly BackupModel[] {
  return (cliOn(archive, 'backups').value as { backups: BackupModel[] }).backups;
}

function rows(archive: string): readonly unknown[] {
  return (cliOn(archive, 'list').value as { rows: unknown[] }).rows;
}

describe('an archive of an older schema', () => {
  it('is backed up before it is migrated, and can go back', { timeout: patience }, () => {
    const archive = archiveOfVersion(10);
    expect(backupsOf(archive)).toEqual([]);
    const file = path.join(path.dirname(archive), 'pont.txt');
    writeFileSync(file, text);
    expect(cliOn(archive, 'import', file).code).toBe(0);
    const [backup, ...others] = backupsOf(archive);
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ reason: 'migration' });
    expect(rows(archive)).toHaveLength(2);

    // Back to what it was, whatever program reads it then; what was written is kept.
    const restored = cliOn(archive, 'restore', backup?.path ?? '');
    expect(restored.code, restored.err).toBe(0);
    const { kept } = restored.value as { kept: string };
    expect(rows(archive)).toHaveLength(1);
    expect(rows(kept)).toHaveLength(2);
    expect(cliOn(archive, 'verify').code).toBe(0);
    // What the archive has no more comes back out of the other, one dispatch of it.
    const ids = (file: string) => (rows(file) as { id: string }[]).map(({ id }) => id);
    const [gone = ''] = ids(kept).filter((id) => !ids(archive).includes(id));
    const brought = cliOn(archive, 'bring-back', gone, '--from', kept);
    expect(brought.value, brought.err).toMatchObject({ dispatchId: gone, takes: 1 });
    expect(cliOn(archive, 'bring-back', gone, 'copy', '--from', kept).code).toBe(0);
    expect(rows(archive)).toHaveLength(3);
    expect(cliOn(archive, 'bring-back', gone, 'all', '--from', kept).err).toContain('copy');
    expect(cliOn(archive, 'verify').code).toBe(0);
    // It was migrated again, and backed up again before.
    expect(backupsOf(archive).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['migration', 'restore']),
    );
    expect(readdirSync(path.dirname(archive)).join(' ')).not.toMatch(/making|restoring/);
  });

  it('is restored to an instant, or says that there is no backup as old', () => {
    const archive = archiveOfVersion(35);
    expect(cliOn(archive, 'list').code).toBe(0);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(cliOn(archive, 'restore', later).code).toBe(0);
    const refused = cliOn(archive, 'restore', '2001-01-01T00:00:00Z');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('no such backup');
  });
});

it('a bundle is sealed with a passphrase and comes in again opened', { timeout: patience }, () => {
  const archive = path.join(temporaryFolder(), 'desk.writethru');
  const folder = path.dirname(archive);
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('pont.txt'), text);
  writeFileSync(at('phrase'), 'trois mots sans rapport\n');
  expect(cliOn(archive, 'import', at('pont.txt')).code).toBe(0);
  expect(cliOn(archive, 'export', '--all', '--format', 'bundle', '--out', at('out')).code).toBe(0);
  const bundle = path.join(at('out'), readdirSync(at('out'))[0] ?? '');
  const sealed = cliOn(archive, 'seal', bundle, '--passphrase-file', at('phrase'));
  expect(sealed.value, sealed.err).toMatchObject({ path: `${bundle}.age` });
  rmSync(bundle);
  // Sealed, it is none of the files an import knows.
  const other = at('other.writethru');
  expect(cliOn(other, 'import', `${bundle}.age`).code).toBe(1);
  const opened = cliOn(other, 'unseal', `${bundle}.age`, '--passphrase-file', at('phrase'));
  expect(opened.value, opened.err).toMatchObject({ path: bundle });
  expect(cliOn(other, 'import', bundle).code).toBe(0);
  expect(rows(other)).toEqual(rows(archive));
});
