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

/** So many threads read: a slow query holds up no other. */
const most = 2;

/** When those begin that are not needed at once, in ms: a window has drawn itself by then. */
const later = 1_000;

/**
 * Opens the readers of an archive. Each costs a tenth of a second of a core to begin, which the
 * first window would wait for: until then the writer's thread answers, or, where there is none, one
 * reader begun at once.
 *
 * @param path the archive file; it must exist
 * @param workerFile the built archive worker
 * @param writer its thread, where it is written
 */
export async function openReaders(
  path: string,
  workerFile: URL,
  writer: Thread<ArchiveTask> | null,
): Promise<Result<Readers, AppError>> {
  const own: Thread<ArchiveTask>[] = [];
  let answering: readonly Thread<ArchiveTask>[] = writer === null ? [] : [writer];
  let closed = false;
  const add = async (): Promise<Result<unknown, AppError>> => {
    const thread = startThread<ArchiveTask>(workerFile, { role: 'reader', path });
    own.push(thread);
    const begun = await thread.begun;
    // Should it not begin, those that have do it all.
    if (begun.ok) answering = [...answering.filter((one) => one !== writer), thread];
    return begun;
  };
  const addRest = async (): Promise<void> => {
    if (closed || own.length >= most) return;
    const begun = await add();
    if (begun.ok) await addRest();
  };
  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(timer);
    await Promise.all(own.map((thread) => thread.close()));
  };
  const timer = setTimeout(() => void addRest(), later);
  const first = writer === null ? await add() : ok(undefined);
  if (!first.ok) {
    await close();
    return first;
  }
  return ok({
    run: (task, lane) =>
      answering
        .reduce((best, next) => (next.pending() < best.pending() ? next : best))
        .run(task, lane),
    close,
  });
}
