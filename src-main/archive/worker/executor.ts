import { appError, type AppError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';
import type { Executor } from '../../threads/protocol';
import { backUp } from '../backup';
import { openToWrite, type WritingOpening } from '../access/opening';
import { openForReading } from '../connection';
import { connectionOf, type ReadableDb, type WritableDb } from '../database';
import { commands, queries } from '../operations';
import { errorOf, Refusal } from '../refusal';
import { createUpkeep } from '../search/upkeep';
import type { ArchiveTask, ArchiveThreadData, WriterBegun } from './protocol';

/** Opens the connection of an archive thread and gives what runs its tasks. */
export function openExecutor(data: ArchiveThreadData): Result<Executor<ArchiveTask>, AppError> {
  if (data.role === 'writer') {
    const opened = openToWrite(data);
    if (!opened.ok) return opened;
    const { value } = opened;
    return ok(value.is === 'write' ? writerOver(value) : writerOfNothing(value));
  }
  const db = openForReading(data.path);
  return db.ok ? ok(readerOver(db.value)) : db;
}

type AnyOperation<Db> = (db: Db, input: unknown) => unknown;

function writerOver({ db, lock }: Extract<WritingOpening, { is: 'write' }>): Executor<ArchiveTask> {
  const upkeep = createUpkeep(db);
  const executor = executorOver(db, (task) =>
    task.do === 'backup'
      ? backUp(db, task.path)
      : // The client's types tie each name to its input; a thread sees only the message.
        named<AnyOperation<WritableDb>>(commands, task.name)(db, task.input),
  );
  return {
    ...executor,
    afterTask: () => upkeep.afterTask(),
    inPause: () => upkeep.inPause(),
    begun: { is: 'write' } satisfies WriterBegun,
    close: () => {
      executor.close();
      lock.release();
    },
  };
}

/** The archive is not to be written: the client is told so and ends the thread. */
function writerOfNothing(begun: Exclude<WriterBegun, { is: 'write' }>): Executor<ArchiveTask> {
  return {
    begun,
    run: () => Promise.resolve(err(appError('archive-read-only', begun.is))),
    close: () => undefined,
  };
}

function readerOver(db: ReadableDb): Executor<ArchiveTask> {
  return executorOver(db, (task) => {
    if (task.do === 'backup') return backUp(db, task.path);
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
