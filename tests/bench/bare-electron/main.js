/** The least application with one window: `electron bare-electron [--page=FILE]`. */
import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';

const option = '--page=';
const page = process.argv.find((argument) => argument.startsWith(option))?.slice(option.length);

function open() {
  const window = new BrowserWindow({ x: 0, y: 0, width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(page ?? join(import.meta.dirname, 'page.html'));
}

app.on('window-all-closed', () => app.quit());
// Not awaited: Electron is ready only once this module has been run to its end.
void app.whenReady().then(open);
