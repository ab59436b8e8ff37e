import type { AppError } from '../../contract/errors';
import type { RequestOf, ResponseOf } from '../../contract/requests';
import type { Result } from '../../domain/result';
import { startThread, type Thread } from '../../threads/thread';
import type { SpellingTask } from './check';

/** Spelling and language, as main asks for them. */
export type Spelling = {
  readonly check: (
    request: RequestOf<'style.check'>,
  ) => Promise<Result<ResponseOf<'style.check'>, AppError>>;
  readonly suggest: (
    request: RequestOf<'style.suggest'>,
  ) => Promise<Result<ResponseOf<'style.suggest'>, AppError>>;
};

/**
 * Asks the thread that knows the dictionaries, begun at the first question. A thread that died is
 * begun again.
 */
export function createSpelling(workerFile: URL, folder: string): Spelling {
  let thread: Thread<SpellingTask> | undefined;
  const run = async <T>(task: SpellingTask): Promise<Result<T, AppError>> => {
    thread ??= startThread<SpellingTask>(workerFile, { folder });
    // The worker answers each task with what the contract says of its channel.
    const outcome = (await thread.run(task)) as Result<T, AppError>;
    if (!outcome.ok && outcome.error.reason?.startsWith('thread-') === true) thread = undefined;
    return outcome;
  };
  return {
    check: (request) => run({ do: 'check', request }),
    suggest: (request) => run({ do: 'suggest', request }),
  };
}
