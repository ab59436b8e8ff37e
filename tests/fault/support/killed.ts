import { spawn } from 'node:child_process';
import path from 'node:path';
import { workerFile } from '../../support/processes';

const script = path.resolve(import.meta.dirname, '../killed-writer.mjs');

/** At which statement a writing process is killed, and what it does: a task, or nothing but opening. */
export type KilledAt = {
  readonly statement: number;
  readonly when: 'before' | 'after';
  readonly counts: 'opening' | 'task';
  readonly task?: object;
};

/** Opens an archive in a process that is killed at its nth statement; how it ended. */
export function writeAndKill(file: string, at: KilledAt): Promise<'killed' | 'done'> {
  const child = spawn(process.execPath, [script, workerFile.href, file, JSON.stringify(at)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (exitCode, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (exitCode === 0) resolve('done');
      else reject(new Error(`It ended with ${exitCode ?? signal ?? 'nothing'}.`));
    });
  });
}
