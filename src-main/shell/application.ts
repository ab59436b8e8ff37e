import { app, BrowserWindow, nativeTheme, powerMonitor } from 'electron';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandId } from '../contract/commands';
import { unforeseen } from '../contract/log';
import { createHandlers } from '../ipc/handlers';
import { createRouter } from '../ipc/router';
import { firstArchivePath, sampleArchivePath, settingsPath } from '../places';
import type { ProgramFacts } from '../services/diagnostics';
import { openSettings, withRecent, type SettingsStore } from '../services/preferences';
import type { Sealing } from '../services/sealing/sealing-thread';
import type { Spelling } from '../services/spelling/spelling-thread';
import { servicesOf, type WorkspaceOptions } from '../services/workspace';
import { createArchives, type Archives } from './archives';
import { createDeliveries, type Deliveries } from './deliveries';
import { createDialogs } from './dialogs';
import { createDragging } from './dragging';
import { tell, tellAll } from './events';
import { createFlushing, type Flushing } from './flushing';
import { harden } from './hardening';
import { createExports } from './exports';
import { createImports } from './imports';
import { connectChannels, trusts } from './ipc';
import { createLicences } from './licences';
import { createLinks, type Links } from './links';
import { openLog, type LogFile } from './log';
import { installMenu } from './menu';
import { createNotices, type Notices } from './notices';
import { createOpened, type Opened } from './opened';
import { printWindow } from './printing';
import { lookNow, repaintFrames } from './frame';
import { createPreferences, type LivePreferences } from './preferences';
import { appOrigin, cutNetwork, serveRenderer } from './protocol';
import { createScheduler, type Scheduler } from './schedule';
import { commandAmong, offerOnIcon } from './shortcuts-of-icon';
import { createUpdates, type Updates } from './updates';
import { startUpkeep } from './upkeep';
import { createWindows, type Windows } from './windows';
import { shellWords, type ShellWords } from './words';

/** Where the built parts are, and what main is given from outside. */
export type ApplicationOptions = Pick<
  WorkspaceOptions,
  'now' | 'newId' | 'workerFile' | 'readText' | 'readPicture'
> & {
  readonly spelling: Spelling;
  readonly sealing: Sealing;
  readonly preload: string;
  readonly rendererFolder: string;
  readonly resourcesFolder: string;
  /** The lists of licences the build wrote, one a part. */
  readonly licenceFiles: readonly string[];
  /** The development server's address, when there is one. */
  readonly developmentUrl: string | undefined;
};

type Parts = {
  readonly options: ApplicationOptions;
  readonly log: LogFile;
  readonly settings: SettingsStore;
  readonly preferences: LivePreferences;
  readonly flushing: Flushing;
  readonly windows: Windows;
  readonly archives: Archives;
  readonly scheduler: Scheduler;
  readonly deliveries: Deliveries;
  readonly links: Links;
  readonly opened: Opened;
  readonly notices: Notices;
  readonly updates: Updates;
  /** Whether the person asked to quit: on macOS windows may close without it. */
  readonly quitting: { asked: boolean };
};

/** Starts the workstation once Electron is ready: archive, channels, menu, window. */
export async function startApplication(options: ApplicationOptions): Promise<void> {
  const parts = assemble(options);
  const origins = originsOf(options);
  followFailures(parts.log);
  harden(origins);
  cutNetwork(origins);
  serveRenderer(options.rendererFolder, async (sha256) => {
    const services = servicesOf(parts.archives.workspace());
    const read = services.ok ? await services.value.photos.preview(sha256) : services;
    return read.ok ? read.value : null;
  });
  // The page is read while the archive is opened; what it asks waits for that.
  parts.windows.show();
  const opened = openFirst(parts);
  connect(parts, origins, opened);
  refreshMenu(parts);
  followSystem(parts);
  await opened;
  wake(parts);
  startUpkeep(parts.archives.workspace, parts.log.tell);
  parts.updates.changed();
}

/** Opens the person's archive, and then what the program was started with. */
async function openFirst({ archives, links, opened }: Parts): Promise<void> {
  await archives.start();
  links.follow(process.argv);
  opened.follow(ownArguments(process.argv), process.cwd());
}

function assemble(options: ApplicationOptions): Parts {
  const userData = app.getPath('userData');
  const log = openLog(join(userData, 'logs'));
  const settings = openSettings(settingsPath(userData));
  const flushing = createFlushing();
  const preferences = createPreferences(settings, () => {
    refreshMenu(parts);
    repaintFrames(process.platform, look());
    parts.updates.changed();
    tellAll('preferences-changed', {});
  });
  const look = () => lookNow(preferences.get().preferences.theme === 'contrast');
  nativeTheme.on('updated', () => repaintFrames(process.platform, look()));
  const archives = archivesOf(options, settings, preferences, () => parts);
  const words = () => shellWords(preferences.language());
  const quitting = { asked: false };
  const windows = createWindows({
    preload: options.preload,
    url: options.developmentUrl ?? `${appOrigin}/index.html`,
    icon: join(options.resourcesFolder, 'icons', 'icon.png'),
    settings,
    look,
    flushing,
    words,
    archiveIsOpen: () => archives.workspace().state === 'open',
    kept: () => {
      quitting.asked = false;
    },
    crashed: (reason) => log.tell('renderer-gone', { reason }),
  });
  const links = createLinks(windows.current);
  const notices = noticesOf({ archives, windows, links }, options.now, words);
  const parts: Parts = {
    options,
    log,
    settings,
    preferences,
    flushing,
    windows,
    archives,
    scheduler: createScheduler(archives.workspace, options.now, log.tell, notices.look),
    deliveries: createDeliveries(archives.workspace, options.now, log.tell, notices.delivered),
    links,
    opened: createOpened(windows.current, (path) => void archives.open(path)),
    notices,
    updates: createUpdates({
      feed: () => settings.get().preferences.updateFeed,
      words,
      log: log.tell,
    }),
    quitting,
  };
  return parts;
}

/**
 * The one archive that is open, and what its changes and its opening set off.
 *
 * @param parts of the application; asked for once it is assembled
 */
function archivesOf(
  options: ApplicationOptions,
  settings: SettingsStore,
  preferences: LivePreferences,
  parts: () => Parts,
): Archives {
  return createArchives({
    workspace: {
      ...options,
      zone: preferences.zone,
      secondFolder: () => settings.get().secondFolder,
      backupKey: () => settings.get().backupKey,
      changed: (ids) => {
        tellAll('dispatches-changed', { ids: [...ids] });
        // What was published is to be delivered; what an embargo held may go.
        void parts().deliveries.wake();
        void parts().notices.look();
      },
    },
    settings,
    firstPath: firstArchivePath(app.getPath('userData')),
    samplePath: sampleArchivePath(app.getPath('userData')),
    samplesFolder: join(options.resourcesFolder, 'samples'),
    remembered: (path) => {
      app.addRecentDocument(path);
      settings.set({ recentArchives: withRecent(settings.get().recentArchives, path) });
      refreshMenu(parts());
    },
    beforeClosing: () => parts().windows.flushAll('close'),
    opened: () => {
      wake(parts());
      parts().windows.begin();
    },
  });
}

/** Notifications open the window, and the dispatch they tell of. */
function noticesOf(
  { archives, windows, links }: Pick<Parts, 'archives' | 'windows' | 'links'>,
  now: () => number,
  words: () => ShellWords,
): Notices {
  return createNotices({
    workspace: archives.workspace,
    now,
    words,
    open: (link) => {
      windows.show();
      if (link !== null) links.follow([link]);
    },
  });
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

function connect(parts: Parts, origins: readonly string[], ready: Promise<void>): void {
  const { archives, preferences, flushing, windows, log, scheduler, deliveries } = parts;
  const handlers = createHandlers({
    workspace: archives.workspace,
    archives,
    ask: createDialogs(
      () => shellWords(preferences.language()),
      dirname(firstArchivePath(app.getPath('userData'))),
    ),
    preferences,
    program: () => programFacts(parts),
    spelling: parts.options.spelling,
    licences: createLicences(parts.options.licenceFiles),
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
    takeOpened: parts.opened.take,
    dragOut: createDragging(
      archives.workspace,
      () => preferences.get().preferences.exportFormat,
      join(parts.options.resourcesFolder, 'icons', 'icon.png'),
    ),
    scheduleChanged: scheduler.wake,
    backupsChanged: () => tellAll('backups-changed', {}),
    secondFolder: {
      get: () => parts.settings.get().secondFolder,
      set: (secondFolder) => parts.settings.set({ secondFolder }),
    },
    backupKey: { set: (backupKey) => parts.settings.set({ backupKey }) },
    sealing: parts.options.sealing,
  });
  connectChannels(createRouter(handlers, { isTrusted: trusts(origins), log: log.tell, ready }));
}

/** What is known of the program and the machine, for whoever is asked for help. */
function programFacts({ preferences, log }: Parts): ProgramFacts {
  const { electron, chrome, node } = process.versions;
  const { theme } = preferences.get().preferences;
  return {
    version: app.getVersion(),
    packaged: app.isPackaged,
    electron,
    chromium: chrome,
    node,
    system: `${platform()} ${release()} ${arch()}`,
    cores: cpus().length,
    memory: totalmem(),
    windows: BrowserWindow.getAllWindows().length,
    language: preferences.language(),
    theme,
    log: log.last(100),
  };
}

function refreshMenu(parts: Parts): void {
  const { preferences, options, archives, settings } = parts;
  const language = preferences.language();
  offerOnIcon(language, (id) => runInWindow(parts, id));
  installMenu({
    language,
    words: shellWords(language),
    platform: process.platform,
    keymap: preferences.get().preferences.keymap,
    development: options.developmentUrl !== undefined,
    recent: {
      paths: settings.get().recentArchives,
      open: (path) => void archives.open(path),
      clear: () => {
        app.clearRecentDocuments();
        settings.set({ recentArchives: [] });
        refreshMenu(parts);
      },
    },
    run: (id) => runInWindow(parts, id),
  });
}

/** Runs a command in the window the person works in. */
function runInWindow({ windows }: Parts, id: CommandId): void {
  const window = windows.current();
  if (window !== undefined) tell(window, 'command', { id });
}

/** Tells the log of what nobody foresaw; what becomes of the process is not changed by it. */
function followFailures(log: LogFile): void {
  log.tell('started', { version: app.getVersion(), packaged: app.isPackaged });
  process.on('uncaughtExceptionMonitor', (thrown) => log.tell('main-failed', unforeseen(thrown)));
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.tell('child-gone', { type, reason });
  });
}

function followSystem(parts: Parts): void {
  app.on('second-instance', (_event, argv, cwd) => {
    parts.links.follow(argv);
    parts.opened.follow(ownArguments(argv), cwd);
    parts.windows.show();
    const id = commandAmong(argv);
    if (id !== undefined) runInWindow(parts, id);
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

/** The arguments that are the person's own: not the program, nor, while it is not packaged, its folder. */
function ownArguments(argv: readonly string[]): readonly string[] {
  return argv.slice(1).filter((argument) => argument !== app.getAppPath());
}
