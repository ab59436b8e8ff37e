/**
 * `npm run bench`: measurements, without a window (`tests/bench/*.bench.ts`, by vitest) and in one
 * (`tests/bench/*.window.ts`, by Playwright). `node` or `window` as first argument chooses one.
 */
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { listFiles } from './shared/files.mjs';
import { inPackages, ROOT } from './shared/paths.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { PlainError, runMain } from './shared/progress.mjs';
import { runNode } from './shared/processes.mjs';

await runMain(async () => {
  const [first = '', ...rest] = process.argv.slice(2);
  const chosen = first === 'node' || first === 'window' ? first : undefined;
  const args = chosen || first === '' ? rest : [first, ...rest];
  const files = listFiles(ROOT, ['tests/bench']);
  const node = chosen !== 'window' && files.some((file) => file.endsWith('.bench.ts'));
  const window = chosen !== 'node' && files.some((file) => file.endsWith('.window.ts'));
  if (!node && !window) {
    throw new PlainError(
      'There is nothing to measure: tests/bench has no such *.bench.ts or *.window.ts file.',
    );
  }
  await ensureSetup('everything');
  await ensureBuild();
  let code = 0;
  if (node) code = (await runVitestBench(args)).code;
  if (window) code = (await runPlaywright('bench', ['--workers=1', ...args])).code || code;
  return code;
});

/** @param {readonly string[]} args */
function runVitestBench(args) {
  const vitest = inPackages('vitest', 'vitest.mjs');
  return runNode(vitest, ['bench', '--run', ...args], { output: 'inherit' });
}
