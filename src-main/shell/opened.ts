import { app, type BrowserWindow } from 'electron';
import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { tell } from './events';

/** Files that are given to the program from outside: "Open with", a double click, the command line. */
export type Opened = {
  /** Files that wait to be imported; afterwards none do. */
  readonly take: () => readonly string[];
  /** Opens the files among the arguments a program was started with in a folder. */
  readonly follow: (argv: readonly string[], cwd: string) => void;
};

const archiveExtension = '.writethru';

/**
 * @param current the window files are imported in
 * @param openArchive opens an archive by its path
 */
export function createOpened(
  current: () => BrowserWindow | undefined,
  openArchive: (path: string) => void,
): Opened {
  let waiting: readonly string[] = [];
  const open = (path: string): void => {
    if (extname(path).toLowerCase() === archiveExtension) {
      openArchive(path);
      return;
    }
    waiting = [...waiting, path];
    const window = current();
    if (window !== undefined) tell(window, 'open-files', {});
  };
  // macOS gives files by this event, the others as arguments.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  return {
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    follow: (argv, cwd) => filesAmong(argv, cwd).forEach(open),
  };
}

/** The files among a program's arguments: no switch, no link, and there. */
function filesAmong(argv: readonly string[], cwd: string): readonly string[] {
  return argv
    .filter((argument) => !argument.startsWith('-') && !/^\w{2,}:\/\//.test(argument))
    .map((argument) => resolve(cwd, argument))
    .filter((path) => existsSync(path) && statSync(path).isFile());
}
