import { BrowserWindow, dialog } from 'electron';
import { basename, dirname, join } from 'node:path';
import type { ShellPorts } from '../ipc/ports';
import type { ShellWords } from './words';

/** The system's file dialogs, over the window that asks. */
export function createDialogs(words: () => ShellWords, archiveFolder: string): ShellPorts['ask'] {
  const archives = () => [{ name: words().archiveFilter, extensions: ['writethru'] }];
  return {
    archiveToOpen: (windowId) =>
      openOne(windowId, {
        title: words().openTitle,
        defaultPath: archiveFolder,
        filters: archives(),
        properties: ['openFile'],
      }),
    archiveToCreate: (windowId) =>
      saveAs(windowId, {
        title: words().createTitle,
        defaultPath: join(archiveFolder, 'desk.writethru'),
        filters: archives(),
      }),
    filesToImport: (windowId) =>
      openSeveral(windowId, words().importTitle, [
        { name: '*', extensions: ['*'] },
        { name: words().textFilter, extensions: ['txt', 'text', 'md', 'wire'] },
      ]),
    photosToTakeIn: (windowId) =>
      openSeveral(windowId, words().photosTitle, [
        { name: words().photoFilter, extensions: ['jpg', 'jpeg', 'png', 'webp'] },
        { name: '*', extensions: ['*'] },
      ]),
    filesOfTopics: (windowId) =>
      openSeveral(windowId, words().topicsTitle, [{ name: 'JSON', extensions: ['json'] }]),
    placeForBackup: (windowId, archivePath) =>
      saveAs(windowId, {
        title: words().backupTitle,
        defaultPath: join(dirname(archivePath), backupName(archivePath, new Date())),
        filters: archives(),
      }),
    folderForBackups: (windowId) => openFolder(windowId, words().backupsTitle),
    fileToRead: (windowId, what) =>
      openOne(windowId, {
        title: words()[fileTitles[what]],
        filters: [
          { name: 'JSON', extensions: ['json', 'jsonld'] },
          { name: '*', extensions: ['*'] },
        ],
        properties: ['openFile'],
      }),
    folderForExport: (windowId) => openFolder(windowId, words().exportTitle),
    placeForFile: (windowId, name) =>
      saveAs(windowId, { title: words().saveTitle, defaultPath: basename(name) }),
  };
}

/** What the dialog for a file to be read is called. */
const fileTitles = {
  notes: 'notesTitle',
  library: 'libraryTitle',
  templates: 'templatesTitle',
  preferences: 'preferencesTitle',
} as const;

/** `desk 2017-05-02 21.14.writethru`: no sign that NTFS refuses in a name. */
function backupName(archivePath: string, now: Date): string {
  const moment = now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
  return `${basename(archivePath, '.writethru')} ${moment}.writethru`;
}

function openFolder(windowId: number, title: string): Promise<string | null> {
  return openOne(windowId, { title, properties: ['openDirectory', 'createDirectory'] });
}

async function openSeveral(
  windowId: number,
  title: string,
  filters: Electron.FileFilter[],
): Promise<readonly string[] | null> {
  const properties: Electron.OpenDialogOptions['properties'] = ['openFile', 'multiSelections'];
  const { canceled, filePaths } = await dialog.showOpenDialog(parentOf(windowId), {
    title,
    filters,
    properties,
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

async function openOne(
  windowId: number,
  options: Electron.OpenDialogOptions,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(parentOf(windowId), options);
  return canceled ? null : (filePaths[0] ?? null);
}

async function saveAs(
  windowId: number,
  options: Electron.SaveDialogOptions,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(parentOf(windowId), options);
  return canceled || filePath === '' ? null : filePath;
}

/** A request comes from a living window; if it closed meanwhile, any other serves as the parent. */
function parentOf(windowId: number): BrowserWindow {
  const window = BrowserWindow.fromId(windowId) ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) throw new Error('No window is open to ask in.');
  return window;
}
