import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { appError, type AppError } from '../contract/errors';
import type { BackupModel } from '../contract/backups';
import type { SalvageReport } from '../contract/salvage';
import { err, ok, type Result } from '../domain/result';
import { restoreArchive } from '../archive/client';
import { backupsOf } from '../services/backups';
import { sealedEnding, withOpened } from '../services/sealing/keys';
import { mendAt } from '../services/workspace';
import type { Services } from '../services';
import type { CliArguments } from './arguments';
import type { Outcome } from './outcome';

/** The backups of the archive at a path, whether it opens or not. */
export function listBackups(archivePath: string): Result<Outcome, AppError> {
  const { folder, backups } = backupsOf(archivePath, null);
  const lines = backups.map(
    ({ at, reason, byteLength, path }) =>
      `${new Date(at).toISOString()}  ${reason.padEnd(9)}  ${byteLength} bytes  ${path}\n`,
  );
  const none = `No backup in ${folder}\n`;
  const json = { folder, backups };
  return ok({ json, text: lines.length === 0 ? none : lines.join(''), problems: [] });
}

/**
 * Puts a backup in the place of the archive at a path: one by its own path, or the newest made at an
 * instant or before.
 */
export async function restore(
  archivePath: string,
  given: string,
  {
    cwd,
    workerFile,
    now,
    passphrase,
  }: {
    readonly cwd: string;
    readonly workerFile: URL;
    readonly now: number;
    readonly passphrase: string | undefined;
  },
): Promise<Result<Outcome, AppError>> {
  const { backups } = backupsOf(archivePath, null);
  const from = backupAmong(backups, given, resolve(cwd, given));
  if (from === undefined) return err(appError('not-found', 'backup'));
  const program = 'command-line';
  const place = (backup: string) =>
    restoreArchive(archivePath, workerFile, { from: backup, program, at: now });
  const restored = from.endsWith(sealedEnding)
    ? await restoreSealed({ path: from, passphrase, beside: archivePath }, place)
    : await place(from);
  if (!restored.ok) return restored;
  const { kept } = restored.value;
  return ok({
    json: { from, kept },
    text: `Restored ${archivePath} from ${from}\nAs it was before it is kept: ${kept}\n`,
    problems: [],
  });
}

/** Opens a sealed backup in this thread, where nobody waits for it, and puts it in its place. */
async function restoreSealed<T>(
  sealed: Parameters<typeof withOpened>[1],
  place: (opened: string) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  // Other commands need nothing of it, and begin sooner without.
  const { openSealed } = await import('../services/sealing/seal');
  return withOpened({ open: openSealed }, sealed, place);
}

/** The passphrase on the first line of a file; undefined where none is given. */
export function readPassphrase(
  given: string | undefined,
  cwd: string,
): Result<string | undefined, AppError> {
  if (given === undefined) return ok(undefined);
  try {
    return ok(readFileSync(resolve(cwd, given), 'utf8').split(/\r?\n/, 1)[0]);
  } catch {
    return err(appError('not-found', 'passphrase file'));
  }
}

/** Brings one dispatch back out of a backup, or begins another with its words. */
export async function bringBack(
  { backups, backupContents }: Services,
  { operands: [id = '', how], from = '', author }: CliArguments,
  path: (given: string) => string,
): Promise<Result<Outcome, AppError>> {
  if (how !== undefined && how !== 'copy') return err(appError('validation', 'bring-back'));
  const backup = backupAmong(backups.status().backups, from, path(from));
  if (backup === undefined) return err(appError('not-found', 'backup'));
  if (how === 'copy') {
    const copied = await backupContents.copy({ path: backup, id, author });
    if (!copied.ok) return copied;
    const { dispatchId } = copied.value;
    return ok({ json: copied.value, text: `A new dispatch: ${dispatchId}\n`, problems: [] });
  }
  const brought = await backupContents.bringBack({ path: backup, id });
  if (!brought.ok) return brought;
  const { takes, notes, draft } = brought.value;
  const words = `${takes} take(s), ${notes} note(s)${draft ? ', the draft' : ''}`;
  return ok({ json: brought.value, text: `Brought back: ${words}\n`, problems: [] });
}

/** Mends the archive at a path, which nobody has open. */
export async function mend(
  archivePath: string,
  workerFile: URL,
): Promise<Result<Outcome, AppError>> {
  const options = { workerFile, now: Date.now, newId: uuidv7 };
  const mended = await mendAt(archivePath, options, 'command-line');
  if (!mended.ok) return mended;
  return ok({ json: mended.value, text: mendedText(archivePath, mended.value), problems: [] });
}

function mendedText(
  archivePath: string,
  { kept, base, lost, torn, ...counted }: SalvageReport,
): string {
  const { dispatches, takes, added, drafts, lostDrafts, lostOriginals } = counted;
  const lines = [
    `Mended ${archivePath}: ${dispatches} dispatch(es), ${takes} take(s)`,
    base === null
      ? 'No backup verified: everything comes from the damaged archive'
      : `On the backup ${base.path}, with ${added} newer take(s) and ${drafts} draft(s)`,
    ...(base?.putAway === true
      ? ['No other backup verified: this one is of a history that a restore had put away']
      : []),
    ...lost.flatMap(({ slug, headline, number, ordinal, text }) => [
      `Lost: ${ordinal === null ? `entry ${number}` : `take ${ordinal}`} of ${slug} “${headline}”`,
      ...(text === '' ? [] : ['Its words, which nobody can vouch for:', text]),
    ]),
    `Lost: ${lostDrafts} draft(s), ${lostOriginals} original(s)`,
    ...(torn.length === 0 ? [] : [`Not every row could be read of ${torn.join(', ')}`]),
    `The damaged archive is kept: ${kept}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A backup by its own path, or the newest made at an instant or before. */
function backupAmong(
  backups: readonly BackupModel[],
  given: string,
  file: string,
): string | undefined {
  if (existsSync(file)) return file;
  const instant = Date.parse(given);
  return backups.find(({ at }) => at <= instant)?.path;
}
