import {
  backUpWith,
  createArchiveFile,
  openArchive,
  refusalOfPlace,
  restoreArchive,
  salvageArchive,
  type Archive,
} from '../archive/client';
import { appError, refusalToWrite, type AppError } from '../contract/errors';
import type { ArchiveHolder } from '../contract/models';
import type { SalvageReport } from '../contract/salvage';
import { err, ok, type Result } from '../domain/result';
import { backupsOf } from './backups';
import { saveFile } from './files';
import type { ServiceContext } from './context';
import { createServices, type Services } from './index';

/** The archive the workstation works on, or why there is none. */
export type Workspace =
  | { readonly state: 'open'; readonly archive: Archive; readonly services: Services }
  | { readonly state: 'problem'; readonly path: string; readonly error: AppError };

/** What a workspace needs besides an archive. */
export type WorkspaceOptions = Omit<ServiceContext, 'archive'> & {
  /** The built archive worker. */
  readonly workerFile: URL;
};

/**
 * Opens an existing archive and begins a session of writing on it, where it may be written. Never
 * creates a file.
 *
 * @param adopt makes a copy an archive of its own
 */
export async function openWorkspace(
  path: string,
  options: WorkspaceOptions,
  adopt = false,
): Promise<Workspace> {
  const archive = await openArchive(path, options.workerFile, {
    program: 'workstation',
    purpose: 'write',
    ...(adopt && { adopt: { newId: options.newId(), at: options.now() } }),
  });
  if (!archive.ok) return { state: 'problem', path, error: archive.error };
  const services = createServices({ ...options, archive: archive.value });
  if (archive.value.access.is === 'read')
    return { state: 'open', archive: archive.value, services };
  const begun = await services.care.openSession();
  if (!begun.ok) {
    await archive.value.close();
    return { state: 'problem', path, error: begun.error };
  }
  return { state: 'open', archive: archive.value, services };
}

/** Stops watching, ends the session in good order and closes the archive. */
export async function closeWorkspace(workspace: Workspace): Promise<void> {
  if (workspace.state !== 'open') return;
  await workspace.services.wireIn.stop();
  if (workspace.archive.access.is === 'write') await workspace.services.care.closeSession();
  await workspace.archive.close();
}

/** Puts a backup in the place of the closed archive at a path. What is there is kept. */
export function restoreInto(
  path: string,
  from: string,
  { workerFile, now }: Pick<WorkspaceOptions, 'workerFile' | 'now'>,
): Promise<Result<{ readonly kept: string }, AppError>> {
  return restoreArchive(path, workerFile, { from, program: 'workstation', at: now() });
}

/** Copies an archive that is not open to a safe place by SQLite's backup API, verified. */
export function copyArchive(
  path: string,
  to: string,
  { workerFile }: Pick<WorkspaceOptions, 'workerFile'>,
): Promise<Result<unknown, AppError>> {
  const refusal = refusalOfPlace(to);
  return refusal === undefined ? backUpWith(workerFile, path, to) : Promise.resolve(err(refusal));
}

/** Mends the closed, damaged archive at a path on the newest of its backups. What it was is kept. */
export async function mendAt(
  path: string,
  {
    workerFile,
    now,
    newId,
    secondFolder = () => null,
  }: Pick<WorkspaceOptions, 'workerFile' | 'now' | 'newId' | 'secondFolder'>,
  program: ArchiveHolder['program'] = 'workstation',
): Promise<Result<SalvageReport, AppError>> {
  const at = now();
  const mended = await salvageArchive(path, workerFile, {
    // A sealed one needs somebody to open it.
    backups: backupsOf(path, secondFolder())
      .backups.filter(({ sealed }) => !sealed)
      .map((one) => ({ path: one.path, at: one.at, reason: one.reason })),
    birth: { id: newId(), name: 'desk', sample: false, now: at },
    program,
    at,
  });
  if (!mended.ok) return mended;
  // Beside the archive it tells of, for whoever looks at that years later.
  const report = new TextEncoder().encode(`${JSON.stringify(mended.value, null, 2)}\n`);
  const saved = await saveFile(`${mended.value.kept}.report.json`, report);
  return saved.ok ? mended : saved;
}

/** Creates an archive where there is no file; never over an existing one. */
export function createArchive(
  path: string,
  birth: { readonly name: string; readonly sample: boolean },
  options: Pick<WorkspaceOptions, 'newId' | 'now'>,
): Result<void, AppError> {
  return createArchiveFile(path, { ...birth, id: options.newId(), now: options.now() });
}

/** The services of an open workspace, or the reason there are none. */
export function servicesOf(workspace: Workspace): Result<Services, AppError> {
  if (workspace.state === 'open') return ok(workspace.services);
  return err(
    appError(workspace.error.code, workspace.error.reason, {
      ...workspace.error.facts,
      path: workspace.path,
    }),
  );
}

/** The services of an open workspace that may be written, or the reason there are none. */
export function writableServicesOf(workspace: Workspace): Result<Services, AppError> {
  const refusal = workspace.state === 'open' ? refusalToWrite(workspace.archive.access) : undefined;
  return refusal === undefined ? servicesOf(workspace) : err(refusal);
}
