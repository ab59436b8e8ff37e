import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openToWrite } from '../../../src-main/archive/access/opening';
import {
  linuxMounts,
  macMounts,
  unsafePlaceOf,
  type Surroundings,
} from '../../../src-main/archive/access/unsafe-place';
import { createArchiveFile } from '../../../src-main/archive/connection';
import { temporaryFolder, testHolder, testId } from '../../support/archives';

const plain: Surroundings = { platform: 'linux', mounts: [], env: {}, exists: () => false };
const linux = linuxMounts(`/dev/vda / ext4 rw,relatime 0 0
server:/desk /mnt/le\\040desk nfs4 rw 0 0
//nas/archive /mnt/nas cifs rw 0 0
user@host:/ /home/atl/remote fuse.sshfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
`);
const mac = macMounts(`/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//atl@nas._smb._tcp.local/Desk on /Volumes/Desk (smbfs, nodev, nosuid, mounted by atl)
/dev/disk5s1 on /Volumes/Clé USB (msdos, local, nodev)
`);

describe('a place for an archive', () => {
  it.each([
    ['/home/atl/archive/desk.writethru', linux, 'linux'],
    ['/mnt/nasal/desk.writethru', linux, 'linux'],
    ['/tmp/desk.writethru', linux, 'linux'],
    ['/Volumes/Clé USB/desk.writethru', mac, 'darwin'],
    ['/Users/atl/Dropbox-archives/desk.writethru', mac, 'darwin'],
    ['C:\\Users\\atl\\Documents\\desk.writethru', [], 'win32'],
    ['\\\\?\\C:\\Users\\atl\\desk.writethru', [], 'win32'],
  ] as const)('may be %s', (file, mounts, platform) => {
    expect(unsafePlaceOf(file, { ...plain, mounts, platform })).toBeNull();
  });

  it.each([
    ['/mnt/le desk/desk.writethru', linux, 'linux', 'nfs4'],
    ['/mnt/nas/2026/desk.writethru', linux, 'linux', 'cifs'],
    ['/home/atl/remote/desk.writethru', linux, 'linux', 'fuse.sshfs'],
    ['/Volumes/Desk/desk.writethru', mac, 'darwin', 'smbfs'],
    ['\\\\nas\\desk\\desk.writethru', [], 'win32', '\\\\nas\\desk\\'],
    ['\\\\?\\UNC\\nas\\desk\\desk.writethru', [], 'win32', '\\\\?\\UNC\\'],
  ] as const)('may not be on a disk of another machine: %s', (file, mounts, platform, by) => {
    expect(unsafePlaceOf(file, { ...plain, mounts, platform })).toEqual({ is: 'network', by });
  });

  it.each([
    ['/home/atl/Dropbox/desk.writethru', 'linux', 'Dropbox'],
    ['/home/atl/Dropbox (Rédaction)/2026/desk.writethru', 'linux', 'Dropbox'],
    ['C:\\Users\\atl\\OneDrive - Agence\\desk.writethru', 'win32', 'OneDrive'],
    ['D:\\Nuage\\desk\\desk.writethru', 'win32', 'OneDrive'],
    ['/Users/atl/Library/CloudStorage/Box-Box/desk.writethru', 'darwin', 'Box-Box'],
    ['/Users/atl/Library/Mobile Documents/com~apple~CloudDocs/d.writethru', 'darwin', 'iCloud'],
    ['/home/atl/sync/desk/desk.writethru', 'linux', 'Syncthing'],
  ] as const)('may not be where a program synchronises it: %s', (file, platform, by) => {
    const around: Surroundings = {
      ...plain,
      platform,
      env: { OneDrive: 'D:\\Nuage' },
      exists: (name) => name === '/home/atl/sync/.stfolder',
    };
    expect(unsafePlaceOf(file, around)).toEqual({ is: 'synchronised', by });
  });

  it('is asked for before an archive is created there, or opened for writing', () => {
    const folder = path.join(temporaryFolder(), 'Dropbox');
    mkdirSync(folder);
    const file = path.join(folder, 'desk.writethru');
    const birth = { id: testId(1), name: 'desk', sample: false, now: 1 };
    const refusal = {
      ok: false,
      error: { code: 'archive-unsafe-place', reason: 'synchronised', facts: { by: 'Dropbox' } },
    };
    expect(createArchiveFile(file, birth)).toMatchObject(refusal);
    expect(openToWrite({ path: file, holder: testHolder, mayMigrate: false })).toMatchObject({
      error: { code: 'archive-missing' },
    });
  });
});
