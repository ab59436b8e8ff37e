import { appError, type AppError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';
import type { Executor } from '../../threads/protocol';
import { backUpFile } from '../backups/copy';
import { restoreFile } from '../backups/restore';
import { openToWrite, type WritingOpening } from '../access/opening';
import { openForReading } from '../connection';
import { connectionOf, type ReadableDb, type WritableDb } from '../database';
import { commands, queries } from '../operations';
import { errorOf, Refusal } from '../refusal';
import { salvageFile } from '../salvage/salvage';
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
  if (data.role === 'keeper') return ok(keeperOf(data.path));
  const db = openForReading(data.path);
  return db.ok ? ok(readerOver(db.value)) : db;
}

type AnyOperation<Db> = (db: Db, input: unknown) => unknown;

function writerOver({ db, lock }: Extract<WritingOpening, { is: 'write' }>): Executor<ArchiveTask> {
  const upkeep = createUpkeep(db);
  const executor = executorOver(db, ({ name, input }) =>
    // Until a reader has begun, queries are answered here too.
    Object.hasOwn(queries, name)
      ? answered(db, name, input)
      : // The client's types tie each name to its input; a thread sees only the message.
        named<AnyOperation<WritableDb>>(commands, name)(db, input),
  );
  return {
    ...executor,
    afterTask: () => upkeep.afterTask(),
    inPause: () => upkeep.inPause(),
    begun: { is: 'write' } satisfies WriterBegun,
    close: () => {
      upkeep.atEnd();
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
  return executorOver(db, ({ name, input }) => answered(db, name, input));
}

/** The answer to a query: all of it sees one state of the archive, whatever is committed meanwhile. */
function answered(db: ReadableDb, name: string, input: unknown): unknown {
  const query = named<AnyOperation<ReadableDb>>(queries, name);
  return connectionOf(db)
    .transaction(() => query(db, input))
    .deferred();
}

/** A thread of its own for whole files: copying and checking one must not hold up what is written. */
function keeperOf(path: string): Executor<ArchiveTask> {
  return {
    run: (task) => {
      switch (task.do) {
        case 'backup':
          return attempted(() => backUpFile(path, task.path));
        case 'restore':
          return attempted(() => restoreFile({ ...task, to: path }));
        case 'salvage':
          return attempted(() => salvageFile({ ...task, path }));
        case 'operation':
          return Promise.resolve(unfit);
      }
    },
    close: () => undefined,
  };
}

function executorOver(
  db: ReadableDb,
  perform: (task: Extract<ArchiveTask, { do: 'operation' }>) => unknown,
): Executor<ArchiveTask> {
  return {
    run: (task) =>
      task.do === 'operation' ? attempted(() => perform(task)) : Promise.resolve(unfit),
    close: () => connectionOf(db).close(),
  };
}

/** The answer to a task that is for another kind of thread. */
const unfit = err(appError('internal', 'unfit-task'));

async function attempted(work: () => unknown): Promise<Result<unknown, AppError>> {
  try {
    return ok(await work());
  } catch (thrown) {
    return err(errorOf(thrown));
  }
}

function named<Operation>(registry: object, name: string): Operation {
  const found = Object.entries(registry).find(([key]) => key === name)?.[1] as
    | Operation
    | undefined;
  if (found === undefined) throw new Refusal('internal', 'unknown-operation', { name });
  return found;
}
