import type { AppError } from '../contract/errors';
import { ok, type Result } from '../domain/result';
import { startThread, type Thread } from '../threads/thread';
import type { ArchiveTask } from './worker/protocol';

/** The threads that answer an archive's queries. */
export type Readers = {
  /** Runs a task in the least busy thread; see `Thread.run` for its lane. */
  readonly run: Thread<ArchiveTask>['run'];
  readonly close: () => Promise<void>;
};

/** So long after the first the second thread is begun, in ms: a window has drawn itself by then. */
const secondAfter = 1_000;

/**
 * Opens the readers of an archive: one at once, and soon a second, so that a slow query holds up no
 * other. Each costs a tenth of a second of a core to begin, which the first window waits for.
 *
 * @param path the archive file; it must exist
 * @param workerFile the built archive worker
 */
export async function openReaders(
  path: string,
  workerFile: URL,
): Promise<Result<Readers, AppError>> {
  const begin = () => startThread<ArchiveTask>(workerFile, { role: 'reader', path });
  const first = begin();
  const begun = await first.begun;
  if (!begun.ok) {
    await first.close();
    return begun;
  }
  const threads = [first];
  let second: Thread<ArchiveTask> | undefined;
  const timer = setTimeout(() => {
    const begins = (second = begin());
    // Until it has begun the first is quicker; should it not begin, the first does it all.
    void begins.begun.then((said) => {
      if (said.ok) threads.push(begins);
    });
  }, secondAfter);
  return ok({
    run: (task, lane) =>
      threads
        .reduce((best, next) => (next.pending() < best.pending() ? next : best))
        .run(task, lane),
    close: async () => {
      clearTimeout(timer);
      await Promise.all([first.close(), second?.close()]);
    },
  });
}
