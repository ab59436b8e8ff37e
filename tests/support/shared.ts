import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Beside the project, or where `WRITETHRU_SHARED` says, for a checkout that lives elsewhere. */
const shared =
  process.env['WRITETHRU_SHARED'] ?? path.resolve(import.meta.dirname, '../../../shared');

/** The bytes of a file of the folder beside the project, or null on a clone without it. */
export function sharedFile(...parts: readonly string[]): Buffer | null {
  const file = path.join(shared, ...parts);
  return existsSync(file) ? readFileSync(file) : null;
}

/** The path of a file of the folder beside the project, or null on a clone without it. */
export function sharedPath(...parts: readonly string[]): string | null {
  const file = path.join(shared, ...parts);
  return existsSync(file) ? file : null;
}

/** What a test says that cannot run without that folder. */
export const withoutShared = 'skipped: ../shared not there';
