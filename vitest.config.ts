/** Tests without a window: `npm run test:unit`. A test that needs a DOM says so at its top. */
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const tests = 'tests/{unit,migrations,fault}/**/*.test.{ts,tsx}';
const alone = [
  'tests/unit/renderer/components/*.test.tsx',
  'tests/{migrations,fault}/**/*.test.ts',
];

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@domain': path.join(root, 'src-main/domain'),
      '@contract': path.join(root, 'src-main/contract'),
    },
  },
  test: {
    environment: 'node',
    projects: [
      // What these import takes as long as the tests: files of one process share it.
      { extends: true, test: { name: 'parts', include: [tests], exclude: alone, isolate: false } },
      // A whole window or a broken archive in each: what one left behind would be the next one's.
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    // Databases and worker threads want processes.
    pool: 'forks',
    // Every core: vitest itself leaves one idle.
    maxWorkers: '100%',
    testTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      include: ['src-main/**/*.ts', 'src-renderer/**/*.{ts,tsx}'],
      reportsDirectory: 'coverage',
    },
  },
});
