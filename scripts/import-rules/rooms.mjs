/**
 * The rooms of the application and what each may import: the table of docs/architecture.md, as
 * data. A folder under src-main is a room; all of src-renderer is one.
 */

/**
 * @typedef {object} Room
 * @property {readonly string[]} rooms rooms whose every file may be imported
 * @property {readonly string[]} [files] single files or folders of other rooms
 * @property {readonly string[]} [types] rooms of which types may be imported (`import type`)
 * @property {'any' | readonly string[]} packages npm packages; `any` still leaves out the reserved
 * @property {boolean} node whether `node:*` may be imported
 */

/** Packages that belong to single rooms, whatever `any` says elsewhere. */
export const RESERVED = {
  electron: ['shell', 'preload', 'index'],
  'better-sqlite3': ['archive'],
};

/** Pure libraries, without Node, DOM or global state, that the domain may build on. */
const PURE = [
  'prosemirror-model',
  'prosemirror-transform',
  'prosemirror-changeset',
  'temporal-polyfill',
  'diff',
  'eld',
  'saxes',
  'parse5',
  '@orama/stemmers',
  'snowball-stemmers',
];

const ARCHIVE_CLIENT = ['src-main/archive/client'];
const ABOVE = ['domain', 'contract', 'services', 'ipc'];

/** @type {Record<string, Room>} */
export const ROOMS = {
  domain: { rooms: [], packages: PURE, node: false },
  contract: { rooms: ['domain'], packages: ['zod'], node: false },
  // Worker threads as such: who serves what in them is for the rooms that start them.
  threads: {
    rooms: ['domain'],
    files: ['src-main/contract/errors'],
    packages: [],
    node: true,
  },
  archive: {
    rooms: ['domain', 'threads'],
    files: ['src-main/contract/errors'],
    types: ['contract'],
    packages: [...PURE, 'better-sqlite3', 'uuidv7', 'zod'],
    node: true,
  },
  services: {
    rooms: ['domain', 'contract', 'threads'],
    files: ARCHIVE_CLIENT,
    packages: 'any',
    node: true,
  },
  ipc: { rooms: ['domain', 'contract', 'services'], packages: 'any', node: true },
  cli: {
    rooms: ['domain', 'contract', 'services', 'main'],
    files: ARCHIVE_CLIENT,
    packages: 'any',
    node: true,
  },
  shell: { rooms: [...ABOVE, 'main'], files: ARCHIVE_CLIENT, packages: 'any', node: true },
  preload: {
    rooms: [],
    files: ['src-main/contract/channels'],
    types: ['contract', 'domain'],
    packages: ['electron'],
    node: false,
  },
  // Files beside the rooms that both entries share: composition, places. No Electron.
  main: { rooms: ABOVE, files: ARCHIVE_CLIENT, packages: 'any', node: true },
  // The composition root, src-main/index.ts.
  index: {
    rooms: [...ABOVE, 'shell', 'cli', 'main'],
    files: ARCHIVE_CLIENT,
    packages: 'any',
    node: true,
  },
  renderer: { rooms: ['domain', 'contract'], packages: 'any', node: false },
};

/**
 * The room a file belongs to.
 * @param {string} file relative to the repository's root, with `/`
 * @returns {string | undefined} undefined outside of src-main and src-renderer
 */
export function roomOf(file) {
  const [top, first, ...rest] = file.split('/');
  if (top === 'src-renderer') return 'renderer';
  if (top !== 'src-main' || first === undefined) return undefined;
  if (rest.length > 0) return first;
  return /^index\.[cm]?tsx?$/.test(first) ? 'index' : 'main';
}

/**
 * The feature of the renderer a file belongs to, if it belongs to one.
 * @param {string} file
 */
export function featureOf(file) {
  return /^src-renderer\/features\/([^/]+)\//.exec(file)?.[1];
}
