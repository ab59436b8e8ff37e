/**
 * `npm run soak [-- --minutes N --dispatches N | --archive FILE]`: a robot does a desk's work in the
 * real window for so long (120) over an archive of so many dispatches (100,000), or over a copy of
 * one that is closed, and prints what became of memory,
 * of main's event loop and of the log (`tests/soak`). A run of an hour or more writes docs/soak.md.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSetup } from './setup/index.mjs';
import { ensureBuild } from './shared/application.mjs';
import { runPlaywright } from './shared/playwright.mjs';
import { PlainError, runMain } from './shared/progress.mjs';

await runMain(async () => {
  const { minutes, dispatches, archive } = readOptions(process.argv.slice(2));
  await ensureSetup('everything');
  await ensureBuild();
  const env = {
    WRITETHRU_SOAK_MINUTES: minutes,
    WRITETHRU_SOAK_DISPATCHES: dispatches,
    WRITETHRU_SOAK_ARCHIVE: archive === undefined ? undefined : path.resolve(archive),
  };
  const { code } = await runPlaywright('soak', ['--workers=1'], env);
  return code;
});

/** @param {string[]} args */
function readOptions(args) {
  const options = {
    minutes: { type: /** @type {const} */ ('string'), default: '120' },
    dispatches: { type: /** @type {const} */ ('string'), default: '100000' },
    archive: { type: /** @type {const} */ ('string') },
  };
  try {
    const { values } = parseArgs({ args, options });
    for (const name of /** @type {const} */ (['minutes', 'dispatches'])) {
      if (!/^[1-9]\d{0,5}$/.test(values[name])) {
        throw new PlainError(`--${name} takes a whole number, such as 10.`);
      }
    }
    return values;
  } catch (error) {
    throw error instanceof PlainError
      ? error
      : new PlainError(error instanceof Error ? error.message : String(error));
  }
}
