/**
 * `npm run bench [-- NAME …]`: measures the application (`tests/bench/NAME.window.ts`) beside a
 * reference of the same run and writes docs/performance.md. Without a name, all of them; with
 * `--short`, fewer runs for a look within a minute, which leave that report alone; with
 * `--dispatches N`, search and start over so many; with `--keep FOLDER`, the search over an archive
 * kept there from one run to the next.
 */
import { readdirNames } from './shared/files.mjs';
import { ROOT } from './shared/paths.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { PlainError, runMain, say } from './shared/progress.mjs';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const ENDING = '.window.ts';

await runMain(async () => {
  const {
    values: { short, dispatches, keep },
    positionals: chosen,
  } = readOptions(process.argv.slice(2));
  if (dispatches !== undefined && !/^[1-9]\d{0,6}$/.test(dispatches)) {
    throw new PlainError('--dispatches takes a whole number, such as 100000.');
  }
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
    WRITETHRU_BENCH_SHORT: short === true ? '1' : undefined,
    WRITETHRU_BENCH_DISPATCHES: dispatches,
    WRITETHRU_BENCH_KEEP: keep === undefined ? undefined : path.resolve(keep),
  };
  const { code } = await runPlaywright('bench', ['--workers=1', ...files], env);
  if (code === 0 && short !== true) say('Written to docs/performance.md.');
  return code;
});

/** @param {string[]} args */
function readOptions(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        short: { type: 'boolean' },
        dispatches: { type: 'string' },
        keep: { type: 'string' },
      },
    });
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}
