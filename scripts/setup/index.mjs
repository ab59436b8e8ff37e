/** Set-up as a whole: which steps there are, in which order, and when there is nothing to do. */
import path from 'node:path';
import { readJson, remove, writeWhole } from '../shared/files.mjs';
import { withLock } from '../shared/lock.mjs';
import { cacheFolder, NODE_MODULES } from '../shared/paths.mjs';
import { PlainError } from '../shared/progress.mjs';
import { electronInUse, installElectron } from './electron.mjs';
import { installPackages, packagesFingerprint, packagesInstalled } from './packages.mjs';
import { addonFacts, ensureAddon } from './sqlite.mjs';
import { ensureDisplayServer, ensureLibraries } from './system-libraries.mjs';

/**
 * What the caller is about to do. `build` needs the packages; `command-line` also SQLite under
 * Node; `window` also Electron and its libraries; `everything` also a display to test on.
 * @typedef {'build' | 'command-line' | 'window' | 'everything'} Purpose
 */

/**
 * What set-up found or made, kept in node_modules so that it goes when the packages go.
 * @typedef {object} Stamp
 * @property {string} packages fingerprint of what package.json and the lock file ask for
 * @property {Record<string, string>} verified what was checked for real, with the facts it held for
 */

/**
 * @typedef {object} SetupResult
 * @property {boolean} changed whether anything had to be done
 * @property {{ kind: 'official' | 'stand-in' | 'none', version: string }} electron
 */

const STAMP = path.join(NODE_MODULES, '.writethru-setup.json');
const OLDEST_NODE = [20, 19];

/**
 * Makes sure that everything a purpose needs is there.
 * @param {Purpose} purpose
 * @param {{ official?: boolean }} [options] official: try Electron's own download once more
 * @returns {Promise<SetupResult>}
 */
export async function ensureSetup(purpose, { official = false } = {}) {
  checkNode();
  if (!official && isReady(purpose)) return { changed: false, electron: electronInUse() };
  await withLock(path.join(cacheFolder(), 'setup.lock'), 'set-up', async () => {
    if (!official && isReady(purpose)) return;
    remove(path.join(cacheFolder(), 'work'));
    await carryOut(purpose, official);
  });
  return { changed: true, electron: electronInUse() };
}

/**
 * @param {Purpose} purpose
 * @param {boolean} official
 */
async function carryOut(purpose, official) {
  const packages = packagesFingerprint();
  if (!packagesInstalled(readStamp())) await installPackages();
  writeStamp({ ...readStamp(), packages });
  if (purpose === 'build') return;
  const window = purpose === 'window' || purpose === 'everything';
  if (window) {
    await installElectron({ official });
    await verifyOnce('libraries', librariesFacts(), ensureLibraries);
    if (purpose === 'everything') await ensureDisplayServer();
  }
  await verifyOnce('sqlite-node', addonFacts('node'), () => ensureAddon('node'));
  if (!window) return;
  await verifyOnce('sqlite-electron', addonFacts('electron'), () => ensureAddon('electron'));
  // The addon may have been replaced for Electron's sake: Node's check must hold for the new one.
  await verifyOnce('sqlite-node', addonFacts('node'), () => ensureAddon('node'));
  writeStamp({
    ...readStamp(),
    verified: {
      libraries: librariesFacts(),
      'sqlite-node': addonFacts('node'),
      'sqlite-electron': addonFacts('electron'),
    },
  });
}

/**
 * Runs a check unless it has already held for the very same facts.
 * @param {string} name
 * @param {string} facts
 * @param {() => Promise<void>} check
 */
async function verifyOnce(name, facts, check) {
  if (readStamp().verified[name] === facts) return;
  await check();
  const stamp = readStamp();
  const after = name === 'libraries' ? librariesFacts() : addonFacts(runtimeOf(name));
  writeStamp({ ...stamp, verified: { ...stamp.verified, [name]: after } });
}

/** @param {string} name */
function runtimeOf(name) {
  return name === 'sqlite-electron' ? 'electron' : 'node';
}

/**
 * The quick question asked by every command: is there nothing to do?
 * @param {Purpose} purpose
 */
function isReady(purpose) {
  const stamp = readStamp();
  if (stamp.packages !== packagesFingerprint() || !packagesInstalled(stamp)) return false;
  if (purpose === 'build') return true;
  if (stamp.verified['sqlite-node'] !== addonFacts('node')) return false;
  if (purpose === 'command-line') return true;
  return (
    electronInUse().kind !== 'none' &&
    stamp.verified['libraries'] === librariesFacts() &&
    stamp.verified['sqlite-electron'] === addonFacts('electron') &&
    (purpose !== 'everything' || ensureDisplayServer.isReady())
  );
}

/** What the check of the system's libraries depends on. */
function librariesFacts() {
  const { kind, version } = electronInUse();
  return `${process.platform}-${process.arch} ${kind} ${version}`;
}

/** @returns {Stamp} */
function readStamp() {
  const stamp = readJson(STAMP);
  return { packages: stamp?.packages ?? '', verified: { ...stamp?.verified } };
}

/** @param {Stamp} stamp */
function writeStamp(stamp) {
  writeWhole(STAMP, `${JSON.stringify(stamp, null, 2)}\n`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new PlainError(
    `Node ${process.versions.node} is too old: install Node.js ${OLDEST_NODE.join('.')} or newer.`,
  );
}
