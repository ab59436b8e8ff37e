import type { AppError } from '../../contract/errors';
import type { Result } from '../../domain/result';
import { startThread, type Thread } from '../../threads/thread';
import type { ReadOutcome, TextReader } from './read-text';

/** A file to read. */
export type ReadingTask = {
  readonly bytes: Uint8Array;
  readonly zone: string;
  readonly name: string;
};

/** Reads texts in a thread of their own, begun at the first. A thread that died is begun again. */
export function createReadingThread(workerFile: URL): TextReader {
  let thread: Thread<ReadingTask> | undefined;
  return async (bytes, zone, name) => {
    thread ??= startThread<ReadingTask>(workerFile, null);
    // The worker answers with what `readText` returns.
    const outcome = (await thread.run({ bytes, zone, name })) as Result<ReadOutcome, AppError>;
    if (!outcome.ok) thread = undefined;
    return outcome;
  };
}
