/**
 * better-sqlite3's addon, for Node and for Electron. The prebuilt one needs Node-API 10; where a
 * runtime has less, the addon is built once from a copy of the package and kept in the cache.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, freshFolder, readJson, readText, remove } from '../shared/files.mjs';
import { cacheFolder, electronExecutable, inPackages, SQLITE_PACKAGE } from '../shared/paths.mjs';
import { PlainError, say, step } from '../shared/progress.mjs';
import { lastLines, npmScript, run, runNode, runNpm } from '../shared/processes.mjs';
import { ensureCompiler } from './system-libraries.mjs';

/** @typedef {'node' | 'electron'} Runtime */

const PROBE = fileURLToPath(new URL('./sqlite-probe.cjs', import.meta.url));
const PREBUILT_NEEDS = 10;
const PROBE_LIMIT = 60_000;
const COMPILE_LIMIT = 20 * 60_000;
/** better-sqlite3's loader prefers this file to its prebuilt ones. */
const BUILT = path.join(SQLITE_PACKAGE, 'build', 'Release', 'better_sqlite3.node');
const COMPILER_FLAGS = {
  CFLAGS: '-O2',
  CXXFLAGS:
    '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -O2 -fno-lto',
  LDFLAGS: '-fno-lto',
};

/**
 * What a check of the addon holds for: the package, the file that would be loaded, the runtime.
 * @param {Runtime} runtime
 */
export function addonFacts(runtime) {
  const loaded = existsSync(BUILT) ? stampOf(BUILT) : 'prebuilt';
  const version =
    runtime === 'node' ? process.versions.node : stampOf(path.join(electronExecutable()));
  return `${packageVersion()} ${loaded} ${runtime} ${version} ${process.platform}-${process.arch}`;
}

/** @param {string} file */
function stampOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.size}@${Math.round(stat.mtimeMs)}` : 'missing';
}

function packageVersion() {
  return readJson(path.join(SQLITE_PACKAGE, 'package.json'))?.version ?? 'missing';
}

/**
 * Makes sure that a runtime can really open a database, building the addon if it must be.
 * @param {Runtime} runtime
 */
export async function ensureAddon(runtime) {
  const nodeApi = await nodeApiOf(runtime);
  const prebuiltServes = nodeApi >= PREBUILT_NEEDS;
  if (!prebuiltServes && !existsSync(BUILT)) await putBuilt(runtime, nodeApi, false);
  let result = await opensDatabase(runtime);
  // First the cached addon once more, in case the copy was damaged; then a new one.
  for (const again of [false, true]) {
    if (result.ok) return;
    if (prebuiltServes) remove(path.join(SQLITE_PACKAGE, 'build'));
    else await putBuilt(runtime, nodeApi, again);
    result = await opensDatabase(runtime);
  }
  if (result.ok) return;
  throw new PlainError(
    `better-sqlite3 cannot open a database in ${nameOf(runtime)}: remove node_modules and ${addonCache()}, and run \`npm run setup\`.`,
    result.detail,
  );
}

/** @param {Runtime} runtime */
function nameOf(runtime) {
  return runtime === 'node' ? `Node ${process.versions.node}` : 'Electron';
}

/**
 * Runs a script in a runtime, each as plain Node.
 * @param {Runtime} runtime
 * @param {readonly string[]} args
 */
function runIn(runtime, args) {
  const program = runtime === 'node' ? process.execPath : electronExecutable();
  return run(program, args, { timeout: PROBE_LIMIT, env: { ELECTRON_RUN_AS_NODE: '1' } });
}

/** @param {Runtime} runtime */
async function nodeApiOf(runtime) {
  if (runtime === 'node') return Number(process.versions['napi']);
  const result = await runIn(runtime, ['-p', 'process.versions.napi']);
  const version = Number.parseInt(result.stdout, 10);
  if (result.code === 0 && version > 0) return version;
  throw new PlainError(
    `Electron does not start: remove node_modules/electron/dist and ${path.join(cacheFolder(), 'electron')}, and run \`npm run setup\`.`,
    lastLines(result),
  );
}

/**
 * @param {Runtime} runtime
 * @returns {Promise<{ ok: boolean, detail: string }>}
 */
async function opensDatabase(runtime) {
  const result = await runIn(runtime, [PROBE, SQLITE_PACKAGE]);
  const ok = result.code === 0 && result.stdout.startsWith('sqlite ');
  if (ok) say(`  ${nameOf(runtime)} opens a database (SQLite ${result.stdout.slice(7).trim()})`);
  return { ok, detail: `${lastLines(result)} (code ${result.code})` };
}

/** The built addon's folder in the cache: one for each package version, platform and recipe. */
function addonCache() {
  const { glibcVersionRuntime } = /** @type {any} */ (process.report.getReport()).header;
  const libc = process.platform === 'linux' ? (glibcVersionRuntime ? '-glibc' : '-musl') : '';
  const recipe = fingerprint(JSON.stringify(COMPILER_FLAGS)).slice(0, 8);
  const name = `${packageVersion()}-${process.platform}-${process.arch}${libc}-${recipe}`;
  return path.join(cacheFolder(), 'better-sqlite3', name);
}

/**
 * Puts the addon that was built here into the package.
 * @param {Runtime} runtime
 * @param {number} nodeApi
 * @param {boolean} again build even if the cache has one
 */
async function putBuilt(runtime, nodeApi, again) {
  if (process.platform === 'win32') {
    throw new PlainError(
      `${nameOf(runtime)} has Node-API ${nodeApi}, and better-sqlite3 needs ${PREBUILT_NEEDS}: install Node.js 22.14 or newer.`,
    );
  }
  const cached = path.join(addonCache(), 'better_sqlite3.node');
  if (again) remove(cached);
  if (!existsSync(cached)) {
    const why = `${nameOf(runtime)} has Node-API ${nodeApi}, its prebuilt addon needs ${PREBUILT_NEEDS}`;
    await ensureCompiler();
    await step(`Compiling better-sqlite3, once, about a minute (${why})`, () => compile(cached));
  }
  mkdirSync(path.dirname(BUILT), { recursive: true });
  const part = `${BUILT}.${process.pid}.part`;
  copyFileSync(cached, part);
  renameSync(part, BUILT);
}

/**
 * Compiles a copy of the package and moves the addon into the cache.
 * @param {string} destination
 */
async function compile(destination) {
  const work = freshFolder(path.join(cacheFolder(), 'work'), 'better-sqlite3');
  try {
    const copy = path.join(work, 'better-sqlite3');
    for (const part of ['package.json', 'binding.gyp', 'src', 'deps', 'lib']) {
      cpSync(path.join(SQLITE_PACKAGE, part), path.join(copy, part), { recursive: true });
    }
    const addonApi = path.join(work, 'node_modules', 'node-addon-api');
    cpSync(realpathSync(inPackages('node-addon-api')), addonApi, { recursive: true });
    const headers = await findHeaders();
    const where = headers ? `--nodedir=${headers}` : `--devdir=${path.join(work, 'headers')}`;
    const jobs = String(availableParallelism());
    const result = await runNode(
      nodeGyp(),
      ['rebuild', '--release', '--force_build=1', where, '-j', jobs],
      {
        cwd: copy,
        env: { ...COMPILER_FLAGS, npm_config_nodedir: undefined },
        timeout: COMPILE_LIMIT,
      },
    );
    const built = path.join(copy, 'build', 'Release', 'better_sqlite3.node');
    if (result.code !== 0 || !existsSync(built)) throw compileFailure(result, headers);
    mkdirSync(path.dirname(destination), { recursive: true });
    renameSync(built, destination);
  } finally {
    remove(work);
  }
}

/**
 * @param {import('../shared/processes.mjs').RunResult} result
 * @param {string | undefined} headers
 */
function compileFailure(result, headers) {
  const remedy = headers
    ? 'install a C++20 compiler, make and Python 3, or use Node.js 22.14 or newer'
    : "install Node's header files (include/node beside Node), or use Node.js 22.14 or newer";
  return new PlainError(
    `better-sqlite3 could not be compiled: ${remedy}, and run \`npm run setup\` again.`,
    lastLines(result, 25),
  );
}

/** node-gyp, which comes with npm. */
function nodeGyp() {
  try {
    return createRequire(npmScript()).resolve('node-gyp/bin/node-gyp.js');
  } catch {
    throw new PlainError(
      'npm here comes without node-gyp: install npm anew with `npm install --global npm`, and run `npm run setup` again.',
    );
  }
}

/**
 * The folder whose `include/node` has this Node's header files: beside Node, in the system's
 * place, or where npm is told they are. Without one, node-gyp tries to download them.
 * @returns {Promise<string | undefined>}
 */
async function findHeaders() {
  const node = realpathSync(process.execPath);
  const candidates = [
    process.env['npm_config_nodedir'],
    path.join(path.dirname(node), '..'),
    path.dirname(node),
    '/usr',
    '/usr/local',
  ];
  const fits = (/** @type {string | undefined} */ folder) => {
    if (!folder) return false;
    const header = readText(path.join(folder, 'include', 'node', 'node_version.h'));
    const major = /define NODE_MAJOR_VERSION (\d+)/.exec(header ?? '')?.[1];
    return major === process.versions.node.split('.')[0];
  };
  const found = candidates.find(fits);
  if (found) return path.resolve(found);
  const told = await runNpm(['config', 'get', 'nodedir', '--loglevel=silent'], { timeout: 30_000 });
  const folder = told.stdout.trim();
  return fits(folder) ? folder : undefined;
}
