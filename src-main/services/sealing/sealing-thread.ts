import type { AppError } from '../../contract/errors';
import type { Result } from '../../domain/result';
import { startThread } from '../../threads/thread';
import type { SealFor, SealingKey } from './seal';

/** Work for the sealing thread; see `seal.ts`. */
export type SealingTask =
  | { readonly do: 'make-key'; readonly passphrase: string }
  | { readonly do: 'seal'; readonly from: string; readonly to: string; readonly whom: SealFor }
  | {
      readonly do: 'open';
      readonly from: string;
      readonly to: string;
      readonly passphrase: string;
      readonly keys: readonly string[];
    };

/** Sealing and opening files in the age format, as the rest of main asks for it. */
export type Sealing = {
  readonly makeKey: (passphrase: string) => Promise<Result<SealingKey, AppError>>;
  readonly seal: (
    from: string,
    to: string,
    whom: SealFor,
  ) => Promise<Result<{ readonly byteLength: number }, AppError>>;
  readonly open: (
    from: string,
    to: string,
    how: { readonly passphrase: string; readonly keys: readonly string[] },
  ) => Promise<Result<{ readonly byteLength: number }, AppError>>;
};

/** A thread is begun for each task, and ends with it: they are rare, and passphrases go with it. */
export function createSealing(workerFile: URL): Sealing {
  const run = async <T>(task: SealingTask): Promise<Result<T, AppError>> => {
    const thread = startThread<SealingTask>(workerFile, null);
    try {
      // The worker answers each task with what its function returns.
      return (await thread.run(task)) as Result<T, AppError>;
    } finally {
      await thread.close();
    }
  };
  return {
    makeKey: (passphrase) => run({ do: 'make-key', passphrase }),
    seal: (from, to, whom) => run({ do: 'seal', from, to, whom }),
    open: (from, to, how) => run({ do: 'open', from, to, ...how }),
  };
}
