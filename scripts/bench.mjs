/**
 * `npm run bench [-- NAME …]`: measures the application (`tests/bench/NAME.window.ts`) beside a
 * reference of the same run and writes docs/performance.md. Without a name, all of them; with
 * `--short`, fewer runs for a look within a minute, which leave that report alone; with
 * `--dispatches N`, the search over so many.
 */
import { readdirNames } from './shared/files.mjs';
import { ROOT } from './shared/paths.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { PlainError, runMain, say } from './shared/progress.mjs';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import path from 'node:path';

const ENDING = '.window.ts';

await runMain(async () => {
  const args = process.argv.slice(2);
  const short = args.includes('--short');
  const at = args.indexOf('--dispatches');
  const dispatches = at === -1 ? undefined : args[at + 1];
  if (at !== -1 && !/^[1-9]\d{0,6}$/.test(dispatches ?? '')) {
    throw new PlainError('--dispatches takes a whole number, such as 100000.');
  }
  const chosen = args.filter(
    (argument, index) =>
      argument !== '--short' && (at === -1 || (index !== at && index !== at + 1)),
  );
  const names = readdirNames(path.join(ROOT, 'tests', 'bench'))
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new PlainError(
      `There is no measurement “${unknown}”: choose from ${names.join(', ')}, or --short.`,
    );
  }
  await ensureSetup('everything');
  await ensureBuild();
  const files = chosen.map((name) => `tests/bench/${name}${ENDING}`);
  const env = {
    WRITETHRU_BENCH_SHORT: short ? '1' : undefined,
    WRITETHRU_BENCH_DISPATCHES: dispatches,
  };
  const { code } = await runPlaywright('bench', ['--workers=1', ...files], env);
  if (code === 0 && !short) say('Written to docs/performance.md.');
  return code;
});
