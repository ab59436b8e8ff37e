import { Worker } from 'node:worker_threads';
import { appError, type AppError } from '../../contract/errors';
import { err, type Result } from '../../domain/result';
import type { ThreadData, ThreadRequest, ThreadResponse } from './protocol';

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never;
/** A request before it is numbered. */
export type ThreadTask = Unnumbered<ThreadRequest>;

/** One archive thread seen from main: requests in, results out, in any order. */
export type ArchiveThread = {
  /** Resolves once the thread has its connection, or why it has none. */
  readonly opened: Promise<Result<unknown, AppError>>;
  readonly request: (task: ThreadTask) => Promise<Result<unknown, AppError>>;
  /** Requests not yet answered. */
  readonly pending: () => number;
  /** Closes the connection after what is queued and ends the thread. */
  readonly close: () => Promise<void>;
};

/** Starts a thread from the built worker file. A thread that dies answers everything pending with an error. */
export function startThread(workerFile: URL, data: ThreadData): ArchiveThread {
  const worker = new Worker(workerFile, { workerData: data });
  const waiting = new Map<number, (result: Result<unknown, AppError>) => void>();
  let nextId = 0;
  let dead: AppError | undefined;

  const wait = (id: number) =>
    new Promise<Result<unknown, AppError>>((resolve) => waiting.set(id, resolve));
  const settle = (id: number, result: Result<unknown, AppError>) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  };
  const die = (error: AppError) => {
    dead ??= error;
    for (const id of waiting.keys()) settle(id, err(error));
  };

  const opened = wait(0);
  worker.on('message', ({ id, result }: ThreadResponse) => settle(id, result));
  worker.on('error', (thrown: Error) =>
    die(appError('internal', 'thread-error', { message: thrown.message.slice(0, 500) })),
  );
  worker.on('exit', () => die(appError('internal', 'thread-ended')));

  const request = (task: ThreadTask) => {
    if (dead !== undefined) return Promise.resolve(err(dead));
    nextId += 1;
    const answer = wait(nextId);
    worker.postMessage({ ...task, id: nextId });
    return answer;
  };
  return {
    opened,
    request,
    pending: () => waiting.size,
    close: async () => {
      if (dead === undefined) await request({ do: 'close' });
      await worker.terminate();
    },
  };
}
