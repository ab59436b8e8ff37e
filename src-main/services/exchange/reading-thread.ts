import type { AppError } from '../../contract/errors';
import type { Result } from '../../domain/result';
import { startThread, type Thread } from '../../threads/thread';
import type { PictureReader } from '../take-in';
import type { TextReader } from './read-text';

/** A file to read: a text, or a picture to be looked into. */
export type ReadingTask =
  | {
      readonly read: 'text';
      readonly bytes: Uint8Array;
      readonly zone: string;
      readonly name: string;
    }
  | { readonly read: 'picture'; readonly bytes: Uint8Array };

/** What reads files in a thread of their own, begun at the first. One that died is begun again. */
export function createReadingThread(workerFile: URL): {
  readonly readText: TextReader;
  readonly readPicture: PictureReader;
} {
  let thread: Thread<ReadingTask> | undefined;
  const run = async (task: ReadingTask): Promise<Result<unknown, AppError>> => {
    thread ??= startThread<ReadingTask>(workerFile, null);
    const outcome = await thread.run(task);
    if (!outcome.ok) thread = undefined;
    return outcome;
  };
  // The worker answers with what the reader of each task returns.
  return {
    readText: (bytes, zone, name) =>
      run({ read: 'text', bytes, zone, name }) as ReturnType<TextReader>,
    readPicture: (bytes) => run({ read: 'picture', bytes }) as ReturnType<PictureReader>,
  };
}
