import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** The packaged program of this machine, once it is made. */
export const packagedExecutable = path.join(root, 'dist', 'linux-unpacked', 'writethru');

/** As Playwright starts Electron on Linux: root and many build machines cannot have Chromium's sandbox. */
const sandbox = ['--no-sandbox'];

/** A packaged workstation that runs, driven from outside: it has no inspector. */
export type Packaged = {
  readonly page: Page;
  /** Closes its window as a person does, and waits until the program has ended; its exit code. */
  readonly close: () => Promise<number | null>;
};

/** Makes the directory of this system; what it said when that failed, else null. */
export function makePackage(): string | null {
  const made = spawnSync(process.execPath, ['scripts/package.mjs', 'linux', '--dir'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return made.status === 0 ? null : `${made.stdout}${made.stderr}`;
}

/** Runs the packaged program at the command line, without any display. */
export function packagedCli(args: readonly string[], home: string) {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  return spawnSync(packagedExecutable, [...sandbox, '--cli', ...args], {
    cwd: home,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...env, XDG_CONFIG_HOME: home },
  });
}

/** Starts the packaged workstation on files of its own and waits for its window. */
export async function startPackaged(
  userData: string,
  args: readonly string[] = [],
): Promise<Packaged> {
  const program = spawn(
    packagedExecutable,
    [...sandbox, '--remote-debugging-port=0', `--user-data-dir=${userData}`, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  const browser = await chromium.connectOverCDP(await debuggerOf(program));
  const page = await firstPage(browser);
  await page.getByRole('main').waitFor();
  return {
    page,
    close: async () => {
      await page.evaluate(() => window.close());
      const code = await ended;
      await browser.close().catch(() => undefined);
      return code;
    },
  };
}

async function firstPage(browser: Browser): Promise<Page> {
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().length).toBeGreaterThan(0);
  const [page] = pages();
  if (page === undefined) throw new Error('The packaged program shows no window.');
  return page;
}

/** The address Chromium says it listens at. */
function debuggerOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    program.once('exit', (code) => reject(new Error(`It ended with code ${code}: ${said}`)));
  });
}
