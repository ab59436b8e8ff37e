import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an event with facts; texts of dispatches never belong in it. */
export type Log = (event: string, facts?: Readonly<Record<string, string>>) => void;

const largestLog = 1024 * 1024;

/** A log of JSON lines in a folder; the one before the present is kept. */
export function openLog(folder: string): Log {
  const path = join(folder, 'writethru.log');
  return (event, facts = {}) => {
    try {
      mkdirSync(folder, { recursive: true });
      rotate(path);
      appendFileSync(
        path,
        `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`,
      );
    } catch {
      // A log that cannot be written must not stop the work it would tell of.
    }
  };
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
}
