import type { BrowserWindow } from 'electron';
import type { EventOf } from '../contract/events';
import { tell } from './events';

/** How long a window may take to send what is unsaved, in ms. */
const patience = 5_000;

/** Asks windows to send what is unsaved and waits for their answers, bounded in time. */
export type Flushing = {
  /** True once everything typed in the window is committed; false when it could not be, or no answer came. */
  readonly flush: (window: BrowserWindow, reason: EventOf<'flush'>['reason']) => Promise<boolean>;
  /** A window's answer. */
  readonly flushed: (windowId: number, token: number, clean: boolean) => void;
};

export function createFlushing(): Flushing {
  const waiting = new Map<number, { windowId: number; settle: (clean: boolean) => void }>();
  let lastToken = 0;
  return {
    flush: (window, reason) =>
      new Promise((resolve) => {
        const { webContents } = window;
        // Nothing was typed yet in a page that is still being read, or anew.
        if (webContents.isLoadingMainFrame()) return resolve(true);
        lastToken += 1;
        const token = lastToken;
        const timer = setTimeout(() => settle(false), patience);
        const settle = (clean: boolean) => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(clean);
        };
        waiting.set(token, { windowId: window.id, settle });
        tell(window, 'flush', { token, reason });
      }),
    flushed: (windowId, token, clean) => {
      const waiter = waiting.get(token);
      if (waiter?.windowId === windowId) waiter.settle(clean);
    },
  };
}
