import type { AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { BackupMade } from './backup';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from './operations';
import { startThread, type Thread } from '../threads/thread';
import type { ArchiveTask, ArchiveThreadData } from './worker/protocol';

type ArchiveThread = Thread<ArchiveTask>;

export type { Imported } from './commands/import';
export type { CommandInput } from './operations';
export type { ScheduledDraft } from './queries/due-drafts';
export { createArchiveFile, type ArchiveBirth } from './connection';

/** An open archive. Every call is answered with a result; none throws. */
export type Archive = {
  readonly path: string;
  /** Runs a command, one transaction, in the writer's thread. */
  readonly write: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Promise<Result<CommandOutput<N>, AppError>>;
  /** Runs a query in the least busy reader's thread. */
  readonly read: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
  ) => Promise<Result<QueryOutput<N>, AppError>>;
  readonly backUp: (path: string) => Promise<Result<BackupMade, AppError>>;
  /** Finishes what is queued, then closes every connection. */
  readonly close: () => Promise<void>;
};

/** Number of reader threads: a long verification must not hold up the window. */
const readerCount = 2;

/**
 * Opens an archive: one writer thread and its readers.
 *
 * @param path the archive file; it must exist
 * @param workerFile the built archive worker
 */
export async function openArchive(
  path: string,
  workerFile: URL,
): Promise<Result<Archive, AppError>> {
  // The writer first: it may have to migrate before anybody can read.
  const start = (role: ArchiveThreadData['role']): ArchiveThread =>
    startThread<ArchiveTask>(workerFile, { path, role } satisfies ArchiveThreadData);
  const writer = start('writer');
  const written = await writer.begun;
  if (!written.ok) {
    await writer.close();
    return written;
  }
  const readers = Array.from({ length: readerCount }, () => start('reader'));
  const read = await Promise.all(readers.map((reader) => reader.begun));
  const failed = read.find((result) => !result.ok);
  if (failed !== undefined && !failed.ok) {
    await Promise.all([...readers, writer].map((thread) => thread.close()));
    return err(failed.error);
  }
  return ok(archiveOver(path, writer, readers));
}

function archiveOver(
  path: string,
  writer: ArchiveThread,
  readers: readonly ArchiveThread[],
): Archive {
  return {
    path,
    // A thread answers with what the named operation returns: the one place where the types of
    // `operations` are tied to messages.
    write: <N extends CommandName>(name: N, input: CommandInput<N>) =>
      writer.run({ do: 'operation', name, input }) as Promise<Result<CommandOutput<N>, AppError>>,
    read: <N extends QueryName>(name: N, input: QueryInput<N>) =>
      leastBusy(readers, writer).run({ do: 'operation', name, input }) as Promise<
        Result<QueryOutput<N>, AppError>
      >,
    backUp: (target) =>
      writer.run({ do: 'backup', path: target }) as Promise<Result<BackupMade, AppError>>,
    close: async () => {
      await Promise.all(readers.map((reader) => reader.close()));
      await writer.close();
    },
  };
}

function leastBusy(readers: readonly ArchiveThread[], otherwise: ArchiveThread): ArchiveThread {
  return readers.toSorted((a, b) => a.pending() - b.pending())[0] ?? otherwise;
}
