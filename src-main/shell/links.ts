import { app, type BrowserWindow } from 'electron';
import { linkScheme, parseLink, type Link } from '../contract/link';
import { tell } from './events';

/** Links to dispatches, opened from other programs. */
export type Links = {
  /** The link last opened; afterwards there is none. */
  readonly take: () => Link | null;
  /** Follows the link among the arguments the program was started with, if there is one. */
  readonly follow: (argv: readonly string[]) => void;
};

/** @param current the window a link opens in */
export function createLinks(current: () => BrowserWindow | undefined): Links {
  let waiting: Link | null = null;
  const open = (text: string): void => {
    const link = parseLink(text);
    if (link === null) return;
    waiting = link;
    const window = current();
    if (window !== undefined) tell(window, 'open-link', {});
  };
  // macOS gives links by this event, the others as an argument.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    open(url);
  });
  // While it is not installed, the system must not be told that links are for it.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  return {
    take: () => {
      const link = waiting;
      waiting = null;
      return link;
    },
    follow: (argv) => argv.forEach(open),
  };
}
