import { app, BrowserWindow, dialog, screen } from 'electron';
import type { ShellPorts } from '../ipc/ports';
import type { SettingsStore, WindowPlace } from '../services/preferences';
import { tell } from './events';
import { showMenuAt, type FrameLook } from './frame';
import type { Flushing } from './flushing';
import { openWindow } from './window';
import type { ShellWords } from './words';

/** What the windows need of the shell. */
export type WindowsOptions = {
  readonly preload: string;
  /** The address of the page. */
  readonly url: string;
  readonly icon: string;
  readonly settings: SettingsStore;
  /** The look of the pages, for the frames of their windows. */
  readonly look: () => FrameLook;
  readonly flushing: Flushing;
  readonly words: () => ShellWords;
  readonly archiveIsOpen: () => boolean;
  /** Told when the person keeps a window open that has unsaved text. */
  readonly kept: () => void;
  /** Told when the process of a page died. */
  readonly crashed: (reason: string) => void;
};

/** The windows of the workstation: all on one archive, each on a dispatch of its own choice. */
export type Windows = ShellPorts['windows'] & {
  /** The window the person works in: the one with the focus, else the one that had it last. */
  readonly current: () => BrowserWindow | undefined;
  /** Opens the first window, or brings the current one to the front. */
  readonly show: () => void;
  /** Has all windows begin anew, on the archive now open. */
  readonly begin: () => void;
  /** Has every window send what is unsaved; true once all of it is committed. */
  readonly flushAll: (reason: 'close' | 'suspend') => Promise<boolean>;
};

/** How far another window stands from the one it was opened from, in px. */
const step = 32;

export function createWindows(options: WindowsOptions): Windows {
  const { flushing } = options;
  const current = followFocus();
  // Quitting closes one window after another, and each gives the focus to the next.
  let workedIn: BrowserWindow | undefined;
  app.on('before-quit', () => {
    workedIn ??= current();
  });
  const kept = (): void => {
    workedIn = undefined;
    options.kept();
  };
  const others = (windowId: number) =>
    BrowserWindow.getAllWindows().filter((window) => window.id !== windowId);
  const open = (place: WindowPlace | null, dispatchId: string | null) => {
    openWindow({
      preload: options.preload,
      url: dispatchId === null ? options.url : `${options.url}?dispatch=${dispatchId}`,
      icon: options.icon,
      look: options.look(),
      place,
      mayClose: (window) => mayClose({ ...options, kept }, window),
      // Of several windows that close, the place of the one worked in is remembered.
      remember: (window, at) => {
        if (window === (workedIn ?? current())) options.settings.set({ window: at });
      },
      crashed: options.crashed,
    });
  };
  return {
    current,
    show: () => {
      const window = current();
      if (window === undefined) return open(options.settings.get().window, null);
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    open: (windowId, dispatchId) => {
      const from = BrowserWindow.fromId(windowId) ?? current();
      open(from === undefined ? options.settings.get().window : besides(from), dispatchId);
    },
    begin: () => {
      for (const window of BrowserWindow.getAllWindows()) void window.loadURL(options.url);
    },
    flushAll: async (reason) => {
      const windows = BrowserWindow.getAllWindows();
      const flushed = await Promise.all(windows.map((window) => flushing.flush(window, reason)));
      return flushed.every(Boolean);
    },
    isOpen: (windowId) => BrowserWindow.fromId(windowId) !== null,
    flushOthers: async (windowId) => {
      await Promise.all(others(windowId).map((window) => flushing.flush(window, 'end-draft')));
    },
    showMenu: showMenuAt,
    tellOthers: (windowId, event, payload) => {
      for (const window of others(windowId)) tell(window, event, payload);
    },
  };
}

/** Remembers which window had the focus last. */
function followFocus(): Windows['current'] {
  let last: BrowserWindow | undefined;
  app.on('browser-window-focus', (_event, window) => {
    last = window;
  });
  return () => {
    if (last?.isDestroyed() === true) last = undefined;
    return BrowserWindow.getFocusedWindow() ?? last ?? BrowserWindow.getAllWindows()[0];
  };
}

/** A place beside a window, of its size: a step down and across, or back where the screen ends. */
function besides(window: BrowserWindow): WindowPlace {
  const bounds = window.getNormalBounds();
  const { workArea } = screen.getDisplayMatching(bounds);
  const fits = (at: number, size: number, from: number, room: number) => at + size <= from + room;
  const [x, y] = [bounds.x + step, bounds.y + step];
  return {
    ...bounds,
    x: fits(x, bounds.width, workArea.x, workArea.width) ? x : workArea.x,
    y: fits(y, bounds.height, workArea.y, workArea.height) ? y : workArea.y,
    maximized: false,
  };
}

/** A window with text the archive did not take stays, unless the person says otherwise. */
async function mayClose(options: WindowsOptions, window: BrowserWindow): Promise<boolean> {
  if (window.webContents.isCrashed() || !options.archiveIsOpen()) return true;
  if (await options.flushing.flush(window, 'close')) return true;
  const words = options.words();
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.unsavedMessage,
    detail: words.unsavedDetail,
    buttons: [words.keepOpen, words.closeAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) options.kept();
  return response === 1;
}
