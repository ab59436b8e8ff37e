import type { AppError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';
import type { Executor } from '../../threads/protocol';
import { backUp } from '../backup';
import { openForReading, openForWriting } from '../connection';
import { connectionOf, type ReadableDb, type WritableDb } from '../database';
import { commands, queries } from '../operations';
import { errorOf, Refusal } from '../refusal';
import type { ArchiveTask, ArchiveThreadData } from './protocol';

/** Opens the connection of an archive thread and gives what runs its tasks. */
export function openExecutor({
  path,
  role,
}: ArchiveThreadData): Result<Executor<ArchiveTask>, AppError> {
  if (role === 'writer') {
    const db = openForWriting(path);
    return db.ok ? ok(writerOver(db.value)) : db;
  }
  const db = openForReading(path);
  return db.ok ? ok(readerOver(db.value)) : db;
}

type AnyOperation<Db> = (db: Db, input: unknown) => unknown;

function writerOver(db: WritableDb): Executor<ArchiveTask> {
  return executorOver(db, (task) =>
    task.do === 'backup'
      ? backUp(db, task.path)
      : // The client's types tie each name to its input; a thread sees only the message.
        named<AnyOperation<WritableDb>>(commands, task.name)(db, task.input),
  );
}

function readerOver(db: ReadableDb): Executor<ArchiveTask> {
  return executorOver(db, (task) => {
    if (task.do === 'backup') throw new Refusal('internal', 'reader-cannot-back-up');
    const query = named<AnyOperation<ReadableDb>>(queries, task.name);
    // All of a query sees one state of the archive, whatever is committed meanwhile.
    return connectionOf(db)
      .transaction(() => query(db, task.input))
      .deferred();
  });
}

function executorOver(
  db: ReadableDb,
  perform: (task: ArchiveTask) => unknown,
): Executor<ArchiveTask> {
  return {
    run: async (task) => {
      try {
        return ok(await perform(task));
      } catch (thrown) {
        return err(errorOf(thrown));
      }
    },
    close: () => connectionOf(db).close(),
  };
}

function named<Operation>(registry: object, name: string): Operation {
  const found = Object.entries(registry).find(([key]) => key === name)?.[1] as
    | Operation
    | undefined;
  if (found === undefined) throw new Refusal('internal', 'unknown-operation', { name });
  return found;
}
