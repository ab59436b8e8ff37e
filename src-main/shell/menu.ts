import { Menu, type MenuItemConstructorOptions } from 'electron';
import { basename, dirname } from 'node:path';
import { commandIds, commands, menuIds, type CommandId, type MenuId } from '../contract/commands';
import { shortcutOf, type Keymap } from '../contract/keymap';
import { commandLabels, menuLabels } from '../contract/labels';
import type { ShellWords } from './words';

export type MenuOptions = {
  readonly language: 'fr' | 'en';
  readonly words: ShellWords;
  readonly platform: NodeJS.Platform;
  /** Shortcuts that were changed. */
  readonly keymap: Keymap;
  readonly development: boolean;
  /** The archives opened last: shown, opened, forgotten. */
  readonly recent: {
    readonly paths: readonly string[];
    readonly open: (path: string) => void;
    readonly clear: () => void;
  };
  /** Runs a command in the focused window. */
  readonly run: (command: CommandId) => void;
};

/** Installs the application menu: every command with its shortcut, and what each platform expects. */
export function installMenu(options: MenuOptions): void {
  const menus = menuIds.map((menu) => ({
    id: menu,
    label: menuLabels[options.language][menu],
    submenu: menuItems(menu, options),
  }));
  const template: MenuItemConstructorOptions[] =
    options.platform === 'darwin'
      ? [applicationMenu(options), ...menus, windowMenu(options)]
      : menus;
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Commands that begin a group of their menu. */
const groupStarts: ReadonlySet<CommandId> = new Set<CommandId>([
  'window.new',
  'import.choose',
  'archive.open',
  'archive.backup',
  'note.add',
  'library.offers',
  'draft.publish',
  'dispatch.something-wrong',
  'dispatch.copy',
  'dispatch.export',
  'view.time-line',
  'view.takes',
  'block.lead',
  'table.insert',
  'format.next-field',
  'format.typography',
  'format.language-fr',
  'edit.pasted',
  'style.next',
  'search.archive',
  'view.notes',
  'view.invisibles',
  'view.focus-mode',
  'view.measure-wider',
  'view.next-pane',
  'view.theme-system',
  'view.language-system',
  'app.preferences',
  'help.licences',
]);

function menuItems(menu: MenuId, options: MenuOptions): MenuItemConstructorOptions[] {
  const own = commandIds
    .filter((id) => commands[id].menu === menu)
    // macOS keeps preferences in the application menu.
    .filter((id) => !firstInMenu.includes(id))
    .filter((id) => !(id === 'app.preferences' && options.platform === 'darwin'))
    .flatMap((id) => [
      ...(groupStarts.has(id) ? [separator] : []),
      commandItem(id, options),
      ...(id === 'archive.open' ? [recentMenu(options)] : []),
    ]);
  return [...before(menu, options), ...own, ...after(menu, options)];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function commandItem(
  id: CommandId,
  { language, keymap, run }: MenuOptions,
): MenuItemConstructorOptions {
  const accelerator = shortcutOf(id, keymap);
  return {
    id,
    label: commandLabels[language][id],
    ...(accelerator !== undefined && { accelerator }),
    click: () => run(id),
  };
}

/** The archives opened last, by their names; those of one name by their folders too. */
function recentMenu({ words, recent }: MenuOptions): MenuItemConstructorOptions {
  const names = recent.paths.map((path) => basename(path, '.writethru'));
  const items = recent.paths.map((path, index): MenuItemConstructorOptions => {
    const name = names[index] ?? path;
    const alone = names.filter((one) => one === name).length === 1;
    return {
      label: (alone ? name : `${name} – ${dirname(path)}`).replaceAll('&', '&&'),
      click: () => recent.open(path),
    };
  });
  return {
    id: 'recent',
    label: words.recent,
    submenu:
      items.length === 0
        ? [{ label: words.noRecent, enabled: false }]
        : [...items, separator, { label: words.clearRecent, click: recent.clear }],
  };
}

/** Commands that stand before the platform's own items of their menu. */
const firstInMenu: readonly CommandId[] = ['edit.undo', 'edit.redo'];

function before(menu: MenuId, options: MenuOptions): MenuItemConstructorOptions[] {
  const { words } = options;
  if (menu !== 'edit') return [];
  return [
    ...firstInMenu.map((id) => commandItem(id, options)),
    separator,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'pasteAndMatchStyle', label: words.pasteAndMatchStyle },
    { role: 'selectAll', label: words.selectAll },
  ];
}

function after(menu: MenuId, options: MenuOptions): MenuItemConstructorOptions[] {
  const { words, platform, development } = options;
  if (menu === 'file') {
    const close: MenuItemConstructorOptions = { role: 'close', label: words.close };
    return platform === 'darwin'
      ? [separator, close]
      : [separator, close, { role: 'quit', label: words.quit }];
  }
  if (menu === 'view') {
    return [
      separator,
      { role: 'resetZoom', label: words.resetZoom },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.toggleFullScreen },
      ...(development ? [{ role: 'toggleDevTools', label: words.toggleDevTools } as const] : []),
    ];
  }
  if (menu === 'help' && platform !== 'darwin') {
    return [separator, { role: 'about', label: words.about }];
  }
  return [];
}

function applicationMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options;
  return {
    label: 'Writethru',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      commandItem('app.preferences', options),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.unhide },
      separator,
      { role: 'quit', label: words.quit },
    ],
  };
}

function windowMenu({ words }: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'front', label: words.bringAllToFront },
    ],
  };
}
