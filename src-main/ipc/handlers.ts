import type { AppError } from '../contract/errors';
import { ok, type Result } from '../domain/result';
import type { EventOf } from '../contract/events';
import type { Services } from '../services';
import { diagnose } from '../services/diagnostics';
import { cancelled, nothing, onArchive, saveAs, type Some } from './asking';
import { backupContentsHandlers, backupHandlers, backupsOfArchive } from './backup-handlers';
import {
  deliveryHandlers,
  exportHandlers,
  importHandlers,
  topicHandlers,
  type TagChannel,
} from './exchange-handlers';
import { findHandlers } from './find-handlers';
import { libraryHandlers, noteHandlers, templateHandlers } from './note-handlers';
import { createPages } from './pages';
import { photoHandlers } from './photo-handlers';
import type { ShellPorts } from './ports';
import { preferencesHandlers } from './preferences-handlers';
import type { Handlers } from './router';
import { styleHandlers } from './style-handlers';

/** The handler of every channel: finds the service and calls it. */
export function createHandlers(ports: ShellPorts): Handlers {
  return {
    ...archiveHandlers(ports),
    ...backupContentsHandlers(ports),
    ...dispatchHandlers(ports),
    ...compareHandlers(ports),
    ...draftHandlers(ports),
    ...noteHandlers(ports),
    ...libraryHandlers(ports),
    ...templateHandlers(ports),
    ...searchHandlers(ports),
    ...styleHandlers(ports),
    ...findHandlers(ports),
    ...importHandlers(ports),
    ...exportHandlers(ports),
    ...deliveryHandlers(ports),
    ...topicHandlers(ports),
    ...preferencesHandlers(ports),
    'app.licences': async () => ok(await ports.licences.list()),
    'app.open-engine-licences': () => ports.licences.openEngine(),
    'app.diagnostics': () => diagnostics(ports),
    ...photoHandlers(ports),
    'preferences.get': () => Promise.resolve(ok(ports.preferences.get())),
    'preferences.set': (change) => Promise.resolve(ok(ports.preferences.set(change))),
    'window.open': ({ dispatchId }, { windowId }) => {
      ports.windows.open(windowId, dispatchId);
      return Promise.resolve(ok({}));
    },
    'window.show-menu': (place, { windowId }) => {
      ports.windows.showMenu(windowId, place);
      return Promise.resolve(ok({}));
    },
    'window.take-link': () => Promise.resolve(ok({ link: ports.takeLink() })),
    'window.flushed': ({ token, clean }, { windowId }) => {
      ports.flushed(windowId, token, clean);
      return Promise.resolve(ok({}));
    },
  };
}

async function diagnostics(ports: ShellPorts): Promise<Result<{ text: string }, AppError>> {
  const backups = backupsOfArchive(ports);
  return ok({ text: await diagnose(ports.program(), ports.workspace(), backups, Date.now()) });
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
    'search.days': (_request, { windowId }) => on(({ search }) => search.days(`days ${windowId}`)),
    'search.day': (request, { windowId }) =>
      on(({ search }) => search.day(request, `day ${windowId}`)),
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
    'search.print': (_request, { windowId }) => nothing(ports.print(windowId)),
    'search.reindex': () => on(({ search }) => search.reindex()),
    'search.progress': () => on(({ search }) => search.progress()),
  };
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
): Some<'wire'> & Omit<Some<'dispatch'>, TagChannel> & Some<'take'> & Some<'state'> {
  const on = <T>(use: (services: Services) => Promise<Result<T, AppError>>) =>
    onArchive(ports, use);
  return {
    'wire.list': (request) => on(({ dispatches }) => dispatches.list(request)),
    'dispatch.get': (request) => on(({ dispatches }) => dispatches.get(request)),
    'dispatch.create': (request) => on(({ dispatches }) => dispatches.create(request)),
    'dispatch.set-details': (request) => on(({ dispatches }) => dispatches.setDetails(request)),
    'dispatch.history': (request) => on(({ dispatches }) => dispatches.history(request)),
    'dispatch.life': (request) => on(({ dispatches }) => dispatches.life(request)),
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
      on(async ({ release, annotations }) => {
        const released = await release.release({ id });
        if (!released.ok) return released;
        const { name, text } = released.value;
        const file = { name: `${name}.txt`, text, format: 'wire', dispatchIds: [id] };
        const saved = await exportAs(ports, windowId, release, file);
        if (!saved.ok) return saved;
        const notes = await annotations.saveBeside(id, saved.value.path);
        return notes.ok ? saved : notes;
      }),
    'dispatch.save-proof': ({ id }, { windowId }) =>
      on(async ({ proof, release }) => {
        const made = await proof.make(id);
        if (!made.ok) return made;
        const file = { ...made.value, format: 'proof', dispatchIds: [id] };
        return exportAs(ports, windowId, release, file);
      }),
    'dispatch.drag': ({ id }, { windowId }) => ports.dragOut(windowId, id),
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
  const pages = createPages(ports.windows.isOpen);
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
    'draft.undo': (request, { windowId }) => {
      const others = pages.others(windowId, request.clientId);
      return on(({ drafts }) => drafts.undo(request, others));
    },
    'draft.checkpoint': (request) => on(({ drafts }) => drafts.checkpoint(request)),
    'draft.discard': (request, { windowId }) =>
      endsDraft(ports, windowId, { draftId: request.draftId, how: 'discarded' }, () =>
        on(({ drafts }) => drafts.discard(request)),
      ),
    'draft.discarded': () => on(({ drafts }) => drafts.discarded()),
    'draft.restore': (request) => on(({ drafts }) => drafts.restore(request)),
    'draft.set-typography': (request) => on(({ drafts }) => drafts.setTypography(request)),
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
