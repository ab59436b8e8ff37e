/** Electron's runtime: its own download first; on closed Linux networks, the stand-in. */
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { readJson, readText, remove } from '../shared/files.mjs';
import { ELECTRON_PACKAGE, electronExecutable, electronExecutableName } from '../shared/paths.mjs';
import { PlainError, say, step } from '../shared/progress.mjs';
import { lastLines, runNode } from '../shared/processes.mjs';
import { installStandIn, STAND_IN_VERSION, standInLinked, standInSupported } from './stand-in.mjs';

const DOWNLOAD_LIMIT = 10 * 60_000;
const DOWNLOAD_LIMIT_WITH_STAND_IN = 4 * 60_000;
const PROBE_LIMIT = 10_000;
const PROBE_ADDRESS = 'https://github.com/electron/electron/releases';
const DIST = path.join(ELECTRON_PACKAGE, 'dist');

/**
 * Which Electron is linked into node_modules.
 * @returns {{ kind: 'official' | 'stand-in' | 'none', version: string }}
 */
export function electronInUse() {
  const version = readText(path.join(DIST, 'version'))?.trim().replace(/^v/, '') ?? '';
  const name = readText(path.join(ELECTRON_PACKAGE, 'path.txt'));
  if (name !== electronExecutableName() || !existsSync(electronExecutable())) {
    return { kind: 'none', version: '' };
  }
  if (version === wantedVersion()) return { kind: 'official', version };
  if (version === STAND_IN_VERSION && standInLinked()) return { kind: 'stand-in', version };
  return { kind: 'none', version: '' };
}

/** The version that package-lock.json pins. */
function wantedVersion() {
  return readJson(path.join(ELECTRON_PACKAGE, 'package.json'))?.version;
}

/**
 * Makes sure there is an Electron to run. The stand-in, once linked, is kept until the official
 * download is asked for: a closed network would otherwise cost its time on every run.
 * @param {{ official: boolean }} options
 */
export async function installElectron({ official }) {
  const { kind } = electronInUse();
  if (kind === 'official' || (kind === 'stand-in' && !official)) return;
  const failure = await downloadOfficial();
  if (failure === undefined) return;
  if (!standInSupported()) {
    throw new PlainError(
      `Electron ${wantedVersion()} could not be downloaded from GitHub: connect to the network, or set ELECTRON_MIRROR to a mirror that you can reach, and run \`npm run setup\` again.`,
      failure,
    );
  }
  say(`• Electron ${wantedVersion()} is not to be had here: ${failure.split('\n')[0]}`);
  await installStandIn();
}

/**
 * Runs Electron's own installer.
 * @returns {Promise<string | undefined>} nothing on success, else why not
 */
async function downloadOfficial() {
  const unreachable = await probe();
  if (unreachable) return unreachable;
  return step(`Fetching Electron ${wantedVersion()} with its own installer`, async () => {
    // The installer writes into `dist`: never through the link into the cached stand-in.
    removeDist();
    const timeout = standInSupported() ? DOWNLOAD_LIMIT_WITH_STAND_IN : DOWNLOAD_LIMIT;
    const result = await runNode(path.join(ELECTRON_PACKAGE, 'install.js'), [], {
      timeout,
      env: { force_no_cache: undefined },
    });
    if (electronInUse().kind === 'official') return undefined;
    removeDist();
    if (result.timedOut) return `no end after ${timeout / 60_000} minutes`;
    return lastLines(result) || `its installer ended with code ${result.code}`;
  });
}

/**
 * A short look whether GitHub answers, where failing quickly has a way out. Not asked when a
 * mirror or a proxy is set: then only the installer knows the way.
 * @returns {Promise<string | undefined>}
 */
async function probe() {
  const names = Object.keys(process.env).filter((name) => process.env[name]);
  const special = names.some((name) =>
    /^(npm_config_)?(electron_mirror|https?_proxy|all_proxy|https?-proxy)$/i.test(name),
  );
  if (!standInSupported() || special) return undefined;
  try {
    await fetch(PROBE_ADDRESS, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT) });
    return undefined;
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: { code?: string } }} */ (error);
    return `GitHub does not answer: ${cause?.code ?? message}`;
  }
}

function removeDist() {
  remove(path.join(ELECTRON_PACKAGE, 'path.txt'));
  try {
    lstatSync(DIST);
  } catch {
    return;
  }
  remove(DIST);
}
