import { test as base } from '@playwright/test';
import { forget, launch, quit, type LaunchOptions, type Workstation } from './workstation';

export { expect } from '@playwright/test';

/** A running workstation; after a restart `app` and `page` are those of the new run. */
export type Desk = Workstation & {
  /** Ends the workstation, by quitting unless told otherwise, and starts it on the same files. */
  readonly restart: (end?: (running: Workstation) => Promise<void>) => Promise<void>;
};

type Fixtures = {
  /** How workstations of these tests start, unless a test says otherwise. */
  readonly launching: LaunchOptions;
  /** Starts a workstation; after the test it is quit and its files are gone. */
  readonly start: (options?: LaunchOptions) => Promise<Desk>;
  /** The workstation of the test. */
  readonly desk: Desk;
};

/** A test in a real window. */
export const test = base.extend<Fixtures>({
  launching: [{}, { option: true }],
  start: async ({ launching }, use) => {
    const started: Desk[] = [];
    await use(async (options = launching) => {
      const desk = deskOf(await launch(options));
      started.push(desk);
      return desk;
    });
    for (const desk of started) {
      await quit(desk);
      forget(desk.userData);
    }
  },
  desk: async ({ start }, use) => {
    await use(await start());
  },
});

function deskOf(first: Workstation): Desk {
  let running = first;
  return {
    get app() {
      return running.app;
    },
    get page() {
      return running.page;
    },
    userData: first.userData,
    restart: async (end = quit) => {
      await end(running);
      running = await launch({ userData: first.userData });
    },
  };
}
