import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { PdfMaker } from '../services/exchange/encode';

/** Makes PDFs by the workstation's own program, begun without a window at the first. */
export type PdfProgram = { readonly make: PdfMaker; readonly close: () => void };

const commandSchema = z.object({ command: z.string().min(1), args: z.array(z.string()) });
const answerSchema = z.object({
  id: z.number().int(),
  pdf: z.string().optional(),
  failed: z.string().optional(),
});

/** How long the program may take to be ready, and for one page, ms. */
const longestStart = 60_000;
const longestPage = 120_000;

/**
 * The program of the workstation, as `npm run cli` tells of it in `WRITETHRU_WINDOW`; null where it is
 * not told, or Linux has no display to begin it on.
 */
export function pdfProgram(env: NodeJS.ProcessEnv): PdfProgram | null {
  const told = commandSchema.safeParse(jsonOrNull(env['WRITETHRU_WINDOW']));
  const noDisplay = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  if (!told.success || noDisplay) return null;
  const { command, args } = told.data;
  let program: Promise<Running> | undefined;
  return {
    make: async (html) => {
      program ??= begin(command, args);
      return (await program).make(html);
    },
    close: () => void program?.then((running) => running.close()).catch(() => undefined),
  };
}

type Running = { readonly make: PdfMaker; readonly close: () => void };

async function begin(command: string, args: readonly string[]): Promise<Running> {
  // A folder of its own: the workstation may be open beside this.
  const folder = mkdtempSync(join(tmpdir(), 'writethru-print-'));
  const child = spawn(command, [...args, '--print-pdf', `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
  });
  const close = (): void => {
    if (child.connected) child.disconnect();
    child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  };
  try {
    await within(longestStart, ready(child));
  } catch (thrown) {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
    throw thrown;
  }
  let pages = 0;
  return {
    make: (html) => {
      pages += 1;
      return within(longestPage, ask(child, pages, html));
    },
    close,
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the program that makes PDFs ended')));
  });
}

function ask(child: ChildProcess, id: number, html: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the program that makes PDFs ended'));
    const heard = (message: unknown): void => {
      const answer = answerSchema.safeParse(message);
      if (!answer.success || answer.data.id !== id) return;
      child.off('message', heard);
      child.off('exit', ended);
      const { pdf, failed } = answer.data;
      if (pdf === undefined) reject(new Error(failed ?? 'no page was made'));
      else resolve(new Uint8Array(Buffer.from(pdf, 'base64')));
    };
    child.on('message', heard);
    child.once('exit', ended);
    child.send({ id, html });
  });
}

async function within<T>(time: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${time / 1000} s`)), time);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function jsonOrNull(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
