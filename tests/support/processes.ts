import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** The built archive worker: `npm run build` makes it. */
export const workerFile = pathToFileURL(
  path.resolve(import.meta.dirname, '../../out/main/archive-worker.js'),
);

/** Another process that asked for an archive, and what it was told. */
export type OtherProcess = {
  readonly begun: unknown;
  /** Ends it without any warning. */
  readonly kill: () => Promise<void>;
};

/** Opens an archive for writing in a process of its own, which keeps it until killed. */
export async function openInOtherProcess(archive: string, host?: string): Promise<OtherProcess> {
  const script = path.join(import.meta.dirname, 'holder.mjs');
  const args = [script, workerFile.href, archive, ...(host === undefined ? [] : [host])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', () => reject(new Error('The other process ended before it spoke.')));
  });
  return { begun: JSON.parse(line) as unknown, kill: () => killed(child) };
}

function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  return ended;
}
