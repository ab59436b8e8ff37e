import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { appError, type AppError } from '../../contract/errors';
import { canonicalPath } from './place';

/** What decides whether a live archive may lie in a folder. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  /** Mounted file systems, deepest last or not: where, and of what kind. */
  readonly mounts: readonly { readonly at: string; readonly kind: string }[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

/** Why a live archive may not lie in a place. */
export type UnsafePlace =
  /** SQLite's write-ahead log is not coherent between machines (https://www.sqlite.org/wal.html). */
  | { readonly is: 'network'; readonly by: string }
  /** A program that copies files while they are written tears the database from its log. */
  | { readonly is: 'synchronised'; readonly by: string };

/** File systems whose files are another machine's, as Linux and macOS name them. */
const networkKinds =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|ncpfs|afs|ceph|glusterfs|lustre|gpfs|beegfs|fuse\.(?:sshfs|rclone|davfs2|gvfsd-fuse|glusterfs|ceph|s3fs|smbnetfs|cifs))$/;

/** Folders that synchronising programs name so, wherever they lie. */
const synchronisedNames: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive(?: - .+)?$/i, 'OneDrive'],
  [/^(?:Google ?Drive|My Drive|Mon Drive|DriveFS)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i, 'iCloud'],
  [/^(?:Nextcloud|ownCloud)$/i, 'Nextcloud'],
  [/^(?:pCloud ?Drive|pCloudSync|MEGA|MEGAsync|Box ?Sync|kDrive|Tresorit|SynologyDrive)$/i, ''],
];

/** What synchronising programs leave in the folders they keep. */
const markers: readonly (readonly [name: string, by: string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.stfolder', 'Syncthing'],
  ['.sync_folder', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
];

/**
 * Whether a file lies where no live archive may: on a disk of another machine, or in a folder that a
 * program synchronises. Backups may lie there.
 *
 * @param file its canonical path
 */
export function unsafePlaceOf(file: string, around: Surroundings): UnsafePlace | null {
  const on = around.platform === 'win32' ? path.win32 : path.posix;
  if (around.platform === 'win32' && /^(?:\\\\\?\\UNC\\|\\\\[^?.])/i.test(file)) {
    return { is: 'network', by: on.parse(file).root };
  }
  const mount = around.mounts
    .filter(({ at }) => file === at || file.startsWith(at.endsWith('/') ? at : `${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)[0];
  if (mount !== undefined && networkKinds.test(mount.kind)) {
    return { is: 'network', by: mount.kind };
  }
  const by = synchroniserOf(on.dirname(file), around);
  return by === null ? null : { is: 'synchronised', by };
}

function synchroniserOf(folder: string, { platform, env, exists }: Surroundings): string | null {
  const on = platform === 'win32' ? path.win32 : path.posix;
  const own = [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']];
  for (let at = folder; ; at = on.dirname(at)) {
    const name = on.basename(at);
    const known = synchronisedNames.find(([pattern]) => pattern.test(name));
    if (known !== undefined) return known[1] === '' ? name : known[1];
    if (on.basename(on.dirname(at)) === 'CloudStorage') return name;
    if (own.includes(at)) return 'OneDrive';
    const marked = markers.find(([marker]) => exists(on.join(at, marker)));
    if (marked !== undefined) return marked[1];
    if (at === on.dirname(at)) return null;
  }
}

/** Why no live archive may be at a path, on this machine; undefined where one may. */
export function refusalOfPlace(file: string): AppError | undefined {
  const folder = canonicalPath(path.dirname(path.resolve(file)));
  const unsafe = unsafePlaceOf(path.join(folder, path.basename(file)), surroundings());
  if (unsafe === null) return undefined;
  return appError('archive-unsafe-place', unsafe.is, { path: file, by: unsafe.by });
}

function surroundings(): Surroundings {
  const { platform, env } = process;
  return { platform, env, mounts: mountsOf(platform), exists: existsSync };
}

function mountsOf(platform: NodeJS.Platform): Surroundings['mounts'] {
  try {
    if (platform === 'linux') return linuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (platform === 'darwin') return macMounts(execFileSync('/sbin/mount', { encoding: 'utf8' }));
  } catch {
    // Where they cannot be asked for, the names of folders still tell.
  }
  return [];
}

/** Reads `/proc/self/mounts` (proc_pid_mounts(5)): spaces and the like are octal there. */
export function linuxMounts(text: string): Surroundings['mounts'] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, at = '', kind = ''] = line.split(' ');
      const plain = at.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      );
      return { at: plain, kind };
    });
}

/** Reads what `mount` says on macOS: `//desk@server/share on /Volumes/share (smbfs, nodev)`. */
export function macMounts(text: string): Surroundings['mounts'] {
  return text.split('\n').flatMap((line) => {
    const [, at, kind] = /^.+? on (.+) \(([^,)]+)/.exec(line) ?? [];
    return at === undefined || kind === undefined ? [] : [{ at, kind }];
  });
}
