import { largestFile } from '../domain/annotation/read-annotations';
import { largestLibrary } from '../domain/library/file';
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
        if (!file.ok) return file;
        const { name, text, entries } = file.value;
        const saved = await saveAs(ports, windowId, name, new TextEncoder().encode(text));
        return saved.ok ? ok({ path: saved.value.path, entries }) : saved;
      }),
  };
}

/** The handlers of the channels on dispatch templates; other windows hear of what changes them. */
export function templateHandlers(ports: ShellPorts): Some<'template'> {
  const tell = (windowId: number): void =>
    ports.windows.tellOthers(windowId, 'templates-changed', {});
  return {
    'template.list': () => onArchive(ports, ({ templates }) => templates.list()),
    'template.save': async (request, { windowId }) => {
      const saved = await onArchive(ports, ({ templates }) => templates.save(request));
      tell(windowId);
      return saved;
    },
    'template.remove': async (request, { windowId }) => {
      const removed = await nothing(onArchive(ports, ({ templates }) => templates.remove(request)));
      tell(windowId);
      return removed;
    },
  };
}
