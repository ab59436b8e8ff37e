import type { AppError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';
import { backUp } from '../backup';
import { openForReading, openForWriting } from '../connection';
import { connectionOf, type ReadableDb, type WritableDb } from '../database';
import { commands, queries } from '../operations';
import { errorOf, Refusal } from '../refusal';
import type { ThreadData, ThreadRequest } from './protocol';

/** Runs requests against one connection; never throws. */
export type Executor = (request: ThreadRequest) => Promise<Result<unknown, AppError>>;

/** Opens the connection of a thread and gives what runs its requests. */
export function openExecutor({ path, role }: ThreadData): Result<Executor, AppError> {
  if (role === 'writer') {
    const db = openForWriting(path);
    return db.ok ? ok(executorOf(db.value, (name, input) => runCommand(db.value, name, input))) : db;
  }
  const db = openForReading(path);
  return db.ok ? ok(executorOf(db.value, (name, input) => runQuery(db.value, name, input))) : db;
}

function executorOf(
  db: ReadableDb | WritableDb,
  operate: (name: string, input: unknown) => unknown,
): Executor {
  return async (request) => {
    try {
      switch (request.do) {
        case 'operation':
          return ok(operate(request.name, request.input));
        case 'backup':
          return ok(await backUp(db as WritableDb, request.path));
        case 'close':
          connectionOf(db).close();
          return ok(undefined);
      }
    } catch (thrown) {
      return err(errorOf(thrown));
    }
  };
}

type AnyOperation<Db> = (db: Db, input: unknown) => unknown;

function runCommand(db: WritableDb, name: string, input: unknown): unknown {
  // The client's types tie each name to its input; a thread sees only the message.
  return named<AnyOperation<WritableDb>>(commands, name)(db, input);
}

function runQuery(db: ReadableDb, name: string, input: unknown): unknown {
  return named<AnyOperation<ReadableDb>>(queries, name)(db, input);
}

function named<Operation>(registry: object, name: string): Operation {
  const found = Object.entries(registry).find(([key]) => key === name)?.[1] as
    | Operation
    | undefined;
  if (found === undefined) throw new Refusal('internal', 'unknown-operation', { name });
  return found;
}
