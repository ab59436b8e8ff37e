import { app, Menu } from 'electron';
import type { CommandId } from '../contract/commands';
import { commandLabels } from '../contract/labels';

/** What the program's icon offers: in the Dock of macOS, in the jump list of Windows. */
const offered = ['dispatch.new', 'search.archive', 'window.new'] as const;

const argument = '--command=';

/** Puts commands in the menu of the program's icon. */
export function offerOnIcon(language: 'fr' | 'en', run: (id: CommandId) => void): void {
  const labels = commandLabels[language];
  if (process.platform === 'darwin') {
    const items = offered.map((id) => ({ label: labels[id], click: () => run(id) }));
    app.dock?.setMenu(Menu.buildFromTemplate(items));
  }
  if (process.platform === 'win32' && app.isPackaged) {
    app.setUserTasks(
      offered.map((id) => ({
        program: process.execPath,
        arguments: `${argument}${id}`,
        title: labels[id],
        description: labels[id],
        iconPath: process.execPath,
        iconIndex: 0,
      })),
    );
  }
}

/** The command among a program's arguments, if it is one the icon offers. */
export function commandAmong(argv: readonly string[]): CommandId | undefined {
  const given = argv.find((one) => one.startsWith(argument))?.slice(argument.length);
  return offered.find((id) => id === given);
}
