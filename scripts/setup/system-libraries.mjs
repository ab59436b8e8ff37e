/** What Electron and the compiler need of the system: looked for, and on Debian as root installed. */
import { existsSync } from 'node:fs';
import { electronExecutable, findProgram } from '../shared/paths.mjs';
import { PlainError, say, step } from '../shared/progress.mjs';
import { lastLines, run } from '../shared/processes.mjs';

const APT_LIMIT = 10 * 60_000;
const WINDOW_PACKAGES = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0'];
const DISPLAY_PACKAGES = ['xvfb'];
const COMPILER_PACKAGES = ['g++', 'make', 'python3'];

/** Makes sure that every shared library the Electron executable asks for is there (Linux only). */
export async function ensureLibraries() {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries();
  if (missing.length === 0) return;
  const display = needsVirtualDisplay() ? DISPLAY_PACKAGES : [];
  await install([...WINDOW_PACKAGES, ...display], `Electron lacks ${missing.join(', ')}`);
  const still = await missingLibraries();
  if (still.length === 0) return;
  throw new PlainError(
    `Electron still lacks ${still.join(', ')}: install the packages of your distribution that hold them.`,
  );
}

/** Shared libraries that the loader cannot find. */
async function missingLibraries() {
  const { stdout } = await run('ldd', [electronExecutable()], { timeout: 30_000 });
  const names = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/** Makes sure that there is a display to open windows on, if only a virtual one (Linux only). */
export async function ensureDisplayServer() {
  if (ensureDisplayServer.isReady()) return;
  await install(DISPLAY_PACKAGES, 'there is no display, and no virtual one');
}

/** Whether window tests have a display, or a virtual one can be started. */
ensureDisplayServer.isReady = () => !needsVirtualDisplay() || findProgram('Xvfb') !== undefined;

/** Whether windows can only be shown on a virtual display. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'];
}

/** Makes sure that what compiles better-sqlite3 is there. */
export async function ensureCompiler() {
  const compiler = findProgram('c++') ?? findProgram('g++') ?? process.env['CXX'];
  if (compiler && findProgram('make') && findProgram('python3')) return;
  if (process.platform === 'linux') {
    await install(
      COMPILER_PACKAGES,
      'compiling better-sqlite3 needs a C++ compiler, make and Python',
    );
    return;
  }
  throw new PlainError(
    'Compiling better-sqlite3 needs a C++ compiler, make and Python 3: run `xcode-select --install`, or use Node.js 22.14 or newer.',
  );
}

/**
 * Installs Debian packages as root, or says how to.
 * @param {readonly string[]} packages
 * @param {string} why
 */
async function install(packages, why) {
  const root = process.getuid?.() === 0;
  if (!existsSync('/etc/debian_version') || !findProgram('apt-get')) {
    throw new PlainError(
      `Something of the system is missing (${why}): install your distribution's packages for ${packages.join(', ')}.`,
    );
  }
  if (!root) {
    const names = await availableNames(packages);
    throw new PlainError(
      `Something of the system is missing (${why}): run \`sudo apt-get install ${names.join(' ')}\` and try again.`,
    );
  }
  await step(`Installing ${packages.join(', ')} with apt-get (${why})`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update', '-q'], { env, timeout: APT_LIMIT });
    if (update.code !== 0) say('  apt-get update failed; trying with the package lists at hand');
    const names = await availableNames(packages);
    const args = [
      '-o',
      'DPkg::Lock::Timeout=300',
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
    ];
    const result = await run('apt-get', [...args, ...names], { env, timeout: APT_LIMIT });
    if (result.code === 0) return;
    throw new PlainError(
      `apt-get could not install ${names.join(' ')}: mend that (its last lines are above) and run \`npm run setup\` again.`,
      lastLines(result),
    );
  });
}

/**
 * Newer releases carry some libraries under a name that ends in t64.
 * @param {readonly string[]} packages
 */
async function availableNames(packages) {
  return Promise.all(
    packages.map(async (name) => {
      if (!name.startsWith('lib')) return name;
      const newer = await run('apt-cache', ['show', '--no-all-versions', `${name}t64`], {
        timeout: 30_000,
      });
      return newer.code === 0 ? `${name}t64` : name;
    }),
  );
}
