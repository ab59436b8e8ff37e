import type { AppError } from '../contract/errors';
import { ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { sourceOfText, sourcesOfPaths } from '../services/exchange/sources';
import { writableServicesOf } from '../services/workspace';
import { cancelled, nothing, onArchive, saveAs, type Some } from './asking';
import type { ShellPorts } from './ports';
import type { Handlers } from './router';

/** The folders by which words come and go. */
export function deliveryHandlers(ports: ShellPorts): Some<'delivery'> & Some<'wire-in'> {
  // What changes the queue is looked at by the shell, which tells the windows.
  const changing = async (
    use: (services: Services['deliveries']) => Promise<Result<unknown, AppError>>,
  ): Promise<Result<Record<string, never>, AppError>> => {
    const services = writableServicesOf(ports.workspace());
    const done = services.ok ? await use(services.value.deliveries) : services;
    if (!done.ok) return done;
    await ports.deliveriesChanged();
    return ok({});
  };
  return {
    'delivery.list': () => onArchive(ports, ({ deliveries }) => deliveries.list()),
    'delivery.choose-folder': async (_request, { windowId }) => {
      const path = await ports.ask.folderForExport(windowId);
      return path === null ? cancelled : ok({ path });
    },
    'delivery.save-folder': (request) => changing((deliveries) => deliveries.saveFolder(request)),
    'delivery.remove-folder': (request) =>
      changing((deliveries) => deliveries.removeFolder(request)),
    'delivery.retry': () => changing((deliveries) => deliveries.retry()),
    'delivery.drop': (request) => changing((deliveries) => deliveries.drop(request)),
    'wire-in.get': () => onArchive(ports, ({ wireIn }) => wireIn.status()),
    'wire-in.set': (request) => changing((deliveries) => deliveries.setWireIn(request)),
  };
}

/** Exports, asked where to. */
export function exportHandlers(ports: ShellPorts): Some<'export'> {
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

/** Imports, from wherever they come. */
export function importHandlers(ports: ShellPorts): Some<'import'> {
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
    'import.opened': async (_request, { windowId }) => {
      const paths = ports.takeOpened();
      return paths.length === 0
        ? cancelled
        : ports.imports.run(windowId, await sourcesOfPaths(paths));
    },
    'import.save-report': ({ text, name }, { windowId }) =>
      saveAs(ports, windowId, name, new TextEncoder().encode(text)),
    'import.cancel': () => {
      ports.imports.cancel();
      return Promise.resolve(ok({}));
    },
  };
}

/** The channels of what a dispatch is tagged with. */
export type TagChannel = 'dispatch.set-subjects' | 'dispatch.set-persons';

/** Subjects and their vocabulary, and persons. */
export function topicHandlers(ports: ShellPorts): Some<'topic'> & Pick<Handlers, TagChannel> {
  return {
    'topic.find': (request) =>
      onArchive(ports, async ({ topics }) => {
        const found = await topics.find(request);
        return found.ok ? ok({ ...found.value, topics: [...found.value.topics] }) : found;
      }),
    'topic.load': async (_request, { windowId }) => {
      const services = writableServicesOf(ports.workspace());
      if (!services.ok) return services;
      const paths = await ports.ask.filesOfTopics(windowId);
      return paths === null ? cancelled : services.value.topics.load(paths);
    },
    'dispatch.set-subjects': (request) =>
      nothing(onArchive(ports, ({ topics }) => topics.setSubjects(request))),
    'dispatch.set-persons': (request) =>
      nothing(onArchive(ports, ({ persons }) => persons.set(request))),
    'topic.take-away': (request) =>
      nothing(onArchive(ports, ({ topics }) => topics.remove(request))),
    'topic.add-to-found': (request) => onArchive(ports, ({ topics }) => topics.addToFound(request)),
  };
}
