/** What a build takes from other people's packages, and under which licences: written beside it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readdirNames, readJson, readText } from '../shared/files.mjs';
import { NODE_MODULES } from '../shared/paths.mjs';

/**
 * @typedef {object} Licence
 * @property {string} name of the package
 * @property {string} version
 * @property {string} licence as the package names it (an SPDX expression as a rule)
 * @property {string} text the whole licence as the package has it; empty where it has none
 */

const LICENCE_FILE = /^(?:licen[cs]e|copying|unlicense)(?:[.-].*)?$/i;
const NOTICE_FILE = /^notice(?:\.\w+)?$/i;

/**
 * A plugin of the build that writes `licences.json` of every package a module of it came from.
 * @param {readonly string[]} [more] packages whose files are shipped without being bundled
 * @returns {import('vite').Plugin}
 */
export function licencesOfBuild(more = []) {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const names = new Set([...this.getModuleIds()].flatMap((id) => packageOf(id) ?? []));
      const all = [...names, ...more].sort().map(licenceOf);
      const source = `${JSON.stringify(all, null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}

/**
 * The package a module belongs to: the innermost folder of node_modules on its way.
 * @param {string} id a module's path, perhaps with a query or a prefix of the bundler's
 * @returns {string | undefined} its folder below node_modules
 */
function packageOf(id) {
  const file = id.replaceAll('\\', '/');
  const at = file.indexOf('/node_modules/');
  if (at < 0) return undefined;
  const inside = file.slice(at + '/node_modules/'.length);
  const found = /^(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/@?]+(?=\/)/.exec(inside);
  return found?.[0];
}

/**
 * @param {string} folder of the package, below node_modules
 * @returns {Licence}
 */
function licenceOf(folder) {
  const place = path.join(NODE_MODULES, folder);
  const { name, version, license, licenses } = readJson(path.join(place, 'package.json')) ?? {};
  if (typeof name !== 'string' || typeof version !== 'string') {
    throw new Error(`${folder} is bundled, and its package.json does not say what it is.`);
  }
  const licence = license?.type ?? license ?? licenses?.[0]?.type ?? '';
  const files = existsSync(place) ? readdirNames(place).sort() : [];
  const text = [LICENCE_FILE, NOTICE_FILE]
    .flatMap((kind) => files.filter((file) => kind.test(file)))
    .map((file) => readText(path.join(place, file))?.trim() ?? '')
    .filter(Boolean)
    .join('\n\n');
  return { name, version, licence, text };
}
