import { appError, type AppError } from '../contract/errors';
import { ok, err, type Result } from '../domain/result';
import type { EventOf } from '../contract/events';
import type { Services } from '../services';
import { sourceOfText, sourcesOfPaths } from '../services/exchange/sources';
import { backupsOf } from '../services/backups';
import { saveFile } from '../services/files';
import { writableServicesOf } from '../services/workspace';
import { nothing, onArchive, type Some } from './on-archive';
import type { ShellPorts } from './ports';
import type { Handlers } from './router';
import { styleHandlers } from './style-handlers';

const cancelled = err(appError('cancelled'));

/** The handler of every channel: finds the service and calls it. */
export function createHandlers(ports: ShellPorts): Handlers {
  return {
    ...archiveHandlers(ports),
    ...dispatchHandlers(ports),
    ...compareHandlers(ports),
    ...draftHandlers(ports),
    ...noteHandlers(ports),
    ...searchHandlers(ports),
    ...styleHandlers(ports),
    ...importHandlers(ports),
    ...exportHandlers(ports),
    'preferences.get': () => Promise.resolve(ok(ports.preferences.get())),
    'preferences.set': (change) => Promise.resolve(ok(ports.preferences.set(change))),
    'window.open': ({ dispatchId }, { windowId }) => {
      ports.windows.open(windowId, dispatchId);
      return Promise.resolve(ok({}));
    },
    'window.take-link': () => Promise.resolve(ok({ link: ports.takeLink() })),
    'window.flushed': ({ token, clean }, { windowId }) => {
      ports.flushed(windowId, token, clean);
      return Promise.resolve(ok({}));
    },
  };
}

/** A window asks as it types: of its questions only the newest is wanted. */
function searchHandlers(ports: ShellPorts): Some<'search'> {
  const on = <T>(use: (services: Services) => Promise<Result<T, AppError>>) =>
    onArchive(ports, use);
  return {
    'search.query': (request, { windowId }) =>
      on(({ search }) =>
        search.query(request, request.after === null ? `list ${windowId}` : undefined),
      ),
    'search.count': (request, { windowId }) =>
      on(({ search }) => search.count(request, `count ${windowId}`)),
    'search.complete': (request) => on(({ search }) => search.complete(request)),
    'search.similar': (request) => on(({ search }) => search.similar(request)),
    'search.saved': () => on(({ search }) => search.saved()),
    'search.save': (request) => nothing(on(({ search }) => search.save(request))),
    'search.seen': (request) => nothing(on(({ search }) => search.seen(request))),
    'search.remove': (request) => nothing(on(({ search }) => search.remove(request))),
    'search.export': (request, { windowId }) =>
      on(async ({ search }) => {
        const list = await search.list(request);
        if (!list.ok) return list;
        const { csv, rows, embargoed } = list.value;
        const saved = await saveAs(ports, windowId, 'search.csv', new TextEncoder().encode(csv));
        return saved.ok ? ok({ path: saved.value.path, rows, embargoed }) : saved;
      }),
    'search.reindex': () => on(({ search }) => search.reindex()),
    'search.progress': () => on(({ search }) => search.progress()),
  };
}

/** Asks where to save a file, and saves it there. */
async function saveAs(
  ports: ShellPorts,
  windowId: number,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ path: string }, AppError>> {
  const path = await ports.ask.placeForFile(windowId, name);
  if (path === null) return cancelled;
  const saved = await saveFile(path, bytes);
  return saved.ok ? ok({ path }) : saved;
}

/** The ways back of an archive: backups, restoring, mending. */
function backupHandlers(ports: ShellPorts) {
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
            : backupsOf(workspace.path),
        ),
      );
    },
    'archive.back-up-now': () =>
      onArchive(ports, async ({ backups }) => {
        const made = await backups.make();
        ports.backupsChanged();
        return made.ok ? ok({}) : made;
      }),
    'archive.restore': ({ path }) => restore(ports, path),
    'archive.mend': () => ports.archives.mend(),
    'archive.mended': () => Promise.resolve(ok({ report: ports.archives.mended() })),
    'archive.acknowledge-mending': () => {
      ports.archives.acknowledgeMending();
      return Promise.resolve(ok({}));
    },
  } satisfies Partial<Handlers>;
}

/** Only the archive's own backups are put in its place: a window names none of its own making. */
async function restore(
  ports: ShellPorts,
  path: string,
): Promise<Result<{ kept: string }, AppError>> {
  const workspace = ports.workspace();
  const of = workspace.state === 'open' ? workspace.archive.path : workspace.path;
  const isOwn = backupsOf(of).backups.some((backup) => backup.path === path);
  if (!isOwn) return err(appError('not-found', 'backup'));
  const restored = await ports.archives.restore(path);
  return restored.ok ? ok({ kept: restored.value.kept }) : restored;
}

function archiveHandlers(ports: ShellPorts): Some<'archive'> {
  return {
    'archive.status': () => {
      const workspace = ports.workspace();
      if (workspace.state === 'open') return workspace.services.care.status();
      const { path, error } = workspace;
      const status = {
        state: 'problem',
        code: error.code,
        path,
        facts: { ...error.facts },
      } as const;
      return Promise.resolve(ok(status));
    },
    'archive.retry': () => nothing(ports.archives.retry()),
    'archive.choose': async (_request, { windowId }) => {
      const path = await ports.ask.archiveToOpen(windowId);
      return path === null ? cancelled : nothing(ports.archives.open(path));
    },
    'archive.create': async (_request, { windowId }) => {
      const path = await ports.ask.archiveToCreate(windowId);
      return path === null ? cancelled : nothing(ports.archives.create(path));
    },
    'archive.open-sample': () => nothing(ports.archives.openSample()),
    'archive.open-own': () => nothing(ports.archives.openOwn()),
    'archive.open-original': () => nothing(ports.archives.openOriginal()),
    'archive.make-own': () => nothing(ports.archives.makeOwn()),
    'archive.bring-home': async (_request, { windowId }) => {
      const to = await ports.ask.archiveToCreate(windowId);
      return to === null ? cancelled : nothing(ports.archives.bringHome(to));
    },
    'archive.verify': () => onArchive(ports, (services) => services.care.verify()),
    ...backupHandlers(ports),
    'archive.acknowledge-recovery': (_request, { windowId }) =>
      onArchive(ports, async (services) => {
        const done = await services.care.acknowledgeRecovery();
        if (done.ok) ports.windows.tellOthers(windowId, 'recovery-acknowledged', {});
        return done;
      }),
  };
}

function dispatchHandlers(
  ports: ShellPorts,
): Some<'wire'> & Some<'dispatch'> & Some<'take'> & Some<'state'> {
  const on = <T>(use: (services: Services) => Promise<Result<T, AppError>>) =>
    onArchive(ports, use);
  return {
    'wire.list': (request) => on(({ dispatches }) => dispatches.list(request)),
    'dispatch.get': (request) => on(({ dispatches }) => dispatches.get(request)),
    'dispatch.create': (request) => on(({ dispatches }) => dispatches.create(request)),
    'dispatch.set-details': (request) => on(({ dispatches }) => dispatches.setDetails(request)),
    'dispatch.history': (request) => on(({ dispatches }) => dispatches.history(request)),
    'dispatch.save-original': ({ sha256 }, { windowId }) =>
      on(async ({ dispatches }) => {
        const original = await dispatches.original(sha256);
        if (!original.ok) return original;
        const { name, bytes } = original.value;
        return saveAs(ports, windowId, name, bytes);
      }),
    'dispatch.set-embargo': (request) => on(({ publishing }) => publishing.setEmbargo(request)),
    'dispatch.release': (request) =>
      on(async ({ release }) => {
        const released = await release.release(request);
        if (released.ok) await release.wentOut(request.id, 'clipboard', 'wire');
        return released;
      }),
    'dispatch.export': ({ id }, { windowId }) =>
      on(async ({ release }) => {
        const released = await release.release({ id });
        if (!released.ok) return released;
        const { name, text } = released.value;
        const file = { name: `${name}.txt`, text, format: 'wire', dispatchIds: [id] };
        return exportAs(ports, windowId, release, file);
      }),
    'dispatch.save-proof': ({ id }, { windowId }) =>
      on(async ({ proof, release }) => {
        const made = await proof.make(id);
        if (!made.ok) return made;
        const file = { ...made.value, format: 'proof', dispatchIds: [id] };
        return exportAs(ports, windowId, release, file);
      }),
    'dispatch.print': ({ id }, { windowId }) =>
      on(async ({ release }) => {
        const released = await release.releasable(id);
        if (!released.ok) return released;
        const printed = await nothing(ports.print(windowId));
        if (printed.ok) await release.wentOut(id, 'print', '');
        return printed;
      }),
    'take.trace': (request) => on(({ search }) => search.trace(request)),
    'take.set-stamp': (request) => on(({ publishing }) => publishing.setStamp(request)),
    'state.read': (request) => on(({ dispatches }) => dispatches.state(request)),
  };
}

function draftHandlers(ports: ShellPorts): Some<'draft'> & Some<'schedule'> {
  const on = <T>(use: (services: Services) => Promise<Result<T, AppError>>) =>
    onArchive(ports, use);
  return {
    'draft.append': (request) => on(({ drafts }) => drafts.append(request)),
    'draft.journal': (request, { windowId }) =>
      on(async ({ drafts }) => {
        const kept = await drafts.journal(request);
        const { draftId } = request;
        if (kept.ok) {
          const { version } = kept.value;
          ports.windows.tellOthers(windowId, 'draft-advanced', { draftId, version });
        }
        return kept;
      }),
    'draft.steps-since': (request) => on(({ drafts }) => drafts.stepsSince(request)),
    'draft.checkpoint': (request) => on(({ drafts }) => drafts.checkpoint(request)),
    'draft.discard': (request, { windowId }) =>
      endsDraft(ports, windowId, { draftId: request.draftId, how: 'discarded' }, () =>
        on(({ drafts }) => drafts.discard(request)),
      ),
    'draft.restore': (request) => on(({ drafts }) => drafts.restore(request)),
    'draft.set-facts': (request) => on(({ drafts }) => drafts.setFacts(request)),
    'draft.merge': (request) => on(({ drafts }) => drafts.merge(request)),
    'draft.set-base': (request) => on(({ drafts }) => drafts.setBase(request)),
    'draft.versions': (request) => on(({ drafts }) => drafts.versions(request)),
    'draft.publish': (request, { windowId }) =>
      endsDraft(ports, windowId, { draftId: request.draftId, how: 'published' }, () =>
        on(({ publishing }) => publishing.publish(request)),
      ),
    'draft.schedule': async (request) => {
      const scheduled = await on(({ schedule }) => schedule.schedule(request));
      ports.scheduleChanged();
      return scheduled;
    },
    'schedule.missed': () => on(({ schedule }) => schedule.missed()),
  };
}

/** Saves words of dispatches where the person says, and keeps that they went out. */
async function exportAs(
  ports: ShellPorts,
  windowId: number,
  release: Services['release'],
  file: {
    readonly name: string;
    readonly text: string;
    readonly format: string;
    readonly dispatchIds: readonly string[];
  },
): Promise<Result<{ path: string }, AppError>> {
  const saved = await saveAs(ports, windowId, file.name, new TextEncoder().encode(file.text));
  if (!saved.ok) return saved;
  for (const id of file.dispatchIds) {
    await release.wentOut(id, 'file', file.format, saved.value.path);
  }
  return saved;
}

/** Ends a draft once the other windows have sent what was typed in it, and tells them. */
async function endsDraft<T>(
  ports: ShellPorts,
  windowId: number,
  ended: EventOf<'draft-ended'>,
  end: () => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  await ports.windows.flushOthers(windowId);
  const outcome = await end();
  if (outcome.ok) ports.windows.tellOthers(windowId, 'draft-ended', ended);
  return outcome;
}

function compareHandlers(ports: ShellPorts): Some<'compare'> {
  return {
    'compare.states': (request) => onArchive(ports, ({ compare }) => compare.states(request)),
    'compare.release': (request) => onArchive(ports, ({ compare }) => compare.release(request)),
    'compare.export': (request, { windowId }) =>
      onArchive(ports, async ({ compare, release }) => {
        const page = await compare.page(request);
        if (!page.ok) return page;
        const { html: text, ...file } = page.value;
        return exportAs(ports, windowId, release, { ...file, text, format: 'comparison' });
      }),
  };
}

function noteHandlers(ports: ShellPorts): Some<'note'> {
  return {
    'note.create': (request) => onArchive(ports, ({ annotations }) => annotations.create(request)),
    'note.edit': (request) => onArchive(ports, ({ annotations }) => annotations.edit(request)),
    'note.reattach': (request) =>
      onArchive(ports, ({ annotations }) => annotations.reattach(request)),
    'note.list-open': (request) =>
      onArchive(ports, ({ annotations }) => annotations.listOpen(request)),
    'note.set-state': (request) =>
      onArchive(ports, ({ annotations }) => annotations.setState(request)),
    'note.reply': (request) => onArchive(ports, ({ annotations }) => annotations.reply(request)),
  };
}

function exportHandlers(ports: ShellPorts): Some<'export'> {
  return {
    'export.run': async ({ scope, format }, { windowId }) => {
      const only = scope.of === 'dispatches' && scope.ids.length === 1 ? scope.ids[0] : undefined;
      if (only === undefined) {
        const path = await ports.ask.folderForExport(windowId);
        return path === null ? cancelled : ports.exports.run(windowId, { scope, format, path });
      }
      return onArchive(ports, async ({ exports }) => {
        const name = await exports.nameFor(only, format);
        if (!name.ok) return name;
        const path = await ports.ask.placeForFile(windowId, name.value);
        if (path === null) return cancelled;
        return ports.exports.run(windowId, { scope, format, path, file: true });
      });
    },
    'export.cancel': () => {
      ports.exports.cancel();
      return Promise.resolve(ok({}));
    },
  };
}

function importHandlers(ports: ShellPorts): Some<'import'> {
  return {
    'import.choose': async (_request, { windowId }) => {
      const writable = writableServicesOf(ports.workspace());
      if (!writable.ok) return writable;
      const paths = await ports.ask.filesToImport(windowId);
      return paths === null ? cancelled : ports.imports.run(windowId, await sourcesOfPaths(paths));
    },
    'import.text': ({ text, name }, { windowId }) =>
      ports.imports.run(windowId, [sourceOfText(name, text)]),
    'import.paths': async ({ paths }, { windowId }) =>
      ports.imports.run(windowId, await sourcesOfPaths(paths)),
    'import.save-report': ({ text, name }, { windowId }) =>
      saveAs(ports, windowId, name, new TextEncoder().encode(text)),
    'import.cancel': () => {
      ports.imports.cancel();
      return Promise.resolve(ok({}));
    },
  };
}
