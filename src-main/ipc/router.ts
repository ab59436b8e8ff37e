import { excessOf } from '../contract/bounds';
import { channelNames, type ChannelName } from '../contract/channels';
import { appError, type AppError } from '../contract/errors';
import { unforeseen, type Log } from '../contract/log';
import { requests, type RequestOf, type ResponseOf } from '../contract/requests';
import { err, type Result } from '../domain/result';

/** Who sent a request: the origin and place of the frame, as the shell knows them. */
export type Sender = {
  readonly url: string;
  readonly isMainFrame: boolean;
  /** The number of the window, for requests about the window itself. */
  readonly windowId: number;
};

/** One handler for every channel; each is given a request already parsed. */
export type Handlers = {
  readonly [C in ChannelName]: (
    request: RequestOf<C>,
    sender: Sender,
  ) => Promise<Result<ResponseOf<C>, AppError>>;
};

export type RouterOptions = {
  readonly isTrusted: (sender: Sender) => boolean;
  /** Told of what should not happen: refused senders, unexpected exceptions. */
  readonly log: Log;
  /** What requests are answered after: windows load while the archive is opened. */
  readonly ready: Promise<void>;
};

/** Answers a raw request; never rejects. */
export type Router = (
  channel: string,
  payload: unknown,
  sender: Sender,
) => Promise<Result<unknown, AppError>>;

/**
 * Builds the router: sender checked, size bounded, request parsed by the channel's strict schema,
 * handler called, everything answered as a result.
 */
export function createRouter(handlers: Handlers, { isTrusted, log, ready }: RouterOptions): Router {
  return async (channel, payload, sender) => {
    const name = channelNames.find((known) => known === channel);
    if (!isTrusted(sender)) {
      const [scheme = ''] = /^[a-z][a-z0-9+.-]{0,30}:/.exec(sender.url) ?? [];
      log('sender-refused', { channel: name ?? 'other', scheme });
      return err(appError('validation', 'sender'));
    }
    if (name === undefined) return err(appError('validation', 'unknown-channel'));
    const excess = excessOf(payload);
    if (excess !== undefined) return err(appError('validation', 'oversize', { excess }));
    try {
      await ready;
      return await answer(handlers, name, payload, sender);
    } catch (thrown) {
      log('handler-failed', { channel: name, ...unforeseen(thrown) });
      return err(appError('internal', 'handler'));
    }
  };
}

function answer<C extends ChannelName>(
  handlers: Handlers,
  name: C,
  payload: unknown,
  sender: Sender,
): Promise<Result<unknown, AppError>> {
  const parsed = requests[name].request.safeParse(payload);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.map(String).join('.') ?? '';
    return Promise.resolve(err(appError('validation', 'request', { channel: name, place })));
  }
  // The schema of this channel has just made the payload of this type.
  return handlers[name](parsed.data as RequestOf<C>, sender);
}
