import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Every other window test runs without Chromium's sandbox where it runs as root. This one has it:
 * as root on Linux, the workstation runs as nobody, on copies that nobody may read.
 */
const root = path.resolve(import.meta.dirname, '../..');
const runtime = realpathSync(path.join(root, 'node_modules/electron/dist'));
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const dropped = ['--reuid', `${nobody}`, '--regid', `${nobody}`, '--clear-groups'];

/** What the built workstation consists of. */
const application = ['package.json', 'out', 'resources'];

let stage: string;

test.beforeAll(() => {
  stage = mkdtempSync(path.join(tmpdir(), 'writethru-sandboxed-'));
});

test.afterAll(() => {
  rmSync(stage, { recursive: true, force: true });
});

/** Why no sandbox is to be had on this machine, or null. */
function whyNot(): string | null {
  if (process.platform !== 'linux') return null;
  const [command, ...args] = isRoot ? ['setpriv', ...dropped, 'unshare'] : ['unshare'];
  const { status } = spawnSync(command ?? '', [...args, '--user', 'true']);
  return status === 0
    ? null
    : 'This system gives ordinary users no user namespaces, which the sandbox is made of.';
}

/** Copies the runtime and the application to where another user may read them. */
function copyForOthers(): { readonly executable: string; readonly app: string } {
  chmodSync(stage, 0o755);
  const electron = path.join(stage, 'electron');
  // Links where the file system has them: the runtime is 260 MB.
  const linked = spawnSync('cp', ['-aLl', runtime, electron]).status === 0;
  if (!linked) cpSync(runtime, electron, { recursive: true, dereference: true });
  const app = path.join(stage, 'app');
  for (const name of application) {
    cpSync(path.join(root, name), path.join(app, name), { recursive: true });
  }
  for (const name of dependencies('better-sqlite3')) {
    const from = path.join(root, 'node_modules', name);
    cpSync(from, path.join(app, 'node_modules', name), { recursive: true, dereference: true });
  }
  spawnSync('chmod', ['-R', 'a+rX', app]);
  return { executable: path.join(electron, executableName()), app };
}

function executableName(): string {
  return readFileSync(path.join(root, 'node_modules/electron/path.txt'), 'utf8');
}

/** A package and all it depends on at run time. */
function dependencies(name: string, known = new Set<string>()): readonly string[] {
  if (known.has(name)) return [...known];
  known.add(name);
  const manifest = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8');
  const { dependencies: needed = {} } = JSON.parse(manifest) as { dependencies?: object };
  for (const next of Object.keys(needed)) dependencies(next, known);
  return [...known];
}

/** A folder of the other user's own, with the right to draw on the display. */
function homeOfOther(): Readonly<Record<string, string>> {
  const home = path.join(stage, 'home');
  mkdirSync(home, { mode: 0o700 });
  const authority = process.env['XAUTHORITY'];
  const copy = path.join(home, '.Xauthority');
  if (authority !== undefined) {
    cpSync(authority, copy);
    if (isRoot) chownSync(copy, nobody, nobody);
  }
  if (isRoot) chownSync(home, nobody, nobody);
  const folders = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, TMPDIR: home };
  return authority === undefined ? folders : { ...folders, XAUTHORITY: copy };
}

/** A program that runs another as nobody. */
function asNobody(executable: string): string {
  const script = path.join(stage, 'as-nobody');
  writeFileSync(script, `#!/bin/sh\nexec setpriv ${dropped.join(' ')} '${executable}' "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

async function launchSandboxed(): Promise<ElectronApplication> {
  const { executable, app } = copyForOthers();
  const home = homeOfOther();
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value] as const],
  );
  return _electron.launch({
    executablePath: isRoot ? asNobody(executable) : executable,
    args: [app, `--user-data-dir=${path.join(stage, 'home', 'data')}`, '--lang=fr'],
    cwd: stage,
    chromiumSandbox: true,
    colorScheme: null,
    env: { ...Object.fromEntries(inherited), ...home },
  });
}

/** What the kernel says of a process: its user, and what it may still ask of the kernel. */
function statusOf(pid: number): Readonly<Record<string, string>> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [name, ...rest] = line.split(':');
      return name === undefined ? [] : [[name, rest.join(':').trim()] as const];
    }),
  );
}

function commandLineOf(pid: number): readonly string[] {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
}

function userNamespaceOf(pid: number): string {
  return readlinkSync(`/proc/${pid}/ns/user`);
}

test('in Chromium’s sandbox, as an ordinary user, a dispatch is written and saved', async () => {
  const reason = whyNot();
  test.skip(reason !== null, reason ?? '');
  const app = await launchSandboxed();
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();

  const { main, renderer } = await app.evaluate(({ BrowserWindow }) => ({
    main: process.pid,
    renderer: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  }));
  expect(renderer).toBeGreaterThan(0);
  if (process.platform === 'linux') {
    for (const pid of [main, renderer]) {
      expect(commandLineOf(pid)).not.toContain('--no-sandbox');
      expect(statusOf(pid)['Uid']).not.toMatch(/\b0\b/);
    }
    // Seccomp 2: the kernel filters what the process may ask.
    expect(statusOf(renderer)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1' });
    expect(userNamespaceOf(renderer)).not.toBe(userNamespaceOf(main));
  }
  expect(await page.evaluate(() => 'process' in globalThis)).toBe(false);

  await page
    .getByRole('button', { name: /^(Nouvelle dépêche|New dispatch)/ })
    .first()
    .click();
  const draft = page.getByRole('textbox', { name: /^(Texte du brouillon|Text of the draft)$/ });
  await expect(draft).toBeFocused();
  await page.keyboard.type('Le pont de Valdane rouvre');
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText(/(Enregistré|Saved) \d\d:\d\d:\d\d/);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  await app.close().catch(() => undefined);
  const archive = path.join(stage, 'home', 'data', 'archive');
  expect(readdirSync(archive)).toEqual(['desk.writethru', 'desk.writethru-lock']);
  const kept = readFileSync(path.join(archive, 'desk.writethru'));
  expect(kept.includes('Le pont de Valdane rouvre')).toBe(true);
});
