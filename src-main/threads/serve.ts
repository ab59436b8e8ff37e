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

  let queue = Promise.resolve();
  port.on('message', (message: ThreadMessage<Task>) => {
    const { id } = message;
    queue = queue
      .then(async () => {
        if (message.do === 'task') {
          answer({ id, result: await executor.run(message.task) });
          return;
        }
        executor.close();
        answer({ id, result: ok(undefined) });
        port.close();
      })
      .catch((thrown: unknown) => {
        const error = appError('internal', 'thread', { message: String(thrown).slice(0, 500) });
        answer({ id, result: err(error) });
      });
  });
}
