import { hostname } from 'node:os';
import { join } from 'node:path';
import { appError, refusalToWrite, type AppError } from '../contract/errors';
import type { ArchiveAccess, ArchiveHolder } from '../contract/models';
import type { SalvageReport } from '../contract/salvage';
import { err, ok, type Result } from '../domain/result';
import type { Adoption } from './access/opening';
import type { BackupMade } from './backups/copy';
import { backupFolderOf, backupName } from './backups/names';
import type { Restored } from './backups/restore';
import { olderSchema } from './connection';
import { countingQueries, longQueries } from './counting';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from './operations';
import { openReaders, type Readers } from './readers';
import type { SalvageRequest } from './salvage/salvage';
import { startThread, type Thread } from '../threads/thread';
import type { ArchiveTask, ArchiveThreadData, WriterBegun } from './worker/protocol';

type ArchiveThread = Thread<ArchiveTask>;

export type { Imported } from './commands/import';
export type { Restored } from './commands/restore';
export type { LibraryImported } from './commands/library';
export type { TemplatesImported } from './commands/templates';
export type { NotesImported } from './commands/import-notes';
export type { TopicsKnown } from './queries/topics';
export type { CommandInput } from './operations';
export type { PictureBytes } from './queries/pictures';
export type { ScheduledDraft } from './queries/due-drafts';
export { refusalOfPlace } from './access/unsafe-place';
export { createArchiveFile, type ArchiveBirth } from './connection';
export {
  backupFolderOf,
  backupFolderWithin,
  backupName,
  readBackupName,
  type BackupReason,
} from './backups/names';

/** An open archive. Every call is answered with a result; none throws. */
export type Archive = {
  readonly path: string;
  /** Whether it may be written. */
  readonly access: ArchiveAccess;
  /**
   * Runs a command, one transaction, in the writer's thread. Where the archive is only read, the
   * answer is `archive-read-only` with the reason.
   */
  readonly write: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Promise<Result<CommandOutput<N>, AppError>>;
  /**
   * Runs a query in the least busy reader's thread; one that counts everything, in the thread that
   * keeps what it counts over.
   *
   * @param lane of the queries in one lane only the newest is wanted: an older one not yet begun is
   *   answered `cancelled`
   */
  readonly read: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    lane?: string,
  ) => Promise<Result<QueryOutput<N>, AppError>>;
  readonly backUp: (path: string) => Promise<Result<BackupMade, AppError>>;
  /** Opens another archive, a backup of this one, to be read; whoever opens it closes it. */
  readonly openBackup: (path: string) => Promise<Result<Archive, AppError>>;
  /** Finishes what is queued, then closes every connection and lets go of the lock. */
  readonly close: () => Promise<void>;
};

/** What an archive is opened for. */
export type Opening = {
  /** Which program this is, for whoever finds the archive open. */
  readonly program: ArchiveHolder['program'];
  /** `read` leaves the writing to others; a file of an older schema is migrated all the same. */
  readonly purpose: 'read' | 'write';
  /** Makes a copy an archive of its own. */
  readonly adopt?: Adoption;
};

/**
 * Opens an archive: one writer thread, where it may be written, and its readers. An archive that is
 * open elsewhere, and a copy of another, are opened to be read; `access` says so.
 *
 * @param path the archive file; it must exist
 * @param workerFile the built archive worker
 */
export async function openArchive(
  path: string,
  workerFile: URL,
  opening: Opening,
): Promise<Result<Archive, AppError>> {
  if (opening.purpose === 'read') {
    const readers = await openReaders(path, workerFile, null);
    if (readers.ok)
      return ok(archiveOver(path, workerFile, { is: 'read', why: 'asked' }, null, readers.value));
    if (readers.error.reason !== olderSchema) return readers;
  }
  return openToWrite(path, workerFile, opening);
}

async function openToWrite(
  path: string,
  workerFile: URL,
  { program, adopt }: Opening,
  mayMigrate = false,
): Promise<Result<Archive, AppError>> {
  const holder = holderNow(program);
  // The writer first: it may have to migrate before anybody can read.
  const writer = start(workerFile, { role: 'writer', path, holder, adopt, mayMigrate });
  const begun = await writer.begun;
  if (!begun.ok) {
    await writer.close();
    return begun;
  }
  // What a writer's thread says as it begins; see its executor.
  const value = begun.value as WriterBegun;
  if (value.is === 'other-name') {
    await writer.close();
    return openToWrite(value.path, workerFile, { program, purpose: 'write' });
  }
  if (value.is === 'outdated') {
    await writer.close();
    const name = backupName(holder.since, 'migration');
    const kept = await backUpWith(workerFile, path, join(backupFolderOf(path), name));
    // Without a backup an archive stays as it is.
    return kept.ok
      ? openToWrite(path, workerFile, { program, purpose: 'write', ...(adopt && { adopt }) }, true)
      : kept;
  }
  if (value.is === 'read') await writer.close();
  const readers = await openReaders(path, workerFile, value.is === 'write' ? writer : null);
  if (!readers.ok) {
    await writer.close();
    return readers;
  }
  return value.is === 'write'
    ? ok(archiveOver(path, workerFile, { is: 'write' }, writer, readers.value))
    : ok(archiveOver(path, workerFile, value.access, null, readers.value));
}

function start(workerFile: URL, data: ArchiveThreadData): ArchiveThread {
  return startThread<ArchiveTask>(workerFile, data);
}

function holderNow(program: ArchiveHolder['program']): ArchiveHolder {
  return { program, pid: process.pid, host: hostname(), since: Date.now() };
}

/** Copies an archive to a new file and verifies the copy, in a thread of its own. */
export function backUpWith(
  workerFile: URL,
  path: string,
  target: string,
): Promise<Result<BackupMade, AppError>> {
  return keeping<BackupMade>(workerFile, path, { do: 'backup', path: target });
}

/**
 * Puts a backup in the place of its archive, which must be closed. What is there is kept; see
 * `restoreFile`.
 *
 * @param at ms
 */
export function restoreArchive(
  path: string,
  workerFile: URL,
  { from, program, at }: { from: string; program: ArchiveHolder['program']; at: number },
): Promise<Result<Restored, AppError>> {
  return keeping<Restored>(workerFile, path, {
    do: 'restore',
    from,
    holder: holderNow(program),
    at,
  });
}

/**
 * Mends a damaged archive, which must be closed; see `salvageFile`. What it was is kept.
 */
export function salvageArchive(
  path: string,
  workerFile: URL,
  {
    program,
    ...request
  }: Omit<SalvageRequest, 'path' | 'holder'> & { readonly program: ArchiveHolder['program'] },
): Promise<Result<SalvageReport, AppError>> {
  return keeping<SalvageReport>(workerFile, path, {
    do: 'salvage',
    ...request,
    holder: holderNow(program),
  });
}

async function keeping<T>(
  workerFile: URL,
  path: string,
  task: ArchiveTask,
): Promise<Result<T, AppError>> {
  const keeper = start(workerFile, { role: 'keeper', path });
  try {
    // What a keeper answers is tied to its task here alone.
    return (await keeper.run(task)) as Result<T, AppError>;
  } finally {
    await keeper.close();
  }
}

function archiveOver(
  path: string,
  workerFile: URL,
  access: ArchiveAccess,
  writer: ArchiveThread | null,
  readers: Readers,
): Archive {
  const refusal = refusalToWrite(access) ?? appError('internal', 'no-writer');
  let counter: ArchiveThread | undefined;
  /** Threads of queries that take long, while they run. */
  const long = new Set<ArchiveThread>();
  const readerFor = (name: QueryName): Pick<ArchiveThread, 'run'> => {
    if (!countingQueries.has(name)) return readers;
    // Begun by the first search: most windows are open for a while before one.
    counter ??= start(workerFile, { role: 'reader', path });
    return counter;
  };
  return {
    path,
    access,
    // A thread answers with what the named operation returns: the one place where the types of
    // `operations` are tied to messages.
    write: <N extends CommandName>(name: N, input: CommandInput<N>) =>
      writer === null
        ? Promise.resolve(err(refusal))
        : (writer.run({ do: 'operation', name, input }) as Promise<
            Result<CommandOutput<N>, AppError>
          >),
    read: <N extends QueryName>(name: N, input: QueryInput<N>, lane?: string) => {
      const task = { do: 'operation', name, input } as const;
      const answer = longQueries.has(name)
        ? inOwnThread(workerFile, path, task, long)
        : readerFor(name).run(task, lane);
      return answer as Promise<Result<QueryOutput<N>, AppError>>;
    },
    backUp: (target) => backUpWith(workerFile, path, target),
    openBackup: async (backup) => {
      const opened = await openReaders(backup, workerFile, null);
      if (!opened.ok) return opened;
      return ok(archiveOver(backup, workerFile, { is: 'read', why: 'asked' }, null, opened.value));
    },
    close: async () => {
      // Nobody waits for a verification to close an archive: it is made again when it is due.
      await Promise.all([...long].map((thread) => thread.stop()));
      await Promise.all([readers.close(), counter?.close()]);
      await writer?.close();
    },
  };
}

/** Runs a task in a reader's thread begun for it alone, which is among `running` meanwhile. */
async function inOwnThread(
  workerFile: URL,
  path: string,
  task: ArchiveTask,
  running: Set<ArchiveThread>,
): Promise<Result<unknown, AppError>> {
  const thread = start(workerFile, { role: 'reader', path });
  running.add(thread);
  try {
    const begun = await thread.begun;
    return begun.ok ? await thread.run(task) : begun;
  } finally {
    running.delete(thread);
    await thread.stop();
  }
}
