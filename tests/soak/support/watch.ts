import type { CDPSession, ElectronApplication } from '@playwright/test';
import { quantile } from '../../bench/support/measure';

/** What the processes hold at a moment. */
export type Sample = {
  /** Minutes since watching began. */
  readonly minute: number;
  /** Resident memory of each kind of process, in MB. */
  readonly memory: Readonly<Record<string, number>>;
};

/** Delays of main's event loop, in ms. */
export type Delays = { readonly p50: number; readonly p99: number; readonly most: number };

declare global {
  /** Delays of main's event loop since they were read last, in ms; made by {@link watchDelays}. */
  var delaysOfMain: number[] | undefined;
}

/** How often main's event loop is asked whether it is late, in ms. */
const every = 20;

/** Has main note by how much each of its short timers is late. */
export async function watchDelays(app: ElectronApplication): Promise<void> {
  await app.evaluate((_electron, interval) => {
    const delays: number[] = [];
    globalThis.delaysOfMain = delays;
    let due = performance.now() + interval;
    setInterval(() => {
      const now = performance.now();
      delays.push(Math.max(0, now - due));
      due = now + interval;
    }, interval);
  }, every);
}

/** The delays noted since they were taken last. */
export function takeDelays(app: ElectronApplication): Promise<readonly number[]> {
  return app.evaluate(() => globalThis.delaysOfMain?.splice(0) ?? []);
}

/** The figures of some delays. */
export function delaysOf(delays: readonly number[]): Delays {
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), most: quantile(delays, 1) };
}

/** What the processes hold now. */
export async function sample(app: ElectronApplication, minute: number): Promise<Sample> {
  const memory = await app.evaluate(({ app: electron }) => {
    const held: Record<string, number> = {};
    for (const { type, memory: used } of electron.getAppMetrics()) {
      held[type] = (held[type] ?? 0) + used.workingSetSize / 1024;
    }
    return held;
  });
  return { minute, memory };
}

/** What the page holds once its garbage is collected. */
export type Held = {
  readonly minute: number;
  /** MB of JavaScript. */
  readonly heap: number;
  /** Nodes of documents, those that are shown nowhere among them. */
  readonly nodes: number;
  readonly listeners: number;
};

/** Collects the page's garbage and tells what is left. */
export async function held(session: CDPSession, minute: number): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { minute, heap: usedSize / 1024 / 1024, nodes, listeners };
}

/** Growth in MB an hour: the slope of the least-squares line through the samples. */
export function slope(points: readonly (readonly [minute: number, megabytes: number])[]): number {
  const n = points.length;
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / n;
  const [x, y] = [mean(([minute]) => minute), mean(([, held]) => held)];
  const above = points.reduce((sum, [minute, held]) => sum + (minute - x) * (held - y), 0);
  const below = points.reduce((sum, [minute]) => sum + (minute - x) ** 2, 0);
  return below === 0 ? 0 : (above / below) * 60;
}
