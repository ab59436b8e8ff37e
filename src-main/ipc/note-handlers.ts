import { largestFile } from '../domain/annotation/read-annotations';
import { largestLibrary } from '../domain/library/file';
import { largestTemplates } from '../domain/template/file';
import { ok } from '../domain/result';
import { nothing, onArchive, readAsked, saveAs, type Some } from './asking';
import type { ShellPorts } from './ports';

/** The handlers of the channels on notes. */
export function noteHandlers(ports: ShellPorts): Some<'note'> {
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
    'note.import': ({ dispatchId }, { windowId }) =>
      onArchive(ports, async ({ annotations }) => {
        const reason = 'annotations-too-large';
        const text = await readAsked(ports, windowId, 'notes', largestFile, reason);
        return text.ok ? annotations.importNotes(dispatchId, text.value) : text;
      }),
  };
}

/** The handlers of the channels on the house library; other windows hear of what changes it. */
export function libraryHandlers(ports: ShellPorts): Some<'library'> {
  const told = <T>(windowId: number, done: T): T => {
    ports.windows.tellOthers(windowId, 'library-changed', {});
    return done;
  };
  return {
    'library.list': () => onArchive(ports, ({ library }) => library.list()),
    'library.save': (request, { windowId }) =>
      onArchive(ports, async ({ library }) => told(windowId, await library.save(request))),
    'library.remove': (request, { windowId }) =>
      nothing(
        onArchive(ports, async ({ library }) => told(windowId, await library.remove(request))),
      ),
    'library.import': ({ author }, { windowId }) =>
      onArchive(ports, async ({ library }) => {
        const reason = 'library-too-large';
        const text = await readAsked(ports, windowId, 'library', largestLibrary, reason);
        return text.ok ? told(windowId, await library.importFile(text.value, author)) : text;
      }),
    'library.export': (_request, { windowId }) =>
      onArchive(ports, async ({ library }) => {
        const file = await library.exported();
        return file.ok ? savedList(ports, windowId, file.value) : file;
      }),
  };
}

/** Saves a list as a file where it is told to; the path, and what else is to be said of it. */
async function savedList<Facts extends object>(
  ports: ShellPorts,
  windowId: number,
  { name, text, ...facts }: Facts & { readonly name: string; readonly text: string },
) {
  const saved = await saveAs(ports, windowId, name, new TextEncoder().encode(text));
  return saved.ok ? ok({ ...facts, path: saved.value.path }) : saved;
}

/** The handlers of the channels on dispatch templates; other windows hear of what changes them. */
export function templateHandlers(ports: ShellPorts): Some<'template'> {
  const told = <T>(windowId: number, done: T): T => {
    ports.windows.tellOthers(windowId, 'templates-changed', {});
    return done;
  };
  return {
    'template.list': () => onArchive(ports, ({ templates }) => templates.list()),
    'template.save': (request, { windowId }) =>
      onArchive(ports, async ({ templates }) => told(windowId, await templates.save(request))),
    'template.remove': (request, { windowId }) =>
      nothing(
        onArchive(ports, async ({ templates }) => told(windowId, await templates.remove(request))),
      ),
    'template.import': (request, { windowId }) =>
      onArchive(ports, async ({ templates }) => {
        const reason = 'templates-too-large';
        const text = await readAsked(ports, windowId, 'templates', largestTemplates, reason);
        return text.ok ? told(windowId, await templates.importFile(text.value, request)) : text;
      }),
    'template.export': (_request, { windowId }) =>
      onArchive(ports, async ({ templates }) => {
        const file = await templates.exported();
        return file.ok ? savedList(ports, windowId, file.value) : file;
      }),
  };
}
