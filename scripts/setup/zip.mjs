/** Unpacks a ZIP archive with Node's own zlib: no program and no package is needed for it. */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, symlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const TYPE_MASK = 0o170000;
const SYMLINK = 0o120000;

/**
 * @typedef {object} ZipEntry
 * @property {string} name with `/` between folders; a folder's ends in one
 * @property {number} mode Unix permissions and type, 0 when not told
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressedSize
 * @property {number} localOffset
 */

/**
 * Unpacks what a function chooses.
 * @param {string} zipFile
 * @param {string} folder
 * @param {(name: string) => string | undefined} rename where an entry goes, or undefined to skip it
 */
export async function unzip(zipFile, folder, rename) {
  const file = await open(zipFile, 'r');
  try {
    for (const entry of await readEntries(file)) {
      const target = entry.name.endsWith('/') ? undefined : rename(entry.name);
      if (target === undefined) continue;
      const destination = path.resolve(folder, target);
      if (!destination.startsWith(path.resolve(folder) + path.sep)) {
        throw new Error(`ZIP entry outside its folder: ${entry.name}`);
      }
      await extract(file, zipFile, entry, destination);
    }
  } finally {
    await file.close();
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readEntries(file) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_SIZE - LONGEST_COMMENT), size);
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive, or cut short');
  const count = tail.readUInt16LE(end + 10);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff) throw new Error('ZIP64 is not supported');
  const directory = await readAt(file, start, start + tail.readUInt32LE(end + 12));
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('damaged ZIP directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} zipFile
 * @param {ZipEntry} entry
 * @param {string} destination
 */
async function extract(file, zipFile, entry, destination) {
  const header = await readAt(file, entry.localOffset, entry.localOffset + 30);
  const start = entry.localOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  await mkdir(path.dirname(destination), { recursive: true });
  if ((entry.mode & TYPE_MASK) === SYMLINK) {
    const link = await readAt(file, start, start + entry.compressedSize);
    await symlink(link.toString('utf8'), destination);
    return;
  }
  const packed =
    entry.compressedSize === 0
      ? Readable.from([])
      : createReadStream(zipFile, { start, end: start + entry.compressedSize - 1 });
  const output = createWriteStream(destination);
  if (entry.method === 0 || entry.compressedSize === 0) await pipeline(packed, output);
  else if (entry.method === 8) await pipeline(packed, createInflateRaw(), output);
  else throw new Error(`ZIP method ${entry.method} is not supported`);
  const permissions = entry.mode & 0o777;
  if (permissions !== 0) await chmod(destination, permissions);
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} start
 * @param {number} end
 */
async function readAt(file, start, end) {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
  if (bytesRead !== buffer.length) throw new Error('not a ZIP archive, or cut short');
  return buffer;
}
