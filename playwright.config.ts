/**
 * Tests in real windows. `npm test` runs the project `window` only; `npm run tour`, `npm run gallery`
 * and `npm run bench` run theirs.
 */
import { defineConfig } from '@playwright/test';

/** The virtual displays there are (scripts/shared/display.mjs); else the person's own. */
const displays = (process.env['WRITETHRU_DISPLAYS'] ?? 'own').split(' ');

// Each worker reads this file too: from here on its windows open on a display of its own.
const mine = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (mine !== undefined && mine !== 'own') process.env['DISPLAY'] = mine;

/** Tests of several windows on one display: alone on the machine, so that the focus comes in time. */
const severalWindows = '**/windows.test.ts';

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // One at a time on each display: two windows on one take the focus, and so the keys, from each other.
  workers: displays.length,
  // A key that is lost on a busy machine must not stop a landing; it is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
  projects: [
    {
      name: 'window',
      testDir: 'tests/e2e',
      testMatch: '**/*.test.ts',
      testIgnore: severalWindows,
    },
    { name: 'windows', testDir: 'tests/e2e', testMatch: severalWindows },
    { name: 'tour', testDir: 'tests/tour', testMatch: '**/*.tour.ts', timeout: 10 * 60_000 },
    { name: 'views', testDir: 'tests/views', testMatch: '**/*.views.ts', timeout: 10 * 60_000 },
    { name: 'soak', testDir: 'tests/soak', testMatch: '**/*.soak.ts' },
    {
      name: 'bench',
      testDir: 'tests/bench',
      testMatch: '**/*.window.ts',
      timeout: 20 * 60_000,
      fullyParallel: false,
    },
  ],
});
