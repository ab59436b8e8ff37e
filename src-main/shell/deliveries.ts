import type { Log } from '../contract/log';
import type { Workspace } from '../services/workspace';
import { tellAll } from './events';
import { pdfOf } from './pdf';

/** The longest the queue is left alone, in ms: the clock may be set, and timers stand in sleep. */
const longestSleep = 60_000;

/** Delivers what is published to its folders, and watches the folder the wire comes in by. */
export type Deliveries = {
  /** Looks at the queue now; from then on it does so by itself. Resolves when it has looked. */
  readonly wake: () => Promise<void>;
  /** Watches what the open archive says. */
  readonly follow: () => Promise<void>;
};

export function createDeliveries(
  workspace: () => Workspace,
  now: () => number,
  log: Log,
  /** Told of what went and what could not, at each look. */
  delivered: (written: number, failed: number) => void,
): Deliveries {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    const current = workspace();
    let next: number | null = null;
    // Whoever only reads leaves delivering to whoever writes.
    if (current.state === 'open' && current.archive.access.is === 'write') {
      const done = await current.services.deliveries.deliver(pdfOf);
      if (!done.ok) log('delivery-failed', { code: done.error.code });
      else if (done.value.written + done.value.failed > 0) tellAll('deliveries-changed', {});
      if (done.ok) delivered(done.value.written, done.value.failed);
      next = done.ok ? done.value.next : null;
    }
    const wait = next === null ? longestSleep : Math.min(longestSleep, next - now());
    timer = setTimeout(() => void wake(), Math.max(0, wait));
  };
  const wake = async (): Promise<void> => {
    if (looking !== undefined) {
      again = true;
      return looking;
    }
    looking = look().finally(() => {
      looking = undefined;
      if (!again) return;
      again = false;
      void wake();
    });
    return looking;
  };
  return {
    wake,
    follow: async () => {
      const current = workspace();
      if (current.state !== 'open') return;
      current.services.wireIn.tells(() => tellAll('deliveries-changed', {}));
      await current.services.wireIn.follow();
    },
  };
}
