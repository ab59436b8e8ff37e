import { shell } from 'electron';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { appError } from '../contract/errors';
import { licenceSchema, type Licence } from '../contract/licences';
import { err, ok } from '../domain/result';
import type { ShellPorts } from '../ipc/ports';

/** The page with the licences of Chromium, as Electron is given out with it. */
const engineFile = 'LICENSES.chromium.html';

/**
 * What the workstation is made of, as its build wrote it down.
 *
 * @param files `licences.json` of each part; those of a part served by the development server are missing
 */
export function createLicences(files: readonly string[]): ShellPorts['licences'] {
  const engine = engineLicences();
  return {
    list: async () => {
      const lists = await Promise.all(files.map(readList));
      const byName = new Map(lists.flat().map((one) => [`${one.name} ${one.version}`, one]));
      return {
        packages: [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
        engine: {
          electron: process.versions.electron,
          chromium: process.versions['chrome'] ?? '',
          node: process.versions.node,
          licences: engine !== null,
        },
      };
    },
    openEngine: async () => {
      const failed = engine === null ? engineFile : await shell.openPath(engine);
      return failed === '' ? ok({}) : err(appError('not-found', 'licences'));
    },
  };
}

async function readList(file: string): Promise<readonly Licence[]> {
  try {
    return z.array(licenceSchema).parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
}

/** Beside the program, or in the resources of the application on macOS. */
function engineLicences(): string | null {
  const folders = [dirname(process.execPath), process.resourcesPath];
  return folders.map((folder) => join(folder, engineFile)).find((file) => existsSync(file)) ?? null;
}
