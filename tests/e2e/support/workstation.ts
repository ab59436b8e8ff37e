import {
  _electron,
  expect,
  type ElectronApplication,
  type JSHandle,
  type Page,
} from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** A running workstation with its first window. */
export type Workstation = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder it keeps everything in. */
  readonly userData: string;
};

export type LaunchOptions = {
  /** A folder of an earlier launch, to start again on it. */
  readonly userData?: string;
  readonly language?: 'fr' | 'en';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
  /** The archive to expect; null means a first start. */
  readonly archivePath?: string | null;
};

/** Makes a folder for a workstation's files. */
export function newUserData(): string {
  return mkdtempSync(path.join(tmpdir(), 'writethru-window-'));
}

/** Starts the built workstation in a real Electron on files of its own. */
export async function launch(options: LaunchOptions = {}): Promise<Workstation> {
  const userData = options.userData ?? newUserData();
  if (options.userData === undefined) writePreferences(userData, options);
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${userData}`],
    cwd: root,
    colorScheme: null,
    env: environment(),
  });
  const page = await app.firstWindow();
  await shown(app, page);
  return { app, page, userData };
}

/** Opens another window by a command of its shortcut; the same workstation seen through it. */
export async function openWindow(desk: Workstation, keys: string): Promise<Workstation> {
  const opened = desk.app.waitForEvent('window');
  const focused = focusOfAnother(desk.app);
  await press(desk, keys);
  const other = { app: desk.app, page: await opened, userData: desk.userData };
  await shown(other.app, other.page);
  // A window that opens takes the focus, and may do so late: until then it is not given to others.
  await focused;
  await other.page.getByRole('contentinfo').waitFor();
  return other;
}

/** Resolves once a window that is not there yet has the focus. */
function focusOfAnother(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: electron, BrowserWindow: windows }) => {
    const known = new Set(windows.getAllWindows().map(({ id }) => id));
    return new Promise<void>((resolve) => {
      electron.on('browser-window-focus', (_event, window) => {
        if (!known.has(window.id)) resolve();
      });
    });
  });
}

/**
 * Waits until the window is on the display and has painted: keys sent to a window that is not yet
 * shown are lost, and so are commands before the page listens.
 */
async function shown(app: ElectronApplication, page: Page): Promise<void> {
  // Commands of the menu reach the window once it listens.
  await page.getByRole('main').waitFor();
  const window = await windowOf({ app, page });
  await expect.poll(() => window.evaluate((one: BrowserWindow) => one.isVisible())).toBe(true);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Quits as a person does, waiting until everything is closed. */
export async function quit({ app }: Workstation): Promise<void> {
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await app.close().catch(() => undefined);
}

/** Ends the main process without any warning. */
export async function kill({ app }: Workstation): Promise<void> {
  const process = app.process();
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}

/** Removes a workstation's files. */
export function forget(userData: string): void {
  rmSync(userData, { recursive: true, force: true });
}

/** Chooses a menu item as a click would, by its command. */
export async function chooseMenu({ app }: Workstation, id: string): Promise<void> {
  const found = await app.evaluate(({ Menu }, item) => {
    const entry = Menu.getApplicationMenu()?.getMenuItemById(item);
    entry?.click();
    return entry !== undefined && entry !== null;
  }, id);
  expect(found, `menu item ${id}`).toBe(true);
}

/**
 * The window of a page. Asked while main collects its garbage, for instance after its menus were built
 * anew, the inspector may lose the answer before it is there: then it is asked again.
 */
export async function windowOf({
  app,
  page,
}: Pick<Workstation, 'app' | 'page'>): Promise<JSHandle<BrowserWindow>> {
  try {
    return await app.browserWindow(page);
  } catch (thrown) {
    if (!String(thrown).includes('promise was garbage collected')) throw thrown;
    return await app.browserWindow(page);
  }
}

/** Gives a window the focus: the application menu speaks to the one that has it. */
export async function focusOn({ app, page }: Pick<Workstation, 'app' | 'page'>): Promise<void> {
  const window = await windowOf({ app, page });
  const alone = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length < 2);
  // A window that was opened before may take the focus late: it has to be seen to stay.
  const wanted = alone ? 1 : 3;
  let seen = 0;
  const look = async (): Promise<number> => {
    const isFocused = await window.evaluate((one: BrowserWindow) => {
      if (!one.isFocused()) one.focus();
      return one.isFocused();
    });
    seen = isFocused ? seen + 1 : 0;
    return seen;
  };
  await expect.poll(look, { intervals: [50] }).toBeGreaterThanOrEqual(wanted);
}

/**
 * Presses keys as the system sends them, so that the application menu sees them too.
 * `keys` is an Electron accelerator, for instance `Ctrl+Shift+Enter`.
 */
export async function press({ app, page }: Workstation, keys: string): Promise<void> {
  await focusOn({ app, page });
  const browserWindow = await windowOf({ app, page });
  await browserWindow.evaluate((window: BrowserWindow, accelerator) => {
    window.webContents.focus();
    const parts = accelerator.split('+');
    const keyCode = parts.at(-1) ?? '';
    const names: Record<string, 'control' | 'shift' | 'alt'> = {
      Ctrl: 'control',
      Shift: 'shift',
      Alt: 'alt',
    };
    const modifiers = parts.slice(0, -1).flatMap((part) => names[part] ?? []);
    window.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
    window.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
  }, keys);
}

/** Answers the next dialogs for opening files with these paths. */
export async function answerOpenDialog({ app }: Workstation, paths: readonly string[]) {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

/** Answers the next dialogs for saving files with this path. */
export async function answerSaveDialog({ app }: Workstation, filePath: string) {
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: place });
  }, filePath);
}

/** Puts preferences where a first start finds them. */
export function writePreferences(userData: string, options: LaunchOptions): void {
  mkdirSync(userData, { recursive: true });
  const { width, height } = options.size ?? { width: 1280, height: 800 };
  const settings = {
    preferences: {
      language: options.language ?? 'fr',
      theme: options.theme ?? 'light',
      initials: 'mbr',
      zone: 'Europe/Zurich',
    },
    archivePath: options.archivePath ?? null,
    window: { x: 0, y: 0, width, height, maximized: false },
  };
  writeFileSync(path.join(userData, 'preferences.json'), JSON.stringify(settings));
}

/** The test's own environment, without what would turn Electron into plain Node. */
export function environment(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
