/**
 * Every command of the window, with its place in the menu and its shortcut in Electron's
 * accelerator notation. Main builds the menu from it; the window runs the commands and shows
 * the same shortcuts.
 */
export const commandIds = [
  'dispatch.new',
  'import.choose',
  'import.paste',
  'archive.open',
  'archive.new',
  'archive.backup',
  'archive.verify',
  'draft.append-update',
  'draft.append-correction',
  'draft.publish',
  'draft.discard',
  'note.add',
  'note.next',
  'note.previous',
  'format.emphasis',
  'format.strong',
  'format.link',
  'block.lead',
  'block.paragraph',
  'block.crosshead',
  'block.quote',
  'search.archive',
  'view.wire',
  'view.margin',
  'view.notes',
  'view.details',
  'view.history',
  'view.checks',
  'view.next-pane',
  'view.theme-system',
  'view.theme-light',
  'view.theme-dark',
  'view.language-system',
  'view.language-fr',
  'view.language-en',
  'app.preferences',
  'help.shortcuts',
] as const;
export type CommandId = (typeof commandIds)[number];

/** The menus, in order. The platform's own items (quit, copy, zoom, full screen …) are added by main. */
export const menuIds = ['file', 'edit', 'view', 'dispatch', 'format', 'help'] as const;
export type MenuId = (typeof menuIds)[number];

/** A command's menu and shortcut; `CmdOrCtrl` is ⌘ on macOS and Ctrl elsewhere. */
export type CommandSpec = { readonly menu: MenuId; readonly accelerator?: string };

export const commands: Readonly<Record<CommandId, CommandSpec>> = {
  'dispatch.new': { menu: 'file', accelerator: 'CmdOrCtrl+N' },
  'import.choose': { menu: 'file', accelerator: 'CmdOrCtrl+O' },
  'import.paste': { menu: 'file' },
  'archive.open': { menu: 'file', accelerator: 'CmdOrCtrl+Shift+O' },
  'archive.new': { menu: 'file' },
  'archive.backup': { menu: 'file' },
  'archive.verify': { menu: 'file' },
  'draft.append-update': { menu: 'dispatch', accelerator: 'CmdOrCtrl+Enter' },
  'draft.append-correction': { menu: 'dispatch' },
  'draft.publish': { menu: 'dispatch', accelerator: 'CmdOrCtrl+Shift+Enter' },
  'draft.discard': { menu: 'dispatch' },
  'note.add': { menu: 'dispatch', accelerator: 'CmdOrCtrl+Alt+M' },
  'note.next': { menu: 'dispatch', accelerator: 'F8' },
  'note.previous': { menu: 'dispatch', accelerator: 'Shift+F8' },
  'format.emphasis': { menu: 'format', accelerator: 'CmdOrCtrl+I' },
  'format.strong': { menu: 'format', accelerator: 'CmdOrCtrl+B' },
  'format.link': { menu: 'format', accelerator: 'CmdOrCtrl+K' },
  'block.lead': { menu: 'format', accelerator: 'CmdOrCtrl+Alt+1' },
  'block.paragraph': { menu: 'format', accelerator: 'CmdOrCtrl+Alt+0' },
  'block.crosshead': { menu: 'format', accelerator: 'CmdOrCtrl+Alt+2' },
  'block.quote': { menu: 'format', accelerator: 'CmdOrCtrl+Shift+9' },
  'search.archive': { menu: 'edit', accelerator: 'CmdOrCtrl+Shift+F' },
  'view.wire': { menu: 'view', accelerator: 'CmdOrCtrl+Shift+L' },
  'view.margin': { menu: 'view', accelerator: 'CmdOrCtrl+Shift+M' },
  'view.notes': { menu: 'view' },
  'view.details': { menu: 'view' },
  'view.history': { menu: 'view', accelerator: 'CmdOrCtrl+Shift+H' },
  'view.checks': { menu: 'view' },
  'view.next-pane': { menu: 'view', accelerator: 'F6' },
  'view.theme-system': { menu: 'view' },
  'view.theme-light': { menu: 'view' },
  'view.theme-dark': { menu: 'view' },
  'view.language-system': { menu: 'view' },
  'view.language-fr': { menu: 'view' },
  'view.language-en': { menu: 'view' },
  'app.preferences': { menu: 'file', accelerator: 'CmdOrCtrl+,' },
  'help.shortcuts': { menu: 'help', accelerator: 'CmdOrCtrl+/' },
};
