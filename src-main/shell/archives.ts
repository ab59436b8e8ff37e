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
  /** Sends what is unsaved before the present archive closes. */
  readonly beforeClosing: () => Promise<void>;
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

  const replaceBy = async (path: string, adopt = false): Promise<Result<void, AppError>> => {
    await options.beforeClosing();
    const before = current;
    // Requests that come in between are told to wait rather than meet a closed archive.
    current = { state: 'problem', path, error: { code: 'archive-busy' } };
    await closeWorkspace(before);
    current = await openWorkspace(path, options.workspace, adopt);
    if (path !== samplePath) settings.set({ archivePath: path });
    return current.state === 'open' ? ok(undefined) : err(current.error);
  };
  const open = async (path: string, adopt = false) => {
    const opened = await replaceBy(path, adopt);
    options.opened();
    return opened;
  };
  const create = async (path: string, birth = { name: 'desk', sample: false }) => {
    const created = createArchive(path, birth, options.workspace);
    return created.ok ? open(path) : created;
  };
  return {
    workspace: () => current,
    open: (path) => open(path),
    create: (path) => create(path),
    openOwn: () => open(settings.get().archivePath ?? firstPath),
    openOriginal: () => ofCopy(current, ({ original }) => open(original)),
    makeOwn: () => ofCopy(current, ({ path }) => open(path, true)),
    retry: () => open(current.state === 'open' ? current.archive.path : current.path),
    openSample: async () => {
      if (existsSync(samplePath)) return open(samplePath);
      const created = createArchive(
        samplePath,
        { name: 'sample', sample: true },
        options.workspace,
      );
      if (!created.ok) return created;
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
