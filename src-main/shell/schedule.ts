import { powerMonitor } from 'electron';
import type { Log } from '../contract/log';
import type { Workspace } from '../services/workspace';
import { tellAll } from './events';

/** The longest the clock is left alone, in ms: it may be set, and timers stand still in sleep. */
const longestSleep = 30_000;

/** Publishes drafts at their hour. */
export type Scheduler = {
  /** Looks at the clock now; from then on it does so by itself. */
  readonly wake: () => void;
};

export function createScheduler(
  workspace: () => Workspace,
  now: () => number,
  log: Log,
  /** Called at each look at the clock: other things have their hour too. */
  looked: () => Promise<void>,
): Scheduler {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    if (timer !== null) clearTimeout(timer);
    const current = workspace();
    let next: number | null = null;
    // Whoever only reads leaves publishing, and asking about it, to whoever writes.
    if (current.state === 'open' && current.archive.access.is === 'write') {
      const ticked = await current.services.schedule.tick();
      for (const draftId of ticked.ok ? ticked.value.published : []) {
        tellAll('draft-ended', { draftId, how: 'published-by-hour' });
      }
      if (!ticked.ok) log('schedule-failed', { code: ticked.error.code });
      else if (ticked.value.asks) tellAll('schedule-missed', {});
      next = ticked.ok ? ticked.value.next : null;
    }
    await looked();
    const wait = next === null ? longestSleep : Math.min(longestSleep, next - now());
    timer = setTimeout(() => void look(), Math.max(0, wait));
    looking = false;
  };
  powerMonitor.on('resume', () => void look());
  return { wake: () => void look() };
}
