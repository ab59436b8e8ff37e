import type { AppError } from '../../contract/errors';
import type { Result } from '../../domain/result';

/** What a thread is started with. */
export type ThreadData = { readonly path: string; readonly role: 'writer' | 'reader' };

/** Work for a thread: an operation by name, a backup, or the end. */
export type ThreadRequest =
  | { readonly id: number; readonly do: 'operation'; readonly name: string; readonly input: unknown }
  | { readonly id: number; readonly do: 'backup'; readonly path: string }
  | { readonly id: number; readonly do: 'close' };

/** A thread's answer; id 0 tells whether it could open the archive. */
export type ThreadResponse = { readonly id: number; readonly result: Result<unknown, AppError> };
