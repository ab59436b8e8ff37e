import path from 'node:path';

/** Why a backup was made: by the clock, or before something that changes much. */
export const backupReasons = ['clock', 'asked', 'migration', 'restore'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** The folder of an archive's own backups: beside it, so that it is found with it. */
export function backupFolderOf(archivePath: string): string {
  const { dir, name } = path.parse(archivePath);
  return path.join(dir, `${name} backups`);
}

/** The folder of an archive's backups within another that the person chose, on another disk perhaps. */
export function backupFolderWithin(second: string, archivePath: string): string {
  return path.join(second, path.basename(backupFolderOf(archivePath)));
}

const suffixes: Readonly<Record<BackupReason, string>> = {
  clock: '',
  asked: ' asked',
  migration: ' before migration',
  restore: ' before restore',
};

/**
 * The file name of a backup made at an instant (ms), safe on every system; in the order of names
 * they are in the order of time. {@link readBackupName} is the inverse, to the second.
 */
export function backupName(at: number, reason: BackupReason): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${stamp}Z${suffixes[reason]}.writethru`;
}

/** What a backup's file name says of it; `at` in ms; `sealed` where it opens with a passphrase only. */
export type BackupNamed = {
  readonly at: number;
  readonly reason: BackupReason;
  readonly sealed: boolean;
};

/** What a file name says of a backup; undefined for other files. */
export function readBackupName(name: string): BackupNamed | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z( [ a-z]+)?\.writethru(\.age)?$/.exec(
    name,
  );
  if (found === null) return undefined;
  const [, day = '', hours = '', minutes = '', seconds = '', suffix = '', seal] = found;
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  const reason = backupReasons.find((one) => suffixes[one] === suffix);
  if (Number.isNaN(at) || reason === undefined) return undefined;
  return { at, reason, sealed: seal !== undefined };
}
