/** Tests without a window: `npm run test:unit`. A test that needs a DOM says so at its top. */
import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@domain': path.join(root, 'src-main/domain'),
      '@contract': path.join(root, 'src-main/contract'),
    },
  },
  test: {
    include: ['tests/{unit,migrations,fault}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Databases and worker threads want processes; files of one share what they import, which took
    // as long as the tests themselves.
    pool: 'forks',
    isolate: false,
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
