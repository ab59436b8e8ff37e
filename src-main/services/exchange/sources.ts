import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withPhotosBeside } from './photos-given';
import { manifestName } from './bundle/format';
import { isZip, openZipFile, ZipFault, type OpenZip } from './zip';

/** Something to import: named bytes that may be too many to read. */
export type ImportSource = {
  readonly name: string;
  readonly byteLength: number;
  /** Reads the bytes; rejects when the file cannot be read. */
  readonly read: () => Promise<Uint8Array>;
  /** Where it lies, on a disk or in a ZIP: what was given with it from there is known by that. */
  readonly path?: string;
  /** Pictures that were given with it and have its name; see photos-given.ts. */
  readonly photos?: readonly ImportSource[];
};

/** A bundle to import: dispatches as they are in another archive. */
export type BundleSource = {
  readonly name: string;
  /** Opens it, when its turn comes: of thousands, one is open at a time. */
  readonly bundle: () => Promise<OpenZip>;
};

/** A path that could not even be looked at. */
export type UnreadablePath = { readonly name: string; readonly unreadable: string };

/** Anything that can be given for import. */
export type Source = ImportSource | BundleSource | UnreadablePath;

/** A text given directly, for instance pasted. */
export function sourceOfText(name: string, text: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return { name, byteLength: bytes.byteLength, read: () => Promise.resolve(bytes) };
}

/**
 * The files behind paths: a folder stands for the files in it, at any depth, in name order, and so
 * does a ZIP; one within a ZIP does not. A document that is a ZIP inside (Word, a bundle) is a file.
 * Hidden files (a leading dot) inside folders are passed over, as the systems' own file lists do.
 * Pictures that have the name of a text beside them are its photos.
 */
export async function sourcesOfPaths(paths: readonly string[]): Promise<readonly Source[]> {
  const found: Source[] = [];
  for (const path of paths) found.push(...(await sourcesOfPath(path, basename(path))));
  return withPhotosBeside(found);
}

async function sourcesOfPath(path: string, name: string): Promise<readonly Source[]> {
  try {
    const facts = await stat(path);
    if (facts.isFile()) {
      const packed = await sourcesOfZip(path, name);
      if (packed !== null) return packed;
      return [{ name, path, byteLength: facts.size, read: () => readWhole(path, facts.size) }];
    }
    if (!facts.isDirectory()) return [{ name, unreadable: 'not-a-file' }];
    const entries = (await readdir(path))
      .filter((entry) => !entry.startsWith('.'))
      .sort(byNumbers.compare);
    const nested: Source[] = [];
    for (const entry of entries) {
      nested.push(...(await sourcesOfPath(join(path, entry), `${name}/${entry}`)));
    }
    return nested;
  } catch (thrown) {
    return [{ name, unreadable: systemCode(thrown) }];
  }
}

/** `take-2` before `take-10`: the versions of agencies are numbered so. */
const byNumbers = new Intl.Collator('en', { numeric: true });

/** The files of a ZIP of anything; null for a file that is none, or that is a document. */
async function sourcesOfZip(path: string, name: string): Promise<readonly Source[] | null> {
  if (!isZip(await readStart(path))) return null;
  let zip: OpenZip;
  try {
    zip = await openZipFile(path);
  } catch (thrown) {
    return [{ name, unreadable: thrown instanceof ZipFault ? thrown.code : 'zip-damaged' }];
  }
  const names = new Set(zip.entries.map((entry) => entry.name));
  if (names.has(manifestName)) {
    zip.close();
    return [{ name, bundle: () => openZipFile(path) }];
  }
  if (documentNames.some((one) => names.has(one))) {
    zip.close();
    return null;
  }
  const wanted = zip.entries
    .filter(
      (entry) => !entry.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX'),
    )
    .toSorted((a, b) => byNumbers.compare(a.name, b.name))
    .map((entry) => ({ ...entry, path: join(path, entry.name), name: `${name}/${entry.name}` }));
  let left = wanted.length;
  return wanted.map((entry) => ({
    ...entry,
    // The file is let go of with the last of what is wanted of it.
    read: async () => {
      try {
        return await entry.read();
      } finally {
        left -= 1;
        if (left === 0) zip.close();
      }
    },
  }));
}

/** Files by which a ZIP is known for a document. */
const documentNames = ['word/document.xml', 'content.xml', 'xl/workbook.xml'];

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(4);
    const { bytesRead } = await file.read(start, 0, 4, 0);
    return new Uint8Array(start.buffer, start.byteOffset, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file that was written while it was read: what was read may be half of each. */
class ChangedFile extends Error {
  readonly code = 'changed';
}

/**
 * Reads at most the size seen: a file that grows meanwhile must not fill memory. Rejects when it was
 * written on the way.
 */
async function readWhole(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const before = await file.stat();
    const buffer = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(buffer, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const after = await file.stat();
    const changed = after.size !== size || after.mtimeMs !== before.mtimeMs;
    if (changed || filled !== size) throw new ChangedFile();
    return new Uint8Array(buffer.buffer, buffer.byteOffset, filled);
  } finally {
    await file.close();
  }
}

/** The system's code for a failed file operation, for instance ENOENT. */
export function systemCode(thrown: unknown): string {
  if (thrown instanceof ZipFault) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
  return 'unknown';
}
