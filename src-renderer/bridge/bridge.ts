import type { PreloadOnlyChannel, WritethruApi } from '@contract/api';
import type { ChannelName, EventName } from '@contract/channels';
import type { AppError } from '@contract/errors';
import type { EventOf } from '@contract/events';
import type { RequestOf, ResponseOf } from '@contract/requests';
import type { Result } from '@domain/result';

declare global {
  // eslint-disable-next-line no-var -- the only form in which a global of `globalThis` can be declared
  var writethru: WritethruApi;
}

/** The channels the window can call. */
export type Channel = Exclude<ChannelName, PreloadOnlyChannel>;

type Channels = { readonly [C in Channel]: (request: RequestOf<C>) => Promise<Outcome<C>> };

/** What became of a request. */
export type Outcome<C extends ChannelName> = Result<ResponseOf<C>, AppError>;

const lost: AppError = { code: 'internal', reason: 'bridge' };

/** Asks main for something. Never throws: a request that could not be carried is an `internal` error. */
export async function call<C extends Channel>(
  channel: C,
  request: RequestOf<C>,
): Promise<Outcome<C>> {
  try {
    const channels: Channels = globalThis.writethru;
    return await channels[channel](request);
  } catch {
    return { ok: false, error: lost };
  }
}

/** Imports files dropped on the window. Never throws. */
export async function importDropped(files: readonly File[]): Promise<Outcome<'import.paths'>> {
  try {
    return await globalThis.writethru.importDropped(files);
  } catch {
    return { ok: false, error: lost };
  }
}

/** Listens to an event of main; returns a function that stops listening. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: EventOf<E>) => void,
): () => void {
  return globalThis.writethru.on(event, listener);
}
