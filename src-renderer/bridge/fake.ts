import type { WritethruApi } from '@contract/api';
import { channelNames, type EventName } from '@contract/channels';
import type { AppError } from '@contract/errors';
import type { ArchiveStatus, DispatchModel, Preferences } from '@contract/models';
import type { EventOf } from '@contract/requests';
import { fakeHandlers } from './fake/handlers';

/** What a fake archive holds. */
export type FakeState = {
  dispatches: DispatchModel[];
  preferences: Preferences;
  status: ArchiveStatus;
  platform: 'mac' | 'windows' | 'linux';
  now: () => number;
  emit: <E extends EventName>(event: E, payload: EventOf<E>) => void;
};

/** A fake of what preload exposes, with hands on it for tests. */
export type FakeBridge = {
  readonly api: WritethruApi;
  readonly state: FakeState;
  /** Tells the window something, as main would. */
  readonly emit: FakeState['emit'];
  /** Makes a channel fail until it is given null. */
  readonly fail: (channel: string, error: AppError | null) => void;
};

/** An archive in memory that answers every channel: for component tests and for looking at the window. */
export function createFakeBridge(start: Partial<FakeState> = {}): FakeBridge {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const failures = new Map<string, AppError>();
  const emit: FakeState['emit'] = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never);
  };
  const state: FakeState = {
    dispatches: [],
    preferences: { language: 'en', theme: 'system', initials: 'ptur', zone: 'Europe/Zurich' },
    status: {
      state: 'open',
      id: '01890000-0000-7000-8000-0000000a0000',
      name: 'desk.writethru',
      path: '/home/ptur/desk.writethru',
      sample: false,
      dispatches: 0,
      recovered: [],
    },
    platform: 'linux',
    now: () => Date.now(),
    emit,
    ...start,
  };
  const handlers = fakeHandlers(state);
  const channels = Object.fromEntries(
    channelNames.map((channel) => [
      channel,
      (request: unknown) => {
        const error = failures.get(channel);
        return Promise.resolve(
          error === undefined ? handlers[channel](request as never) : { ok: false, error },
        );
      },
    ]),
  );
  const api = {
    ...channels,
    importDropped: (files: readonly unknown[]) =>
      Promise.resolve(handlers['import.paths']({ paths: files.map(nameOf) })),
    on: (event: string, listener: (payload: never) => void) => {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
    // The record is built from the channel names; its precise type is the contract's.
  } as unknown as WritethruApi;
  return {
    api,
    state,
    emit,
    fail: (channel, error) => {
      if (error === null) failures.delete(channel);
      else failures.set(channel, error);
    },
  };
}

function nameOf(file: unknown): string {
  return file instanceof File ? file.name : String(file);
}
