import { app, BrowserWindow, powerMonitor } from 'electron';
import { dirname, join } from 'node:path';
import { createHandlers } from '../ipc/handlers';
import { createRouter } from '../ipc/router';
import { firstArchivePath, sampleArchivePath, settingsPath } from '../places';
import { openSettings, type SettingsStore } from '../services/preferences';
import type { Spelling } from '../services/spelling/spelling-thread';
import { servicesOf, type WorkspaceOptions } from '../services/workspace';
import { createArchives, type Archives } from './archives';
import { createDeliveries, type Deliveries } from './deliveries';
import { createDialogs } from './dialogs';
import { tell, tellAll } from './events';
import { createFlushing, type Flushing } from './flushing';
import { harden } from './hardening';
import { createExports } from './exports';
import { createImports } from './imports';
import { connectChannels, trusts } from './ipc';
import { createLinks, type Links } from './links';
import { openLog, type Log } from './log';
import { installMenu } from './menu';
import { printWindow } from './printing';
import { createPreferences, type LivePreferences } from './preferences';
import { appOrigin, cutNetwork, serveRenderer } from './protocol';
import { createScheduler, type Scheduler } from './schedule';
import { startUpkeep } from './upkeep';
import { createWindows, type Windows } from './windows';
import { shellWords } from './words';

/** Where the built parts are, and what main is given from outside. */
export type ApplicationOptions = Pick<
  WorkspaceOptions,
  'now' | 'newId' | 'workerFile' | 'readText' | 'readPicture'
> & {
  readonly spelling: Spelling;
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
  readonly windows: Windows;
  readonly archives: Archives;
  readonly scheduler: Scheduler;
  readonly deliveries: Deliveries;
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
  serveRenderer(options.rendererFolder, async (sha256) => {
    const services = servicesOf(parts.archives.workspace());
    const read = services.ok ? await services.value.photos.preview(sha256) : services;
    return read.ok ? read.value : null;
  });
  connect(parts, origins);
  refreshMenu(parts);
  await parts.archives.start();
  wake(parts);
  startUpkeep(parts.archives.workspace, parts.log);
  parts.links.follow(process.argv);
  parts.windows.show();
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
      secondFolder: () => settings.get().secondFolder,
      changed: (ids) => {
        tellAll('dispatches-changed', { ids: [...ids] });
        // What was published is to be delivered; what an embargo held may go.
        void parts.deliveries.wake();
      },
    },
    settings,
    firstPath: firstArchivePath(userData),
    samplePath: sampleArchivePath(userData),
    samplesFolder: join(options.resourcesFolder, 'samples'),
    beforeClosing: () => parts.windows.flushAll('close'),
    opened: () => {
      wake(parts);
      parts.windows.begin();
    },
  });
  const quitting = { asked: false };
  const windows = createWindows({
    preload: options.preload,
    url: options.developmentUrl ?? `${appOrigin}/index.html`,
    icon: join(options.resourcesFolder, 'icons', 'icon.png'),
    settings,
    flushing,
    words: () => shellWords(preferences.language()),
    archiveIsOpen: () => archives.workspace().state === 'open',
    kept: () => {
      quitting.asked = false;
    },
    crashed: (reason) => log('renderer-gone', { reason }),
  });
  const parts: Parts = {
    options,
    log,
    settings,
    preferences,
    flushing,
    windows,
    archives,
    scheduler: createScheduler(archives.workspace, options.now, log),
    deliveries: createDeliveries(archives.workspace, options.now, log),
    links: createLinks(windows.current),
    quitting,
  };
  return parts;
}

/** What waits for its hour, is yet to be delivered, or comes in by a folder of the archive now open. */
function wake({ scheduler, deliveries }: Parts): void {
  scheduler.wake();
  void deliveries.wake();
  void deliveries.follow();
}

function originsOf({ developmentUrl }: ApplicationOptions): readonly string[] {
  return developmentUrl === undefined ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin];
}

function connect(parts: Parts, origins: readonly string[]): void {
  const { archives, preferences, flushing, windows, log, scheduler, deliveries } = parts;
  const handlers = createHandlers({
    workspace: archives.workspace,
    archives,
    ask: createDialogs(
      () => shellWords(preferences.language()),
      dirname(firstArchivePath(app.getPath('userData'))),
    ),
    preferences,
    spelling: parts.options.spelling,
    imports: createImports(archives.workspace),
    exports: createExports(archives.workspace),
    deliveriesChanged: async () => {
      await Promise.all([deliveries.wake(), deliveries.follow()]);
      tellAll('deliveries-changed', {});
    },
    windows,
    flushed: flushing.flushed,
    print: printWindow,
    takeLink: parts.links.take,
    scheduleChanged: scheduler.wake,
    backupsChanged: () => tellAll('backups-changed', {}),
    secondFolder: {
      get: () => parts.settings.get().secondFolder,
      set: (secondFolder) => parts.settings.set({ secondFolder }),
    },
  });
  connectChannels(createRouter(handlers, { isTrusted: trusts(origins), log }));
}

function refreshMenu({ preferences, options, windows }: Parts): void {
  const language = preferences.language();
  installMenu({
    language,
    words: shellWords(language),
    platform: process.platform,
    development: options.developmentUrl !== undefined,
    run: (id) => {
      const window = windows.current();
      if (window !== undefined) tell(window, 'command', { id });
    },
  });
}

function followSystem(parts: Parts): void {
  app.on('second-instance', (_event, argv) => {
    parts.links.follow(argv);
    parts.windows.show();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) parts.windows.show();
  });
  // A window that holds its closing until its text is safe also ends the quitting that asked for it.
  app.on('before-quit', () => {
    parts.quitting.asked = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || parts.quitting.asked) app.quit();
  });
  powerMonitor.on('suspend', () => {
    void parts.windows.flushAll('suspend');
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
