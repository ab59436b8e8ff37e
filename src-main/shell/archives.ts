import { existsSync } from 'node:fs';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { ShellPorts } from '../ipc/ports';
import {
  closeWorkspace,
  createArchive,
  openWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../services/workspace';
import type { SettingsStore } from '../services/preferences';
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
  /** Reloads the windows on the archive now open. */
  readonly opened: () => void;
};

/** The one archive the workstation has open, and switching to another. */
export type Archives = ShellPorts['archives'] & {
  readonly workspace: () => Workspace;
  /** Opens the person's archive; at the very first start, creates it. */
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function createArchives(options: ArchivesOptions): Archives {
  const { settings, firstPath, samplePath } = options;
  let current: Workspace = closedWorkspace(firstPath);

  const leave = () => mayLeave(current, options);
  const replaceBy = async (path: string, adopt = false): Promise<Result<void, AppError>> => {
    const before = current;
    // Requests that come in between are told to wait rather than meet a closed archive.
    current = { state: 'problem', path, error: { code: 'archive-busy' } };
    await closeWorkspace(before);
    current = await openWorkspace(path, options.workspace, adopt);
    if (path !== samplePath) settings.set({ archivePath: path });
    return current.state === 'open' ? ok(undefined) : err(current.error);
  };
  const open = async (path: string, adopt = false) => {
    const left = await leave();
    if (!left.ok) return left;
    const opened = await replaceBy(path, adopt);
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
    workspace: () => current,
    open: (path) => open(path),
    create: async (path) => {
      const made = await make(path, 'desk');
      return made.ok ? open(path) : made;
    },
    openOwn: () => open(settings.get().archivePath ?? firstPath),
    openOriginal: () => ofCopy(current, ({ original }) => open(original)),
    makeOwn: () => ofCopy(current, ({ path }) => open(path, true)),
    retry: () => open(current.state === 'open' ? current.archive.path : current.path),
    openSample: async () => {
      if (existsSync(samplePath)) return open(samplePath);
      const made = await make(samplePath, 'sample');
      if (!made.ok) return made;
      const opened = await replaceBy(samplePath);
      if (opened.ok && current.state === 'open') {
        await current.services.imports.run(await sourcesOfPaths([options.samplesFolder]));
      }
      options.opened();
      return opened;
    },
    start: async () => {
      const known = settings.get().archivePath;
      // Only at the very first start is an archive made: one that is missing later is said to be.
      if (known === null && !existsSync(firstPath)) {
        createArchive(firstPath, { name: 'desk', sample: false }, options.workspace);
      }
      await replaceBy(known ?? firstPath);
    },
    close: () => closeWorkspace(current),
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
