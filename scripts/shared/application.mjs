/** The built application: whether `out` is up to date, and building it beside its place. */
import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fingerprintTree, readdirNames, readJson, remove, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { inPackages, NODE_MODULES, OUT, ROOT } from './paths.mjs';
import { PlainError, step } from './progress.mjs';
import { lastLines, runNode } from './processes.mjs';

/** Everything a build reads; tests and other scripts are not among it. */
const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'scripts/building',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const STAMP = path.join(OUT, '.build.json');
const BUILD_LIMIT = 10 * 60_000;

/** Whether `out` was built from exactly these sources. */
export function buildIsFresh() {
  return readJson(STAMP)?.sources === fingerprintTree(ROOT, SOURCES);
}

/** Builds unless the build is up to date. */
export async function ensureBuild() {
  if (buildIsFresh()) return;
  await build();
}

/**
 * Builds the application into a folder beside `out` and moves it there when it is whole, so that
 * a build that fails or is interrupted leaves the last good one alone.
 * @param {{ force?: boolean }} [options]
 */
export async function build({ force = false } = {}) {
  await withLock(path.join(NODE_MODULES, '.writethru-build.lock'), 'build', async () => {
    if (!force && buildIsFresh()) return;
    await step('Building', buildBeside);
  });
}

async function buildBeside() {
  removeLeftovers();
  const next = path.join(ROOT, `.out-next-${process.pid}`);
  const old = path.join(ROOT, `.out-old-${process.pid}`);
  const sources = fingerprintTree(ROOT, SOURCES);
  const result = await runNode(
    inPackages('electron-vite', 'bin', 'electron-vite.js'),
    ['build', '--logLevel', 'warn'],
    {
      env: { WRITETHRU_BUILD_OUT: path.basename(next), NODE_ENV: undefined },
      timeout: BUILD_LIMIT,
    },
  );
  if (result.code !== 0) {
    remove(next);
    const why = result.timedOut ? 'did not end within 10 minutes' : 'failed (see above)';
    throw new PlainError(`The build ${why}: mend that and run it again.`, lastLines(result, 40));
  }
  if (result.stderr.trim()) process.stderr.write(result.stderr);
  writeWhole(path.join(next, '.build.json'), `${JSON.stringify({ sources })}\n`);
  if (existsSync(OUT)) renameSync(OUT, old);
  renameSync(next, OUT);
  remove(old);
}

/** Removes what builds that were killed have left beside `out`. */
function removeLeftovers() {
  for (const name of readdirNames(ROOT)) {
    if (/^\.out-(next|old)-\d+$/.test(name)) remove(path.join(ROOT, name));
  }
}

/** Says that `out` is no longer what a build made, before something else writes there. */
export function forgetBuild() {
  remove(STAMP);
}
