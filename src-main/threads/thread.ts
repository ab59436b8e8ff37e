import { Worker } from 'node:worker_threads';
import { appError, type AppError } from '../contract/errors';
import { err, type Result } from '../domain/result';
import type { ThreadAnswer, ThreadMessage } from './protocol';

/** A worker thread seen from main: tasks in, results out. */
export type Thread<Task> = {
  /** Resolves once the thread has begun, to what it says then, or to why it could not. */
  readonly begun: Promise<Result<unknown, AppError>>;
  /** Of the tasks in one lane only the newest is wanted; others are answered `cancelled`. */
  readonly run: (task: Task, lane?: string) => Promise<Result<unknown, AppError>>;
  /** Tasks not yet answered. */
  readonly pending: () => number;
  /** Ends the thread after what is queued. */
  readonly close: () => Promise<void>;
  /** Ends the thread at once; what is pending is answered with an error. For threads that only read. */
  readonly stop: () => Promise<void>;
};

/** Starts a thread from a built worker file. One that dies answers everything pending with an error. */
export function startThread<Task>(workerFile: URL, data: unknown): Thread<Task> {
  const worker = new Worker(workerFile, { workerData: data });
  const waiting = new Map<number, (result: Result<unknown, AppError>) => void>();
  let lastId = 0;
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
  const begun = wait(0);
  worker.on('message', ({ id, result }: ThreadAnswer) => settle(id, result));
  worker.on('error', (thrown: Error) =>
    die(appError('internal', 'thread-error', { message: thrown.message.slice(0, 500) })),
  );
  worker.on('exit', () => die(appError('internal', 'thread-ended')));

  const send = (make: (id: number) => ThreadMessage<Task>) => {
    if (dead !== undefined) return Promise.resolve(err(dead));
    lastId += 1;
    const answer = wait(lastId);
    worker.postMessage(make(lastId));
    return answer;
  };
  return {
    begun,
    run: (task, lane) => send((id) => ({ id, do: 'task', task, lane })),
    pending: () => waiting.size,
    close: async () => {
      await send((id) => ({ id, do: 'close' }));
      await worker.terminate();
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
