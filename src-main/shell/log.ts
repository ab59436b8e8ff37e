import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../contract/log';

const largestLog = 1024 * 1024;

/** The log of the workstation: JSON lines in a folder; the file before the present one is kept. */
export type LogFile = {
  readonly tell: Log;
  /** The last lines, oldest first; none where there is no log yet. */
  readonly last: (lines: number) => readonly string[];
};

/** Opens the log in a folder. */
export function openLog(folder: string): LogFile {
  const path = join(folder, 'writethru.log');
  return {
    tell: (event, facts) => {
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
    },
    last: (lines) => {
      try {
        return readFileSync(path, 'utf8').split('\n').filter(Boolean).slice(-lines);
      } catch {
        return [];
      }
    },
  };
}

function rotate(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
}
