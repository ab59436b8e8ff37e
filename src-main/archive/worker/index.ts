import { parentPort, workerData } from 'node:worker_threads';
import { err } from '../../domain/result';
import { appError } from '../../contract/errors';
import { openExecutor } from './executor';
import type { ThreadData, ThreadRequest, ThreadResponse } from './protocol';

/** The body of an archive thread: opens its connection, then answers requests one after another. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('The archive worker must run in a worker thread.');
  const answer = (response: ThreadResponse) => port.postMessage(response);
  const opened = openExecutor(workerData as ThreadData);
  answer({ id: 0, result: opened.ok ? { ok: true, value: undefined } : opened });
  if (!opened.ok) return;

  let queue = Promise.resolve();
  port.on('message', (request: ThreadRequest) => {
    queue = queue.then(async () => {
      const result = await opened.value(request);
      answer({ id: request.id, result });
      if (request.do === 'close') port.close();
    });
    queue.catch((thrown: unknown) => {
      answer({
        id: request.id,
        result: err(appError('internal', undefined, { message: String(thrown) })),
      });
    });
  });
}

serve();
