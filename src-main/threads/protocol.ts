import type { AppError } from '../contract/errors';
import type { Result } from '../domain/result';

/** What goes to a thread: a numbered task, or the request to end. */
export type ThreadMessage<Task> =
  | {
      readonly id: number;
      readonly do: 'task';
      readonly task: Task;
      /** Of the tasks in one lane only the newest is wanted: older ones not yet begun are dropped. */
      readonly lane: string | undefined;
    }
  | { readonly id: number; readonly do: 'close' };

/** A thread's answer; id 0 tells whether it could begin its work. */
export type ThreadAnswer = { readonly id: number; readonly result: Result<unknown, AppError> };

/** What does a thread's work. It never throws. */
export type Executor<Task> = {
  /** What the one who started the thread is told as it begins. */
  readonly begun?: unknown;
  readonly run: (task: Task) => Promise<Result<unknown, AppError>>;
  /** Done after each task, once it is answered. */
  readonly afterTask?: () => void;
  /**
   * Done a little at a time when there is no task.
   *
   * @returns after how many ms it wants to go on; null when there is nothing left to do
   */
  readonly inPause?: () => number | null;
  /** Releases what the thread holds; nothing is run after it. */
  readonly close: () => void;
};
