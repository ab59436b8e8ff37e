import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Something to import: named bytes that may be too many to read. */
export type ImportSource = {
  readonly name: string;
  readonly byteLength: number;
  /** Reads the bytes; rejects when the file cannot be read. */
  readonly read: () => Promise<Uint8Array>;
};

/** A path that could not even be looked at. */
export type UnreadablePath = { readonly name: string; readonly unreadable: string };

/** A text given directly, for instance pasted. */
export function sourceOfText(name: string, text: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return { name, byteLength: bytes.byteLength, read: () => Promise.resolve(bytes) };
}

/**
 * The files behind paths: a folder stands for the files in it, at any depth, in name order.
 * Hidden files (a leading dot) inside folders are passed over, as the systems' own file lists do.
 */
export async function sourcesOfPaths(
  paths: readonly string[],
): Promise<readonly (ImportSource | UnreadablePath)[]> {
  const found: (ImportSource | UnreadablePath)[] = [];
  for (const path of paths) found.push(...(await sourcesOfPath(path, basename(path))));
  return found;
}

async function sourcesOfPath(
  path: string,
  name: string,
): Promise<readonly (ImportSource | UnreadablePath)[]> {
  try {
    const facts = await stat(path);
    if (facts.isFile()) {
      return [{ name, byteLength: facts.size, read: () => readWhole(path, facts.size) }];
    }
    if (!facts.isDirectory()) return [{ name, unreadable: 'not-a-file' }];
    const entries = (await readdir(path)).filter((entry) => !entry.startsWith('.')).sort();
    const nested: (ImportSource | UnreadablePath)[] = [];
    for (const entry of entries) {
      nested.push(...(await sourcesOfPath(join(path, entry), `${name}/${entry}`)));
    }
    return nested;
  } catch (thrown) {
    return [{ name, unreadable: systemCode(thrown) }];
  }
}

/** Reads at most the size seen: a file that grows meanwhile must not fill memory. */
async function readWhole(path: string, size: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(buffer, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return new Uint8Array(buffer.buffer, buffer.byteOffset, filled);
  } finally {
    await file.close();
  }
}

/** The system's code for a failed file operation, for instance ENOENT. */
export function systemCode(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown) return String(thrown.code);
  return 'unknown';
}
