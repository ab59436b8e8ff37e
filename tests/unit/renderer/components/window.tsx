import { QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createFakeBridge, type FakeBridge } from '../../../../src-renderer/bridge/fake';
import { evening } from '../../../../src-renderer/bridge/fake/samples';
import type { FakeState } from '../../../../src-renderer/bridge/fake/archive';
import { fetchFrom, queryClient } from '../../../../src-renderer/state/client';
import { useComparing } from '../../../../src-renderer/state/compare';
import { useAnnouncement } from '../../../../src-renderer/state/announce';
import { useDesk } from '../../../../src-renderer/state/desk';
import { useLiveDraft } from '../../../../src-renderer/state/draft';
import { useImports } from '../../../../src-renderer/state/imports';
import { keys } from '../../../../src-renderer/state/queries';
import { useToasts } from '../../../../src-renderer/state/toasts';
import { useSearch } from '../../../../src-renderer/features/search/store';
import { LocaleProvider } from '../../../../src-renderer/ui/i18n/Locale';

type Store = {
  readonly getInitialState: () => unknown;
  readonly setState: (state: never, replace: true) => void;
};

const stores: readonly Store[] = [
  useAnnouncement,
  useComparing,
  useDesk,
  useLiveDraft,
  useImports,
  useToasts,
  useSearch,
];
const patience = 5_000;
const complaints: string[] = [];
let root: Root | null = null;

/**
 * Gives each test of a file a window of its own: no archive, no state, and a clock that stands
 * still. What React complains of fails the test.
 */
export function freshWindow(): void {
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    // Not in this DOM: here the page is idle at once.
    vi.stubGlobal('requestIdleCallback', (work: () => void) => window.setTimeout(work, 0));
    vi.stubGlobal('cancelIdleCallback', (id: number) => window.clearTimeout(id));
    vi.useFakeTimers({ toFake: ['Date'], now: evening });
    vi.spyOn(console, 'error').mockImplementation((...told) => {
      complaints.push(told.map(String).join(' ').slice(0, 200));
    });
    localStorage.clear();
    sessionStorage.clear();
    for (const store of stores) store.setState(store.getInitialState() as never, true);
  });
  afterEach(() => {
    act(() => root?.unmount());
    root = null;
    queryClient.clear();
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    expect(complaints.splice(0)).toEqual([]);
  });
}

/** Puts a fake archive behind the window. The preferences are already read, as at every start. */
export async function openFake(start: Partial<FakeState> = {}): Promise<FakeBridge> {
  const bridge = createFakeBridge(start);
  vi.stubGlobal('writethru', bridge.api);
  queryClient.setQueryData(keys.preferences, await fetchFrom('preferences.get', {}));
  return bridge;
}

/** Shows a part of the window, in English, and waits for what it reads at once. */
export function show(part: ReactNode): Promise<void> {
  return showBare(
    <QueryClientProvider client={queryClient}>
      <LocaleProvider language="en" zone="Europe/Zurich" platform="linux">
        {part}
      </LocaleProvider>
    </QueryClientProvider>,
  );
}

/** Shows something that brings its own providers. */
export async function showBare(part: ReactNode): Promise<void> {
  const place = document.createElement('div');
  document.body.append(place);
  const made = createRoot(place);
  root = made;
  act(() => made.render(part));
  await settle();
}

/** Does something and lets everything that follows from it happen. */
export async function settle(doing: () => unknown = () => undefined): Promise<void> {
  await act(async () => {
    doing();
    // Queries tell of their answers in a task of their own.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setTimeout(done, 0));
  });
}

/** Waits until a claim about the window holds. */
export async function until(claim: () => void): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      claim();
      return;
    } catch (unmet) {
      if (performance.now() > end) throw unmet;
      await act(() => new Promise((done) => setTimeout(done, 10)));
    }
  }
}

/** An answer that comes when the test says. */
export function later<T>(): { readonly answer: Promise<T>; readonly give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}
