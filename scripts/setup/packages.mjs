/** The npm packages: installed by `npm ci` when what is there is not what the lock file says. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint, readJson, readText, remove, writeWhole } from '../shared/files.mjs';
import { cacheFolder, NODE_MODULES, ROOT } from '../shared/paths.mjs';
import { PlainError, say, step } from '../shared/progress.mjs';
import { lastLines, runNpm } from '../shared/processes.mjs';

const TIME_LIMIT = 20 * 60_000;
const TIME_LIMIT_EARLIER = 5 * 60_000;
const DEPENDENCY_FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];
const NETWORK_TROUBLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request)\b/;

/** A fingerprint of what package.json and the lock file ask for; scripts and names are left out. */
export function packagesFingerprint() {
  const manifest = readJson(path.join(ROOT, 'package.json'));
  const lock = readText(path.join(ROOT, 'package-lock.json'));
  if (!manifest || lock === undefined) {
    throw new PlainError(
      'package.json or package-lock.json is missing or damaged: restore them with `git checkout package.json package-lock.json`.',
    );
  }
  return fingerprint(JSON.stringify(DEPENDENCY_FIELDS.map((field) => manifest[field])), lock);
}

/**
 * Whether node_modules holds what the lock file says. npm writes its hidden lock file last, so an
 * installation that was interrupted does not count.
 * @param {{ packages: string }} stamp what set-up noted last time
 */
export function packagesInstalled(stamp) {
  const hiddenLock = path.join(NODE_MODULES, '.package-lock.json');
  if (stamp.packages === packagesFingerprint()) return readText(hiddenLock) !== undefined;
  const wanted = readJson(path.join(ROOT, 'package-lock.json'))?.packages;
  const present = readJson(hiddenLock)?.packages;
  if (!wanted || !present || !lockMatchesManifest(wanted[''])) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    if (!present[name]) return entry.optional === true;
    return present[name].version === entry.version && present[name].integrity === entry.integrity;
  });
}

/** @param {Record<string, unknown> | undefined} lockRoot */
function lockMatchesManifest(lockRoot) {
  const manifest = readJson(path.join(ROOT, 'package.json'));
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (field) =>
      JSON.stringify(sorted(manifest[field])) === JSON.stringify(sorted(lockRoot?.[field])),
  );
}

/** @param {any} record */
function sorted(record) {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Runs `npm ci`, without install scripts: no package of ours needs one, and npm's implicit
 * compilation of better-sqlite3 would need header files that are not everywhere.
 */
export async function installPackages() {
  await outliveEarlierNpm();
  await step('Installing the packages (npm ci, about a minute)', async () => {
    const result = await runNpm(
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
      { timeout: TIME_LIMIT, onStart: (pid) => writeWhole(npmNote(), String(pid)) },
    );
    remove(npmNote());
    if (result.code !== 0) throw npmFailure(result);
  });
}

/** Where the process id of a running `npm ci` in this folder is noted; node_modules is no place. */
function npmNote() {
  return path.join(cacheFolder(), `npm-ci-${fingerprint(ROOT)}.pid`);
}

/** Waits for an `npm ci` whose set-up was killed: two at once would spoil node_modules. */
async function outliveEarlierNpm() {
  const noted = statSync(npmNote(), { throwIfNoEntry: false });
  if (!noted || Date.now() - noted.mtimeMs > TIME_LIMIT) return;
  const pid = Number(readText(npmNote()));
  const isRunning = () => {
    try {
      return pid > 0 && process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  if (!isRunning()) return;
  say(`• An earlier npm ci (process ${pid}) is still at work; waiting for it …`);
  const until = Date.now() + TIME_LIMIT_EARLIER;
  while (isRunning() && Date.now() < until) await sleep(250);
}

/** @param {import('../shared/processes.mjs').RunResult} result */
function npmFailure(result) {
  const detail = lastLines(result);
  const output = result.stdout + result.stderr;
  if (result.timedOut) {
    return new PlainError(
      'npm ci did not end within 20 minutes: check the connection to the npm registry and run `npm run setup` again.',
      detail,
    );
  }
  if (/\bEUSAGE\b/.test(output) || /can only install packages when/.test(output)) {
    return new PlainError(
      'package.json and package-lock.json do not agree: run `npm install` once, and commit both files.',
      detail,
    );
  }
  if (NETWORK_TROUBLE.test(output)) {
    return new PlainError(
      'The npm registry cannot be reached: connect to the network (or set `registry` in your .npmrc) and run `npm run setup` again.',
      detail,
    );
  }
  if (/\bENOSPC\b/.test(output)) {
    return new PlainError(
      'The disk is full: free about 1 GB and run `npm run setup` again.',
      detail,
    );
  }
  return new PlainError(
    'npm ci failed (its last lines are above): mend that and run it again.',
    detail,
  );
}
