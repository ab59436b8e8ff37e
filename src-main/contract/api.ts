import type { Result } from '../domain/result';
import type { ChannelName, EventName } from './channels';
import type { AppError } from './errors';
import type { EventOf } from './events';
import type { RequestOf, ResponseOf } from './requests';

/** Channels the window cannot call itself: preload calls them with paths the system vouches for. */
export type PreloadOnlyChannel = 'import.paths';

/** The object preload exposes as `window.writethru`: frozen, with one function a channel. */
export type WritethruApi = {
  readonly [C in Exclude<ChannelName, PreloadOnlyChannel>]: (
    request: RequestOf<C>,
  ) => Promise<Result<ResponseOf<C>, AppError>>;
} & {
  /** Imports files and folders dropped on the window; their paths never pass through the page. */
  readonly importDropped: (
    files: readonly unknown[],
  ) => Promise<Result<ResponseOf<'import.paths'>, AppError>>;
  /** Listens to an event of main; returns a function that stops listening. */
  readonly on: <E extends EventName>(
    event: E,
    listener: (payload: EventOf<E>) => void,
  ) => () => void;
};
