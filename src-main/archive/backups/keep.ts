import { copyFileSync, existsSync, linkSync } from 'node:fs';
import path from 'node:path';
import { backupName } from './names';

/**
 * Keeps an archive that cannot be copied whole as it lies, its journal beside it.
 *
 * @param at ms
 * @returns where
 */
export function keepAside(file: string, at: number): string {
  const { dir, name, ext } = path.parse(file);
  const moment = path.parse(backupName(at, 'clock')).name;
  const aside = path.join(dir, `${name} damaged ${moment}${ext}`);
  for (const suffix of ['', '-wal', '-shm']) keepFile(`${file}${suffix}`, `${aside}${suffix}`);
  return aside;
}

/** Gives a file a second name; a copy where links are not to be had. */
function keepFile(file: string, name: string): void {
  if (!existsSync(file)) return;
  try {
    linkSync(file, name);
  } catch {
    copyFileSync(file, name);
  }
}
