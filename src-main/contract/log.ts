import type { ChannelName } from './channels';
import type { ErrorCode } from './errors';

/** Something unforeseen, without its message: messages quote texts and paths. */
export type Unforeseen = {
  /** The name of the error's class. */
  readonly error: string;
  /** Functions it went through, innermost first, with their place in the built files. */
  readonly through: readonly string[];
};

/**
 * Everything the log can tell. Facts are codes, names of ours and numbers: no words of a dispatch or
 * note, no query, no path, nothing that came from a window as it came.
 */
export type LogEvents = {
  readonly started: { readonly version: string; readonly packaged: boolean };
  /** A frame that is not ours asked; its origin may be a stranger's, so only the scheme is told. */
  readonly 'sender-refused': { readonly channel: ChannelName | 'other'; readonly scheme: string };
  readonly 'handler-failed': Unforeseen & { readonly channel: ChannelName };
  readonly 'main-failed': Unforeseen;
  readonly 'renderer-gone': { readonly reason: string };
  readonly 'child-gone': { readonly type: string; readonly reason: string };
  readonly 'backup-failed': { readonly code: ErrorCode };
  readonly 'verification-failed': { readonly code: ErrorCode };
  readonly verified: { readonly problems: number };
  readonly 'drafts-dropped': { readonly drafts: number };
  readonly 'dropping-drafts-failed': { readonly code: ErrorCode };
  readonly 'schedule-failed': { readonly code: ErrorCode };
  readonly 'delivery-failed': { readonly code: ErrorCode };
  readonly 'pictures-dropped': { readonly pictures: number };
  readonly 'update-feed-failed': { readonly online: boolean };
};

/** Tells the log of an event. */
export type Log = <E extends keyof LogEvents>(event: E, facts: LogEvents[E]) => void;

const mostFrames = 8;

/** What may be told of something thrown. */
export function unforeseen(thrown: unknown): Unforeseen {
  if (!(thrown instanceof Error)) return { error: typeof thrown, through: [] };
  const frames = (thrown.stack ?? '').matchAll(
    /^\s+at (?:async )?(?:([\w$.<> [\]]+) \()?.*?([\w.-]+:\d+:\d+)\)?$/gm,
  );
  const through = [...frames].map(([, name = '', place = '']) => `${name} ${place}`.trim());
  return { error: thrown.name, through: through.slice(0, mostFrames) };
}
