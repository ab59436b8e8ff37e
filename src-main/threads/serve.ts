import { parentPort, workerData } from 'node:worker_threads';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { Executor, ThreadAnswer, ThreadMessage } from './protocol';

/**
 * The body of a worker thread: begins with the data it was started with, then does its tasks one
 * after another, in the order they came.
 */
export function serveThread<Data, Task>(
  begin: (data: Data) => Result<Executor<Task>, AppError>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('serveThread must run in a worker thread.');
  const answer = (response: ThreadAnswer) => port.postMessage(response);
  const begun = begin(workerData as Data);
  answer({ id: 0, result: begun.ok ? ok(begun.value.begun) : begun });
  if (!begun.ok) return;
  const executor = begun.value;

  const newestIn = new Map<string, number>();
  let waiting = 0;
  let rest: NodeJS.Timeout | undefined;
  const restIn = (ms: number): void => {
    clearTimeout(rest);
    if (executor.inPause === undefined) return;
    rest = setTimeout(() => {
      const again = waiting === 0 ? executor.inPause?.() : null;
      if (again != null) restIn(again);
    }, ms);
  };
  const perform = async (message: ThreadMessage<Task>): Promise<void> => {
    const { id } = message;
    if (message.do === 'close') {
      clearTimeout(rest);
      executor.close();
      answer({ id, result: ok(undefined) });
      port.close();
      return;
    }
    const { lane, task } = message;
    // A turn of the loop, so that what came meanwhile is known of.
    if (lane !== undefined) await new Promise((resolve) => setImmediate(resolve));
    const isNewest = lane === undefined || newestIn.get(lane) === id;
    const result = isNewest ? await executor.run(task) : err(appError('cancelled', 'superseded'));
    answer({ id, result });
    executor.afterTask?.();
  };

  let queue = Promise.resolve();
  restIn(pauseLength);
  port.on('message', (message: ThreadMessage<Task>) => {
    if (message.do === 'task' && message.lane !== undefined) newestIn.set(message.lane, message.id);
    waiting += 1;
    queue = queue
      .then(() => perform(message))
      .catch((thrown: unknown) => {
        const error = appError('internal', 'thread', { message: String(thrown).slice(0, 500) });
        answer({ id: message.id, result: err(error) });
      })
      .then(() => {
        waiting -= 1;
        if (waiting === 0 && message.do === 'task') restIn(pauseLength);
      });
  });
}

/** How long no task must have come before a thread does something of its own accord (ms). */
const pauseLength = 150;
