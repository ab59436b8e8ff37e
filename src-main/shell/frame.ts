import { BrowserWindow, Menu, nativeTheme, type BrowserWindowConstructorOptions } from 'electron';

/** The look of the page that the frame of its window goes with. */
export type FrameLook = { readonly dark: boolean; readonly contrast: boolean };

/** Of the bar at the top of the page (`--bar` in tokens.css), without its rule; px. */
export const overlayHeight = 43;

/** What the buttons of the window are painted in: `--sunken` and `--ink` of tokens.css. */
export function overlayColours({ dark, contrast }: FrameLook): {
  readonly color: string;
  readonly symbolColor: string;
} {
  if (contrast) {
    return dark
      ? { color: '#000000', symbolColor: '#ffffff' }
      : { color: '#ffffff', symbolColor: '#000000' };
  }
  return dark
    ? { color: '#100f0d', symbolColor: '#ece8df' }
    : { color: '#f3f1eb', symbolColor: '#1b1a17' };
}

/**
 * How a window is framed. On Windows the page goes up to its edge, and the system's buttons lie over
 * the page's own bar, which leaves room for them; elsewhere the frame is the system's.
 */
export function frameOptions(
  platform: NodeJS.Platform,
  look: FrameLook,
): Pick<BrowserWindowConstructorOptions, 'titleBarStyle' | 'titleBarOverlay'> {
  if (platform !== 'win32') return {};
  return {
    titleBarStyle: 'hidden',
    titleBarOverlay: { ...overlayColours(look), height: overlayHeight },
  };
}

/** The look of the pages now; `contrast` says whether the person chose more of it. */
export function lookNow(contrast: boolean): FrameLook {
  return {
    dark: nativeTheme.shouldUseDarkColors,
    contrast: contrast || nativeTheme.shouldUseHighContrastColors,
  };
}

/** Paints the buttons of every window anew, where they lie over the page. */
export function repaintFrames(platform: NodeJS.Platform, look: FrameLook): void {
  if (platform !== 'win32') return;
  for (const window of BrowserWindow.getAllWindows()) {
    window.setTitleBarOverlay({ ...overlayColours(look), height: overlayHeight });
  }
}

/** Opens the application menu at a place of a window's page, in the page's pixels. */
export function showMenuAt(
  windowId: number,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const window = BrowserWindow.fromId(windowId);
  if (window === null) return;
  const zoom = window.webContents.getZoomFactor();
  const place = { x: Math.round(x * zoom), y: Math.round(y * zoom) };
  Menu.getApplicationMenu()?.popup({ window, ...place });
}
