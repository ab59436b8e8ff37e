/** The platforms whose way of writing shortcuts the window follows. */
export type Platform = 'mac' | 'windows' | 'linux';

const onMac: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Ctrl: '⌃',
  Enter: '↩',
};
const elsewhere: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Alt: 'Alt',
  Shift: '⇧',
  Enter: '⏎',
};

/**
 * The keys of a shortcut as the platform writes them.
 *
 * @param accelerator in Electron's notation, for instance `CmdOrCtrl+Shift+F`
 * @returns one label a key: `⌘ ⇧ F` on macOS, `Ctrl ⇧ F` elsewhere
 */
export function shortcutKeys(accelerator: string, platform: Platform): readonly string[] {
  const names = platform === 'mac' ? onMac : elsewhere;
  return accelerator.split('+').map((key) => names[key] ?? key);
}

/** A shortcut in one string: `⌘⇧F` on macOS, `Ctrl ⇧ F` elsewhere. */
export function shortcutText(accelerator: string, platform: Platform): string {
  return shortcutKeys(accelerator, platform).join(platform === 'mac' ? '' : ' ');
}

/** A shortcut in the notation of `aria-keyshortcuts`. */
export function ariaShortcut(accelerator: string, platform: Platform): string {
  return accelerator.replace('CmdOrCtrl', platform === 'mac' ? 'Meta' : 'Control');
}
