/** Files written whole or not at all, and fingerprints of what they hold. */
import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Writes a file under another name first, so that a reader sees the old one or the new one.
 * @param {string} file
 * @param {string | Buffer} content
 */
export function writeWhole(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/**
 * Reads a text file, or nothing if it cannot be read.
 * @param {string} file
 * @returns {string | undefined}
 */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Reads a JSON file, or nothing if it is missing or damaged.
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  const text = readText(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A short fingerprint of some text.
 * @param {...string} parts
 */
export function fingerprint(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 24);
}

/**
 * A fingerprint of every file under the given files and folders: names and contents.
 * @param {string} root paths are told relative to it
 * @param {readonly string[]} entries files and folders, relative to root; missing ones are skipped
 */
export function fingerprintTree(root, entries) {
  const hash = createHash('sha256');
  for (const file of listFiles(root, entries)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * Every file under the given files and folders, sorted, with `/` between names.
 * @param {string} root
 * @param {readonly string[]} entries
 * @returns {string[]}
 */
export function listFiles(root, entries) {
  /** @type {string[]} */
  const files = [];
  for (const entry of entries) collect(root, entry, files);
  return files.sort();
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string[]} files
 */
function collect(root, entry, files) {
  const full = path.join(root, entry);
  let children;
  try {
    children = readdirSync(full, { withFileTypes: true });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOTDIR') files.push(entry);
    else if (code !== 'ENOENT') throw error;
    return;
  }
  for (const child of children) {
    const name = `${entry}/${child.name}`;
    if (child.isDirectory()) collect(root, name, files);
    else if (child.isFile()) files.push(name);
  }
}

/**
 * A file's SHA-512 in the form npm uses.
 * @param {string} file
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Makes an empty folder of ours inside a parent.
 * @param {string} parent
 * @param {string} prefix
 */
export function freshFolder(parent, prefix) {
  const folder = path.join(parent, `${prefix}-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Removes a file or folder, if it is there.
 * @param {string} target
 */
export function remove(target) {
  rmSync(target, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * The names in a folder; none if it is missing.
 * @param {string} folder
 * @returns {string[]}
 */
export function readdirNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
