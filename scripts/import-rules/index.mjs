/** The import rules: which room may import what, and no cycles. Run by `npm run lint`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../shared/files.mjs';
import { findCycles } from './cycles.mjs';
import { findImports, lineOf, mask } from './lexer.mjs';
import { resolveImport } from './resolve.mjs';
import { featureOf, RESERVED, roomOf, ROOMS } from './rooms.mjs';

/**
 * @typedef {object} Violation
 * @property {string} file
 * @property {number} line
 * @property {string} message
 */

/** @typedef {import('./lexer.mjs').Import} Import */

const BRIDGE_READ =
  /\b(?:window|globalThis|self)\s*(?:(?:\?\.|\.)\s*writethru\b|(?:\?\.)?\s*\[\s*['"`])/g;

/**
 * Checks every source file under a root.
 * @param {string} root
 * @returns {{ files: number, violations: Violation[] }}
 */
export function checkImports(root) {
  const files = listFiles(root, ['src-main', 'src-renderer']).filter((file) =>
    /\.[cm]?tsx?$/.test(file),
  );
  /** @type {Violation[]} */
  const violations = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const file of files) {
    const source = readFileSync(path.join(root, file), 'utf8');
    const masked = mask(source);
    /** @type {string[]} */
    const targets = [];
    for (const found of findImports(source, masked)) {
      const { message, target } = checkOne(root, file, found);
      if (message) violations.push({ file, line: found.line, message });
      if (target && found.kind === 'static' && !found.typeOnly) targets.push(target);
    }
    graph.set(file, targets);
    violations.push(...bridgeReads(file, source, masked));
  }
  for (const cycle of findCycles(graph)) {
    const [file = ''] = cycle;
    const message = `files import each other in a circle: ${[...cycle, file].join(' → ')}`;
    violations.push({ file, line: 1, message });
  }
  return { files: files.length, violations };
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Import} found
 * @returns {{ message?: string, target?: string }}
 */
function checkOne(root, file, found) {
  const roomName = roomOf(file) ?? '';
  const room = ROOMS[roomName];
  if (!room)
    return { message: `${file.split('/').slice(0, 2).join('/')} is no room of the design` };
  if (found.kind === 'computed') {
    return { message: 'a dynamic import must name its file, so that it can be checked' };
  }
  if (found.kind === 'reference') {
    return {
      message: 'a reference directive would let surroundings in that the tsconfig leaves out',
    };
  }
  const target = resolveImport(root, file, found.specifier);
  if (target.kind === 'missing') return { message: `there is no file ${target.path}` };
  if (target.kind === 'file') {
    const message = checkFile(file, roomName, target.file, found.typeOnly);
    return message ? { message, target: target.file } : { target: target.file };
  }
  const message =
    target.kind === 'node'
      ? checkNode(roomName, target.name, found.specifier)
      : checkPackage(roomName, target.name);
  return message ? { message } : {};
}

/**
 * @param {string} from
 * @param {string} roomName
 * @param {string} target
 * @param {boolean} typeOnly
 * @returns {string | undefined}
 */
function checkFile(from, roomName, target, typeOnly) {
  const room = ROOMS[roomName];
  const targetRoom = roomOf(target);
  if (targetRoom === undefined) {
    // Pictures and dictionaries are data; code outside the two source folders is not ours to use.
    if (target.startsWith('resources/') || target === 'package.json') return undefined;
    return `${roomName} may not import ${target}, which is outside src-main and src-renderer`;
  }
  const [feature, targetFeature] = [featureOf(from), featureOf(target)];
  if (feature !== undefined && targetFeature !== undefined && feature !== targetFeature) {
    return `a feature never imports another feature: ${feature} imports ${targetFeature}`;
  }
  if (targetRoom === roomName || room?.rooms.includes(targetRoom)) return undefined;
  if (room?.files?.some((entry) => isOrIsIn(target, entry))) return undefined;
  if (room?.types?.includes(targetRoom)) {
    if (typeOnly) return undefined;
    return `${roomName} may only take types from ${target}: write \`import type\``;
  }
  return `${roomName} may not import ${targetRoom} (${target})`;
}

/**
 * @param {string} file
 * @param {string} entry a file without its ending, or a folder
 */
function isOrIsIn(file, entry) {
  return file.startsWith(`${entry}/`) || file.replace(/(\.d)?\.[cm]?tsx?$/, '') === entry;
}

/**
 * @param {string} roomName
 * @param {string} name
 * @param {string} specifier
 */
function checkNode(roomName, name, specifier) {
  if (!ROOMS[roomName]?.node) return `${roomName} may not import Node's own modules (${name})`;
  return specifier === name ? undefined : `write ${name} for Node's own module`;
}

/**
 * @param {string} roomName
 * @param {string} name
 */
function checkPackage(roomName, name) {
  const owners =
    name in RESERVED ? RESERVED[/** @type {keyof typeof RESERVED} */ (name)] : undefined;
  if (owners && !owners.includes(roomName)) {
    return `${roomName} may not import ${name}: only ${owners.join(', ')} may`;
  }
  const allowed = ROOMS[roomName]?.packages;
  if (owners || allowed === 'any' || allowed?.includes(name)) return undefined;
  return `${roomName} may not import the package ${name}; its packages are listed in scripts/import-rules/rooms.mjs`;
}

/**
 * Only the bridge reads what the preload exposes.
 * @param {string} file
 * @param {string} source
 * @param {string} masked
 * @returns {Violation[]}
 */
function bridgeReads(file, source, masked) {
  if (roomOf(file) !== 'renderer' || file.startsWith('src-renderer/bridge/')) return [];
  return [...masked.matchAll(BRIDGE_READ)]
    .filter((match) => {
      const end = match.index + match[0].length;
      return match[0].endsWith('writethru') || source.startsWith('writethru', end);
    })
    .map((match) => ({
      file,
      line: lineOf(source, match.index),
      message: 'only src-renderer/bridge reads window.writethru',
    }));
}
