import { realpathSync, statSync, type BigIntStats } from 'node:fs';
import path from 'node:path';

/** What of a file stays when it is renamed or its folder is, as strings of decimal digits. */
export type FileIdentity = {
  readonly inode: string;
  /** Nanoseconds since the epoch. */
  readonly bornAt: string;
};

/** Where an archive lives, as it notes it of itself. */
export type Place = {
  /** Canonical: without symbolic links. */
  readonly path: string;
  readonly file: FileIdentity;
};

/** What a file opened as an archive is, by where the archive in it says it lives. */
export type PlaceVerdict =
  /** At home, or in a place of its own now: `note` is what it should keep when that is new. */
  | { readonly is: 'home'; readonly note: Place | null }
  /** Another name of the file at the kept place, by which SQLite would miss its journal. */
  | { readonly is: 'other-name'; readonly of: string }
  /** A copy: the archive it was made of still lives at the kept place. */
  | { readonly is: 'copy'; readonly of: string };

/** Where a file is, whatever path leads there. */
export function canonicalPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    // Some drives of Windows know no canonical names.
    return path.resolve(file);
  }
}

/** The place of a file as it is now. */
export function placeOf(file: string): Place {
  return { path: canonicalPath(file), file: identityOf(statSync(file, { bigint: true })) };
}

/**
 * Whether an archive opened from a path is the one that lives where it says, one that was moved, or
 * a copy. Decided by the identity of files, not by the spelling of paths: a renamed folder, another
 * drive letter, other letter case and symbolic links make no copy.
 *
 * 1. At the kept path, or at none yet: home.
 * 2. Nothing at the kept path, or another archive: it was moved.
 * 3. The kept path leads to this very file: home by another spelling, or a hard link beside it.
 * 4. Another file with the same archive in it, or one that may not be looked at: a copy, unless
 *    this is the very file that was noted (it was moved, and a copy put in its stead).
 *
 * @param file the path opened; it exists
 * @param kept where the archive in it says it lives; null when it never said
 * @param sameArchiveAt whether a file that exists holds the same archive; also true when it cannot
 *   be read, for then nothing speaks against it
 */
export function judgePlace(
  file: string,
  kept: Place | null,
  sameArchiveAt: (path: string) => boolean,
): PlaceVerdict {
  const here = placeOf(file);
  if (kept === null || kept.path === here.path) return home(here, kept);
  const there = statOf(kept.path);
  if (there === 'missing') return home(here, kept);
  const isKeptFile = isSame(here.file, kept.file);
  if (there === 'unreadable') return isKeptFile ? home(here, kept) : { is: 'copy', of: kept.path };
  const stat = statSync(file, { bigint: true });
  if (isSameFile(stat, there)) {
    return stat.nlink <= 1n || isSameEntry(here.path, kept.path)
      ? { is: 'home', note: null }
      : { is: 'other-name', of: kept.path };
  }
  if (!sameArchiveAt(kept.path)) return home(here, kept);
  return isKeptFile && !isSame(identityOf(there), kept.file)
    ? home(here, kept)
    : { is: 'copy', of: kept.path };
}

function home(here: Place, kept: Place | null): PlaceVerdict {
  const known = kept !== null && kept.path === here.path && isSame(kept.file, here.file);
  return { is: 'home', note: known ? null : here };
}

/** A file may be there though it may not be looked at: on a drive that is locked or not connected. */
function statOf(file: string): BigIntStats | 'missing' | 'unreadable' {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? 'missing';
  } catch {
    return 'unreadable';
  }
}

/** Device and inode tell files apart while both are looked at; 0 stands for a system without. */
function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
}

/** Whether two paths are one entry of one folder, where a file has several names. */
function isSameEntry(a: string, b: string): boolean {
  const first = statOf(path.dirname(a));
  const second = statOf(path.dirname(b));
  if (typeof first === 'string' || typeof second === 'string') return false;
  if (!isSameFile(first, second)) return false;
  return path.basename(a).toLowerCase() === path.basename(b).toLowerCase();
}

/** Devices are numbered anew at each mount: a file is known again without its device. */
function identityOf(stat: BigIntStats): FileIdentity {
  return { inode: String(stat.ino), bornAt: String(stat.birthtimeNs) };
}

function isSame(a: FileIdentity, b: FileIdentity): boolean {
  return a.inode !== '0' && a.inode === b.inode && a.bornAt === b.bornAt;
}
