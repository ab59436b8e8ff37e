import type { WritethruApi } from '@contract/api';
import { channelNames, type ChannelName, type EventName } from '@contract/channels';
import { appError, type AppError } from '@contract/errors';
import type { EventOf } from '@contract/events';
import { requests, type RequestOf } from '@contract/requests';
import { err, ok, type Result } from '@domain/result';
import type { Outcome } from './bridge';
import { emptyArchive, type FakeState } from './fake/archive';
import { fakeHandlers } from './fake/handlers';

/** Answers a request, now or later. */
type Answerer<C extends ChannelName> = (request: RequestOf<C>) => Outcome<C> | Promise<Outcome<C>>;

/** A fake of what preload exposes, with hands on it for tests. */
export type FakeBridge = {
  readonly api: WritethruApi;
  readonly state: FakeState;
  /** Tells the window something, as main would. */
  readonly emit: <E extends EventName>(event: E, payload: EventOf<E>) => void;
  /** What the window asked of a channel, in order. */
  readonly asked: <C extends ChannelName>(channel: C) => readonly RequestOf<C>[];
  /** Answers a channel in place of the archive, until it is given null. */
  readonly answer: <C extends ChannelName>(channel: C, how: Answerer<C> | null) => void;
  /** Makes a channel fail, until it is given null. */
  readonly fail: (channel: ChannelName, error: AppError | null) => void;
};

// Which channel an answerer or request belongs to is kept by the maps' keys.
type AnyAnswerer = (request: never) => Outcome<ChannelName> | Promise<Outcome<ChannelName>>;

/**
 * An archive in memory behind the contract, for component tests. As in main, a request that its
 * channel's schema does not know is refused; an answer that it does not know fails too.
 */
export function createFakeBridge(start: Partial<FakeState> = {}): FakeBridge {
  const state: FakeState = { ...emptyArchive(), ...start };
  const handlers = new Map<string, AnyAnswerer>(Object.entries(fakeHandlers(state)));
  const instead = new Map<ChannelName, AnyAnswerer>();
  const asked = new Map<ChannelName, unknown[]>(channelNames.map((name) => [name, []]));
  const listeners = new Map<string, Set<(payload: never) => void>>();

  const carry = async (name: ChannelName, raw: unknown): Promise<Result<unknown, AppError>> => {
    const request = requests[name].request.safeParse(raw);
    if (!request.success) return err(appError('validation', 'request'));
    asked.get(name)?.push(request.data);
    const how = instead.get(name) ?? handlers.get(name);
    if (how === undefined) return err(appError('internal', 'no-fake'));
    const outcome = await how(request.data as never);
    return outcome.ok ? ok(requests[name].response.parse(outcome.value)) : outcome;
  };
  const api = {
    ...Object.fromEntries(
      channelNames.map((name) => [name, (request: unknown) => carry(name, request)]),
    ),
    on: (event: string, listener: (payload: never) => void) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
    // The record is built from the channel names; its precise type is the contract's.
  } as unknown as WritethruApi;
  const answer: FakeBridge['answer'] = (name, how) => {
    if (how === null) instead.delete(name);
    else instead.set(name, how);
  };
  return {
    api,
    state,
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
    asked: <C extends ChannelName>(name: C) => (asked.get(name) ?? []) as RequestOf<C>[],
    answer,
    fail: (name, error) => answer(name, error === null ? null : () => err(error)),
  };
}
