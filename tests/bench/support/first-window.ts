import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './run';

const require = createRequire(import.meta.url);
// Under Node the package is the path of its executable.
const electron = require('electron') as unknown as string;
const probe = path.join(import.meta.dirname, 'first-paint.cjs');

/** A start that has not ended by then, in ms, never will. */
const longestStart = 60_000;

/** How long a first window took from the start of its process, in ms. */
export type FirstWindow = { readonly shown: number; readonly painted: number };

/**
 * Starts an application without any debugger, waits until its first window is shown and the element
 * painted, and lets it quit in good order.
 */
export async function firstWindow(
  app: string,
  args: readonly string[],
  selector: string,
): Promise<FirstWindow> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const all = [...(asRoot ? ['--no-sandbox'] : []), '-r', probe, app, ...args];
  const env = { ...process.env, WRITETHRU_BENCH_SELECTOR: selector };
  const began = performance.timeOrigin + performance.now();
  const child = spawn(electron, all, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: longestStart,
    killSignal: 'SIGKILL',
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const line = /^first-paint (.*)$/m.exec(output)?.[1];
  if (line === undefined) throw new Error(`No window was painted (exit code ${code}): ${output}`);
  const { shown, painted } = JSON.parse(line) as FirstWindow;
  return { shown: shown - began, painted: Math.max(shown, painted) - began };
}
