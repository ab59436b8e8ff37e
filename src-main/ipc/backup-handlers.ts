import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { backupsOf } from '../services/backups';
import { cancelled, onArchive, type Some } from './asking';
import type { ShellPorts } from './ports';
import type { Handlers } from './router';

/** The ways back of an archive: backups, restoring, mending. */
export function backupHandlers(ports: ShellPorts) {
  return {
    'archive.backup': (_request, { windowId }) =>
      onArchive(ports, async (services) => {
        const status = ports.workspace();
        const from = status.state === 'open' ? status.archive.path : status.path;
        const path = await ports.ask.placeForBackup(windowId, from);
        return path === null ? cancelled : services.care.backUp(path);
      }),
    'archive.backups': () => {
      const workspace = ports.workspace();
      // They are there all the more where the archive itself does not open.
      return Promise.resolve(
        ok(
          workspace.state === 'open'
            ? workspace.services.backups.status()
            : backupsOf(workspace.path, ports.secondFolder.get()),
        ),
      );
    },
    'archive.back-up-now': () => backUpNow(ports),
    'archive.set-second-folder': async ({ choose }, { windowId }) => {
      const folder = choose ? await ports.ask.folderForBackups(windowId) : null;
      if (choose && folder === null) return cancelled;
      ports.secondFolder.set(folder);
      ports.backupsChanged();
      // Whoever chooses a folder sees at once whether it can be written.
      return folder === null ? ok({}) : backUpNow(ports);
    },
    'archive.restore': ({ path }) => restore(ports, path),
    'archive.mend': () => ports.archives.mend(),
    'archive.mended': () => Promise.resolve(ok({ report: ports.archives.mended() })),
    'archive.acknowledge-mending': () => {
      ports.archives.acknowledgeMending();
      return Promise.resolve(ok({}));
    },
  } satisfies Partial<Handlers>;
}

/** What is in a backup, and bringing one dispatch of it back. */
export function backupContentsHandlers(ports: ShellPorts): Some<'backup'> {
  const on = <T>(
    path: string,
    use: (contents: Services['backupContents']) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> =>
    isOwnBackup(ports, path)
      ? onArchive(ports, ({ backupContents }) => use(backupContents))
      : Promise.resolve(err(appError('not-found', 'backup')));
  return {
    'backup.dispatches': (request) => on(request.path, (contents) => contents.list(request)),
    'backup.dispatch': (request) => on(request.path, (contents) => contents.read(request)),
    'backup.bring-back': (request) => on(request.path, (contents) => contents.bringBack(request)),
    'backup.copy-dispatch': (request) => on(request.path, (contents) => contents.copy(request)),
  };
}

/** Only the archive's own backups are opened: a window names none of its own making. */
function isOwnBackup(ports: ShellPorts, path: string): boolean {
  const workspace = ports.workspace();
  const of = workspace.state === 'open' ? workspace.archive.path : workspace.path;
  return backupsOf(of, ports.secondFolder.get()).backups.some((backup) => backup.path === path);
}

function backUpNow(ports: ShellPorts): Promise<Result<Record<string, never>, AppError>> {
  return onArchive(ports, async ({ backups }) => {
    const made = await backups.make();
    ports.backupsChanged();
    return made.ok ? ok({}) : made;
  });
}

async function restore(
  ports: ShellPorts,
  path: string,
): Promise<Result<{ kept: string }, AppError>> {
  if (!isOwnBackup(ports, path)) return err(appError('not-found', 'backup'));
  const restored = await ports.archives.restore(path);
  return restored.ok ? ok({ kept: restored.value.kept }) : restored;
}
