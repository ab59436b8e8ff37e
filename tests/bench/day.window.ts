import { _electron, test, type ElectronApplication, type Page } from '@playwright/test';
import path from 'node:path';
import { begin, type Look, type Walk } from '../tour/support/camera.mjs';
import {
  aDay,
  compareStates,
  lookAtSample,
  openDialogs,
  openSampleArchive,
  searchArchive,
  turnMargin,
} from '../tour/support/steps.mjs';
import { environment, forget, quit } from '../e2e/support/workstation';
import { median, ms, p95, ratio } from './support/measure';
import { tell } from './support/report';
import { size } from './support/run';

const look: Look = { language: 'fr', theme: 'light', width: 1280, height: 800 };
const bareApp = path.join(import.meta.dirname, 'bare-electron');
/** How long nothing is done while what is used meanwhile is measured, in ms. */
const rest = size(20_000, 4_000);
/** Before that, what is done in pauses (the index is merged, the log copied back) comes to its end, in ms. */
const settling = size(30_000, 2_000);
/** Interactions quicker than this are not told by the browser, in ms. */
const least = 16;

declare global {
  /** Takes how long an interaction took until the next frame was painted, in ms. */
  var tellInteraction: (id: number, duration: number) => void;
  /** Takes that a key or button went down. */
  var tellPress: () => void;
}

/** In the page: tells every press, and every interaction that took at least so many ms. */
function watchPage(threshold: number): void {
  for (const type of ['keydown', 'pointerdown']) {
    addEventListener(type, () => globalThis.tellPress(), { capture: true, passive: true });
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const id = (entry as PerformanceEventTiming & { interactionId: number }).interactionId;
      if (id > 0) globalThis.tellInteraction(id, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: threshold, buffered: true } as object);
}

/** What people's interactions with a page took, as it tells them. */
class Interactions {
  private presses = 0;
  private readonly slow = new Map<number, number>();

  async watch(page: Page): Promise<void> {
    await page.exposeFunction('tellPress', () => (this.presses += 1));
    await page.exposeFunction('tellInteraction', (id: number, duration: number) => {
      this.slow.set(id, Math.max(this.slow.get(id) ?? 0, duration));
    });
    // Another archive is another page: it is watched from its beginning.
    await page.addInitScript(watchPage, least);
    await page.evaluate(watchPage, least);
  }

  /** Each interaction's time, those too quick to be told as the least that is. */
  times(): readonly number[] {
    const quick = Math.max(0, this.presses - this.slow.size);
    return [...this.slow.values(), ...Array.from({ length: quick }, () => least)];
  }
}

/** What all processes of an application use: seconds of CPU so far, and resident memory in MB. */
async function used(app: ElectronApplication): Promise<{ cpu: number; all: number; page: number }> {
  return app.evaluate(({ app: electron }) => {
    const processes = electron.getAppMetrics();
    const memory = (all: typeof processes) =>
      all.reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0) / 1_024;
    return {
      cpu: processes.reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0), 0),
      all: memory(processes),
      page: memory(processes.filter(({ type }) => type === 'Tab')),
    };
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What an application uses while nothing is done: of one core, and memory. */
async function atRest(app: ElectronApplication) {
  await pause(settling);
  const before = await used(app);
  await pause(rest);
  const after = await used(app);
  return { core: (after.cpu - before.cpu) / (rest / 1_000), page: after.page, all: after.all };
}

async function bareAtRest() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    args: [...(asRoot ? ['--no-sandbox'] : []), bareApp],
    env: environment(),
  });
  try {
    await app.firstWindow();
    return await atRest(app);
  } finally {
    await app.close();
  }
}

test.use({ trace: 'off' });
test.setTimeout(600_000);

test('day', async () => {
  const walk: Walk = await begin(look, { camera: () => Promise.resolve() });
  const interactions = new Interactions();
  try {
    await interactions.watch(walk.page);
    const steps = [openSampleArchive, lookAtSample, ...aDay, compareStates, turnMargin];
    for (const step of [...steps, searchArchive, openDialogs]) await step(walk);
    const ours = await atRest(walk.app);
    const bare = await bareAtRest();
    const times = interactions.times();
    const mb = (value: number): string => `${value.toFixed(0)} MB`;
    const share = (value: number): string => `${(value * 100).toFixed(2)} %`;
    const slow = times.filter((time) => time > 50).length;
    tell('day', {
      title: 'A day at the desk',
      reference: 'bare Electron window, or as said',
      rows: [
        {
          what: 'interaction to next paint, median',
          ours: ms(median(times)),
          reference: '–',
          ratio: '–',
        },
        {
          what: 'interaction to next paint, p95',
          ours: ms(p95(times)),
          reference: '50 ms (the goal)',
          ratio: ratio(p95(times), 50),
        },
        {
          what: 'interactions over 50 ms, of all',
          ours: `${slow} of ${times.length}`,
          reference: '–',
          ratio: '–',
        },
        {
          what: 'CPU at rest, of one core',
          ours: share(ours.core),
          reference: share(bare.core),
          ratio: '–',
        },
        {
          what: 'resident memory of the page',
          ours: mb(ours.page),
          reference: mb(bare.page),
          ratio: ratio(ours.page, bare.page),
        },
        {
          what: 'resident memory of all processes',
          ours: mb(ours.all),
          reference: mb(bare.all),
          ratio: ratio(ours.all, bare.all),
        },
      ],
      runs: `${times.length} keys and presses of one walk, then ${rest / 1_000} s of rest.`,
      how:
        'The steps of `npm run tour` in the sample archive, without its pictures: keys and clicks as the ' +
        'browser itself times them (Event Timing, rounded to 8 ms; quicker ones than ' +
        `${least} ms count as that). Half a minute afterwards nothing is done; CPU is that of all processes ` +
        'together, once what is done in pauses after work has come to its end. Memory is the resident set, in which pages that processes share are counted for each.',
    });
  } finally {
    await quit(walk);
    forget(walk.userData);
  }
});
