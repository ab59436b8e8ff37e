/** Where things are: the repository, its packages, and the cache that outlives `npm ci`. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder npm installs into. */
export const NODE_MODULES = path.join(ROOT, 'node_modules');

/** The built application. */
export const OUT = path.join(ROOT, 'out');

/** Electron's npm package, which holds `dist` (or a link to it) and `path.txt`. */
export const ELECTRON_PACKAGE = path.join(NODE_MODULES, 'electron');

/** better-sqlite3's npm package. */
export const SQLITE_PACKAGE = path.join(NODE_MODULES, 'better-sqlite3');

/** The folder for what is expensive to make again: `WRITETHRU_CACHE`, else the platform's own. */
export function cacheFolder() {
  const { WRITETHRU_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (WRITETHRU_CACHE) return path.resolve(WRITETHRU_CACHE);
  if (process.platform === 'win32' && LOCALAPPDATA) {
    return path.join(LOCALAPPDATA, 'writethru', 'Cache');
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'writethru');
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) {
    return path.join(XDG_CACHE_HOME, 'writethru');
  }
  return path.join(homedir(), '.cache', 'writethru');
}

/**
 * A file inside an installed package.
 * @param {...string} parts the package's name and the path inside it
 */
export function inPackages(...parts) {
  return path.join(NODE_MODULES, ...parts);
}

/** Electron's executable inside its distribution folder, by platform. */
export function electronExecutableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The Electron executable that is linked into node_modules, whichever it is. */
export function electronExecutable() {
  return path.join(ELECTRON_PACKAGE, 'dist', ...electronExecutableName().split('/'));
}

/**
 * Looks a program up on PATH, as a shell would.
 * @param {string} name
 * @returns {string | undefined} its full path
 */
export function findProgram(name) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    if (!folder) continue;
    for (const extension of extensions) {
      const candidate = path.join(folder, name + extension);
      if (existsSync(candidate)) return candidate;
    }
  }
  return undefined;
}
