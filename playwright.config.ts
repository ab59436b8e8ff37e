/**
 * Tests in real windows. `npm test` runs the project `window` only; `npm run tour` and
 * `npm run bench` run theirs.
 */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // One window at a time: two on one display take the focus, and so the keys, from each other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'window', testDir: 'tests/e2e', testMatch: '**/*.test.ts' },
    { name: 'tour', testDir: 'tests/tour', testMatch: '**/*.tour.ts', timeout: 10 * 60_000 },
    {
      name: 'bench',
      testDir: 'tests/bench',
      testMatch: '**/*.window.ts',
      timeout: 20 * 60_000,
      fullyParallel: false,
    },
  ],
});
