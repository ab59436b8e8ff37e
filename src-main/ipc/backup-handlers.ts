import type { BackupModel } from '../contract/backups';
import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { backupsOf } from '../services/backups';
import { withOpened } from '../services/sealing/keys';
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
    'archive.backups': () => Promise.resolve(ok(backupsOfArchive(ports))),
    'archive.back-up-now': () => backUpNow(ports),
    'archive.set-second-folder': async ({ choose }, { windowId }) => {
      const folder = choose ? await ports.ask.folderForBackups(windowId) : null;
      if (choose && folder === null) return cancelled;
      ports.secondFolder.set(folder);
      ports.backupsChanged();
      // Whoever chooses a folder sees at once whether it can be written.
      return folder === null ? ok({}) : backUpNow(ports);
    },
    'archive.seal-second': async ({ passphrase }) => {
      const key = passphrase === null ? ok(null) : await ports.sealing.makeKey(passphrase);
      if (!key.ok) return key;
      ports.backupKey.set(key.value);
      return backUpNow(ports);
    },
    'archive.restore': (request) => restore(ports, request),
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
    ownBackup(ports, path) !== undefined
      ? onArchive(ports, ({ backupContents }) => use(backupContents))
      : Promise.resolve(err(appError('not-found', 'backup')));
  return {
    'backup.dispatches': (request) => on(request.path, (contents) => contents.list(request)),
    'backup.dispatch': (request) => on(request.path, (contents) => contents.read(request)),
    'backup.bring-back': (request) => on(request.path, (contents) => contents.bringBack(request)),
    'backup.copy-dispatch': (request) => on(request.path, (contents) => contents.copy(request)),
  };
}

/** The backups of the archive: they are there all the more where the archive itself does not open. */
export function backupsOfArchive(ports: ShellPorts): ResponseOf<'archive.backups'> {
  const workspace = ports.workspace();
  return workspace.state === 'open'
    ? workspace.services.backups.status()
    : backupsOf(workspace.path, ports.secondFolder.get());
}

/** Only the archive's own backups are opened: a window names none of its own making. */
function ownBackup(ports: ShellPorts, path: string): BackupModel | undefined {
  return backupsOfArchive(ports).backups.find((backup) => backup.path === path);
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
  { path, passphrase }: RequestOf<'archive.restore'>,
): Promise<Result<{ kept: string }, AppError>> {
  const backup = ownBackup(ports, path);
  if (backup === undefined) return err(appError('not-found', 'backup'));
  const place = async (from: string): Promise<Result<{ kept: string }, AppError>> => {
    const restored = await ports.archives.restore(from);
    return restored.ok ? ok({ kept: restored.value.kept }) : restored;
  };
  if (!backup.sealed) return place(path);
  const workspace = ports.workspace();
  const beside = workspace.state === 'open' ? workspace.archive.path : workspace.path;
  return withOpened(ports.sealing, { path, passphrase, beside }, place);
}
