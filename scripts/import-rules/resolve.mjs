/** Where an import leads: a file of the repository, an npm package, or a module of Node. */
import { existsSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const ALIASES = { '@domain': 'src-main/domain', '@contract': 'src-main/contract' };
const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.js', '/index.ts', '/index.tsx'];

/**
 * @typedef {{ kind: 'file', file: string }
 *   | { kind: 'package', name: string }
 *   | { kind: 'node', name: string }
 *   | { kind: 'missing', path: string }} Target
 */

/**
 * @param {string} root
 * @param {string} from the importing file, relative to root
 * @param {string} specifier
 * @returns {Target}
 */
export function resolveImport(root, from, specifier) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('node:')) return { kind: 'node', name: bare };
  const [first = '', ...rest] = bare.split('/');
  const folder =
    first in ALIASES ? ALIASES[/** @type {keyof typeof ALIASES} */ (first)] : undefined;
  if (folder !== undefined) return findFile(root, path.posix.join(folder, ...rest));
  if (first === '.' || first === '..') {
    return findFile(root, path.posix.join(path.posix.dirname(from), bare));
  }
  if (bare.startsWith('/')) return { kind: 'missing', path: bare };
  if (builtinModules.includes(bare)) return { kind: 'node', name: `node:${bare}` };
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${rest[0] ?? ''}` : first };
}

/**
 * @param {string} root
 * @param {string} base
 * @returns {Target}
 */
function findFile(root, base) {
  const bases = [base, base.replace(/\.js$/, ''), base.replace(/\.mjs$/, '')];
  for (const candidate of bases.flatMap((name) => ENDINGS.map((ending) => name + ending))) {
    const full = path.join(root, candidate);
    if (existsSync(full) && statSync(full).isFile()) return { kind: 'file', file: candidate };
  }
  return { kind: 'missing', path: base };
}
