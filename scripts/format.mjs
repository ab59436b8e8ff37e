/** `npm run format`: writes the house format; `npm run format -- --check` only looks. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureSetup } from './setup/index.mjs';
import { inPackages, ROOT } from './shared/paths.mjs';
import { runMain } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

const PLACES = [
  'src-main',
  'src-renderer',
  'scripts',
  'tests',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
];

await runMain(async () => {
  await ensureSetup('build');
  const places = PLACES.filter((place) => existsSync(path.join(ROOT, place)));
  const args = [...process.argv.slice(2), ...places];
  const { code } = await runNode(inPackages('oxfmt', 'bin', 'oxfmt'), args, { output: 'inherit' });
  return code;
});
