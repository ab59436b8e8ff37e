import { app, BrowserWindow, dialog, powerMonitor } from 'electron';
import { dirname, join } from 'node:path';
import { createHandlers } from '../ipc/handlers';
import { createRouter } from '../ipc/router';
import { firstArchivePath, sampleArchivePath, settingsPath } from '../places';
import { openSettings, type SettingsStore } from '../services/preferences';
import type { WorkspaceOptions } from '../services/workspace';
import { createArchives, type Archives } from './archives';
import { createDialogs } from './dialogs';
import { tell, tellAll } from './events';
import { createFlushing, type Flushing } from './flushing';
import { harden } from './hardening';
import { createImports } from './imports';
import { connectChannels, trusts } from './ipc';
import { createLinks, type Links } from './links';
import { openLog, type Log } from './log';
import { installMenu } from './menu';
import { printWindow } from './printing';
import { createPreferences, type LivePreferences } from './preferences';
import { appOrigin, cutNetwork, serveRenderer } from './protocol';
import { createScheduler, type Scheduler } from './schedule';
import { openWindow } from './window';
import { shellWords } from './words';

/** Where the built parts are, and what main is given from outside. */
export type ApplicationOptions = Pick<
  WorkspaceOptions,
  'now' | 'newId' | 'workerFile' | 'readText'
> & {
  readonly preload: string;
  readonly rendererFolder: string;
  readonly resourcesFolder: string;
  /** The development server's address, when there is one. */
  readonly developmentUrl: string | undefined;
};

type Parts = {
  readonly options: ApplicationOptions;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly preferences: LivePreferences;
  readonly flushing: Flushing;
  readonly archives: Archives;
  readonly scheduler: Scheduler;
  readonly links: Links;
  /** Whether the person asked to quit: on macOS windows may close without it. */
  readonly quitting: { asked: boolean };
};

/** Starts the workstation once Electron is ready: archive, channels, menu, window. */
export async function startApplication(options: ApplicationOptions): Promise<void> {
  const parts = assemble(options);
  const origins = originsOf(options);
  harden(origins);
  cutNetwork(origins);
  serveRenderer(options.rendererFolder);
  connect(parts, origins);
  refreshMenu(parts);
  await parts.archives.start();
  parts.scheduler.wake();
  parts.links.follow(process.argv);
  showWindow(parts);
  followSystem(parts);
}

function assemble(options: ApplicationOptions): Parts {
  const userData = app.getPath('userData');
  const log = openLog(join(userData, 'logs'));
  const settings = openSettings(settingsPath(userData));
  const flushing = createFlushing();
  const preferences = createPreferences(settings, () => {
    refreshMenu(parts);
    tellAll('preferences-changed', {});
  });
  const archives = createArchives({
    workspace: {
      ...options,
      zone: preferences.zone,
      changed: (ids) => tellAll('dispatches-changed', { ids: [...ids] }),
    },
    settings,
    firstPath: firstArchivePath(userData),
    samplePath: sampleArchivePath(userData),
    samplesFolder: join(options.resourcesFolder, 'samples'),
    beforeClosing: async () => {
      await Promise.all(
        BrowserWindow.getAllWindows().map((window) => flushing.flush(window, 'close')),
      );
    },
    opened: () => {
      parts.scheduler.wake();
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    },
  });
  const parts: Parts = {
    options,
    log,
    settings,
    preferences,
    flushing,
    archives,
    scheduler: createScheduler(archives.workspace, options.now, log),
    links: createLinks(),
    quitting: { asked: false },
  };
  return parts;
}

function originsOf({ developmentUrl }: ApplicationOptions): readonly string[] {
  return developmentUrl === undefined ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin];
}

function connect(parts: Parts, origins: readonly string[]): void {
  const { archives, preferences, flushing, log, scheduler } = parts;
  const handlers = createHandlers({
    workspace: archives.workspace,
    archives,
    ask: createDialogs(
      () => shellWords(preferences.language()),
      dirname(firstArchivePath(app.getPath('userData'))),
    ),
    preferences,
    imports: createImports(archives.workspace),
    flushed: flushing.flushed,
    print: printWindow,
    takeLink: parts.links.take,
    scheduleChanged: scheduler.wake,
  });
  connectChannels(createRouter(handlers, { isTrusted: trusts(origins), log }));
}

function refreshMenu({ preferences, options }: Parts): void {
  const language = preferences.language();
  installMenu({
    language,
    words: shellWords(language),
    platform: process.platform,
    development: options.developmentUrl !== undefined,
    run: (id) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
      if (window !== undefined) tell(window, 'command', { id });
    },
  });
}

function showWindow(parts: Parts): void {
  const { options, settings, log } = parts;
  openWindow({
    preload: options.preload,
    url: options.developmentUrl ?? `${appOrigin}/index.html`,
    icon: join(options.resourcesFolder, 'icons', 'icon.png'),
    place: settings.get().window,
    mayClose: (window) => mayClose(parts, window),
    remember: (place) => settings.set({ window: place }),
    crashed: (reason) => log('renderer-gone', { reason }),
  });
}

/** A window with text the archive did not take stays, unless the person says otherwise. */
async function mayClose(parts: Parts, window: BrowserWindow): Promise<boolean> {
  const crashed = window.webContents.isCrashed();
  if (crashed || parts.archives.workspace().state !== 'open') return true;
  if (await parts.flushing.flush(window, 'close')) return true;
  const words = shellWords(parts.preferences.language());
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsavedMessage,
    detail: words.unsavedDetail,
    buttons: [words.keepOpen, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) parts.quitting.asked = false;
  return response === 1;
}

function followSystem(parts: Parts): void {
  app.on('second-instance', (_event, argv) => {
    parts.links.follow(argv);
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return showWindow(parts);
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) showWindow(parts);
  });
  // A window that holds its closing until its text is safe also ends the quitting that asked for it.
  app.on('before-quit', () => {
    parts.quitting.asked = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || parts.quitting.asked) app.quit();
  });
  powerMonitor.on('suspend', () => {
    for (const window of BrowserWindow.getAllWindows()) {
      void parts.flushing.flush(window, 'suspend');
    }
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    // Once this event is over: until then Electron takes itself to be quitting and ignores it.
    void parts.archives.close().finally(() => setImmediate(() => app.quit()));
  });
}
