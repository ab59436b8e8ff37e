import { existsSync } from 'node:fs';
import { appError, type AppError } from '../contract/errors';
import type { SalvageReport } from '../contract/salvage';
import { err, ok, type Result } from '../domain/result';
import type { ShellPorts } from '../ipc/ports';
import {
  closeWorkspace,
  copyArchive,
  createArchive,
  mendAt,
  openWorkspace,
  restoreInto,
  type Workspace,
  type WorkspaceOptions,
} from '../services/workspace';
import type { SettingsStore } from '../services/preferences';
import { furnishSample } from '../services/sample';
import { sourcesOfPaths } from '../services/exchange/sources';

/** What switching between archives needs. */
export type ArchivesOptions = {
  readonly workspace: WorkspaceOptions;
  readonly settings: SettingsStore;
  readonly firstPath: string;
  readonly samplePath: string;
  /** The folder of the sample dispatches. */
  readonly samplesFolder: string;
  /** Has all windows send what is unsaved; true once the present archive has all of it. */
  readonly beforeClosing: () => Promise<boolean>;
  /** Told of each archive that was opened, but the sample. */
  readonly remembered: (path: string) => void;
  /** Reloads the windows on the archive now open. */
  readonly opened: () => void;
};

/** The one archive the workstation has open, and switching to another. */
export type Archives = ShellPorts['archives'] & {
  readonly workspace: () => Workspace;
  /** Opens the person's archive; at the very first start, creates it. */
  readonly start: () => Promise<void>;
  /** Closes what is open, or is being opened at the start. */
  readonly close: () => Promise<void>;
};

export function createArchives(options: ArchivesOptions): Archives {
  const { settings, firstPath, samplePath } = options;
  const desk = openOne(options);
  let starting = Promise.resolve();
  const leave = async () => {
    await starting;
    return mayLeave(desk.current(), options);
  };
  const open = async (path: string, adopt = false) => {
    const left = await leave();
    if (!left.ok) return left;
    const opened = await desk.replaceBy(path, { adopt });
    options.opened();
    return opened;
  };
  const make = async (path: string, name: 'desk' | 'sample') => {
    const left = await leave();
    return left.ok
      ? createArchive(path, { name, sample: name === 'sample' }, options.workspace)
      : left;
  };
  return {
    workspace: desk.current,
    open: (path) => open(path),
    create: async (path) => {
      const made = await make(path, 'desk');
      return made.ok ? open(path) : made;
    },
    openOwn: () => open(settings.get().archivePath ?? firstPath),
    openOriginal: () => ofCopy(desk.current(), ({ original }) => open(original)),
    bringHome: async (to) => {
      const copied = await copyArchive(desk.path(), to, options.workspace);
      return copied.ok ? open(to, true) : copied;
    },
    makeOwn: () => ofCopy(desk.current(), ({ path }) => open(path, true)),
    ...waysBack(desk, leave, options),
    retry: () => open(desk.path()),
    openSample: async () => {
      if (existsSync(samplePath)) return open(samplePath);
      const made = await make(samplePath, 'sample');
      if (!made.ok) return made;
      const opened = await desk.replaceBy(samplePath);
      const current = desk.current();
      if (opened.ok && current.state === 'open') {
        await current.services.imports.run(await sourcesOfPaths([options.samplesFolder]));
        await furnishSample(current.services, options.workspace.now(), options.workspace.zone());
      }
      options.opened();
      return opened;
    },
    start: () => (starting = openKnown(desk, options)),
    close: async () => {
      await starting;
      await closeWorkspace(desk.current());
    },
  };
}

/** Only at the very first start is an archive made: one that is missing later is said to be. */
async function openKnown(
  desk: ReturnType<typeof openOne>,
  { settings, firstPath, workspace }: ArchivesOptions,
): Promise<void> {
  const known = settings.get().archivePath;
  if (known === null && !existsSync(firstPath)) {
    createArchive(firstPath, { name: 'desk', sample: false }, workspace);
  }
  await desk.replaceBy(known ?? firstPath);
}

/** Putting a backup in the archive's place, and mending it. */
function waysBack(
  desk: ReturnType<typeof openOne>,
  leave: () => Promise<Result<void, AppError>>,
  { workspace, opened }: ArchivesOptions,
): Pick<Archives, 'restore' | 'mend' | 'mended' | 'acknowledgeMending'> {
  let mended: SalvageReport | null = null;
  const replace = async <T>(
    work: (path: string) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const left = await leave();
    if (!left.ok) return left;
    const result = await insteadOfOpen(desk, work);
    const current = desk.current();
    // What was copied while it was written looks like a crash, and was none.
    if (result.ok && current.state === 'open') await current.services.care.acknowledgeRecovery();
    opened();
    return result;
  };
  return {
    restore: (from) => replace((path) => restoreInto(path, from, workspace)),
    mend: () =>
      replace(async (path) => {
        const result = await mendAt(path, workspace);
        // The windows begin anew: what was done waits for them here.
        if (result.ok) mended = result.value;
        return result;
      }),
    mended: () => mended,
    acknowledgeMending: () => {
      mended = null;
    },
  };
}

/** Does something with the file of the archive while it is closed, and opens what is there then. */
async function insteadOfOpen<T>(
  desk: ReturnType<typeof openOne>,
  work: (path: string) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const path = desk.path();
  const results: Result<T, AppError>[] = [];
  await desk.replaceBy(path, {
    meanwhile: async () => {
      results.push(await work(path));
    },
  });
  return results[0] ?? err(appError('internal', 'not-done'));
}

/** The one archive that is open, and putting another in its place. */
function openOne({ settings, workspace, firstPath, samplePath, remembered }: ArchivesOptions) {
  let current: Workspace = closedWorkspace(firstPath);
  return {
    current: () => current,
    /** The path of what is open, or of what could not be opened. */
    path: () => (current.state === 'open' ? current.archive.path : current.path),
    /**
     * Closes what is open and opens an archive.
     *
     * @param how `meanwhile` is done while none is open
     */
    async replaceBy(
      path: string,
      how: { readonly adopt?: boolean; readonly meanwhile?: () => Promise<void> } = {},
    ): Promise<Result<void, AppError>> {
      const before = current;
      // Requests that come in between are told to wait rather than meet a closed archive.
      current = { state: 'problem', path, error: { code: 'archive-busy' } };
      await closeWorkspace(before);
      await how.meanwhile?.();
      current = await openWorkspace(path, workspace, how.adopt ?? false);
      if (path !== samplePath) settings.set({ archivePath: path });
      if (current.state === 'open' && path !== samplePath) remembered(path);
      return current.state === 'open' ? ok(undefined) : err(current.error);
    },
  };
}

/** Whether an archive may be left: a window that could not send its words keeps both. */
async function mayLeave(
  { state }: Workspace,
  { beforeClosing }: ArchivesOptions,
): Promise<Result<void, AppError>> {
  const flushed = await beforeClosing();
  return flushed || state !== 'open' ? ok(undefined) : err(appError('conflict', 'not-flushed'));
}

/** Does something with the copy that is open, if what is open is one. */
async function ofCopy(
  workspace: Workspace,
  use: (copy: {
    readonly path: string;
    readonly original: string;
  }) => Promise<Result<void, AppError>>,
): Promise<Result<void, AppError>> {
  if (workspace.state === 'open') {
    const { access, path } = workspace.archive;
    if (access.is === 'read' && access.why === 'copy') {
      return use({ path, original: access.original });
    }
  }
  return err(appError('not-found', 'copy'));
}

/** Before the first archive is open. */
function closedWorkspace(path: string): Workspace {
  return { state: 'problem', path, error: { code: 'archive-missing' } };
}
