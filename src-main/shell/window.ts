import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowPlace } from '../services/preferences';
import { frameOptions, type FrameLook } from './frame';

export type WindowOptions = {
  readonly preload: string;
  readonly url: string;
  readonly icon: string;
  readonly place: WindowPlace | null;
  readonly look: FrameLook;
  /** Called once the window is closing: resolves to whether it may. */
  readonly mayClose: (window: BrowserWindow) => Promise<boolean>;
  readonly remember: (window: BrowserWindow, place: WindowPlace) => void;
  /** Called when the page's process died; the window then loads again. */
  readonly crashed: (reason: string) => void;
};

const smallest = { width: 900, height: 600 };
const usual = { width: 1_440, height: 900 };

/** Paper and night-desk paper, so that the first frame is not a white flash (tokens.css has them for the page). */
const background = () => (nativeTheme.shouldUseDarkColors ? '#161512' : '#FBFAF7');

/** Opens a window of the workstation: sandboxed, isolated, without Node. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const place = visiblePlace(options.place);
  const window = new BrowserWindow({
    ...usual,
    ...(place !== null && { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Writethru',
    backgroundColor: background(),
    ...frameOptions(process.platform, options.look),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium's dictionaries are downloaded; the workstation is offline.
      spellcheck: false,
    },
  });
  if (place?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // A picture to be decoded: the page does not wait for it. macOS shows the program's own.
  if (process.platform !== 'darwin') window.once('show', () => window.setIcon(options.icon));
  closeWithCare(window, options);
  comeBack(window, options);
  void window.loadURL(options.url);
  return window;
}

/** Two crashes within this time, in ms, are no accident. */
const crashesTogether = 60_000;

/**
 * Loads the page again when its process died. Where that happens twice in a minute, it comes back
 * without a dispatch: what it showed may be what it dies of.
 */
function comeBack(window: BrowserWindow, { url, crashed }: WindowOptions): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    crashed(reason);
    const now = performance.now();
    if (now - last < crashesTogether) void window.loadURL(safeUrl(url));
    else window.webContents.reload();
    last = now;
  });
}

/** The page's address without a dispatch, saying so. */
function safeUrl(url: string): string {
  const safe = new URL(url);
  safe.search = '?safe';
  return safe.href;
}

/** A window closes only once what was typed in it is safe, or the person has decided. */
function closeWithCare(window: BrowserWindow, options: WindowOptions): void {
  let decided = false;
  let asking = false;
  window.on('close', (event) => {
    if (decided) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    options.remember(window, placeOf(window));
    void options.mayClose(window).then((may) => {
      asking = false;
      if (!may || window.isDestroyed()) return;
      decided = true;
      window.close();
    });
  });
}

function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** The remembered place, if some of it is still on a screen. */
function visiblePlace(place: WindowPlace | null): WindowPlace | null {
  if (place === null) return null;
  const { workArea } = screen.getDisplayMatching(place);
  const overlapsAcross =
    place.x < workArea.x + workArea.width && place.x + place.width > workArea.x;
  const overlapsDown =
    place.y < workArea.y + workArea.height && place.y + place.height > workArea.y;
  return overlapsAcross && overlapsDown ? place : null;
}
