import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import type { DeskNote, NoteModel } from '../contract/notes';
import { noteKinds } from '../domain/annotation/annotation';
import { largestFile } from '../domain/annotation/read-annotations';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { readText, saveFile } from '../services/files';
import { wordsIn, type NotePlace } from '../services/note-place';
import type { CliArguments } from './arguments';
import { dispatchOf, type Performed } from './outcome';

/** What `note` does to a note, or makes one; without a verb it makes one. */
export const noteVerbs = ['add', 'answer', 'resolve', 'reopen', 'import'] as const;
export type NoteVerb = (typeof noteVerbs)[number];

/** The verb and the id of a `note` command. */
export function noteVerb(operands: readonly string[]): { verb: NoteVerb; id: string } {
  const [first = '', second] = operands;
  const verb = noteVerbs.find((known) => known === first);
  return verb === undefined ? { verb: 'add', id: first } : { verb, id: second ?? '' };
}

/** The notes of a dispatch, or with `--open` those still open of the whole desk. */
export async function notes(
  services: Services,
  given: string | undefined,
  { limit, out }: CliArguments,
  path: (given: string) => string,
): Performed {
  if (given === undefined) {
    const open = await services.annotations.listOpen({ which: 'all', limit });
    if (!open.ok) return open;
    const { total } = open.value;
    const text = `${open.value.notes.map(deskLine).join('')}${total} open\n`;
    return ok({ json: open.value, text, problems: [] });
  }
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  if (out !== undefined) return exported(services, dispatch.value, path(out));
  const text = dispatch.value.notes.map((note) => noteLines(note, dispatch.value)).join('');
  return ok({
    json: { dispatchId: dispatch.value.id, notes: dispatch.value.notes },
    text: text === '' ? 'No notes.\n' : text,
    problems: [],
  });
}

/** Makes a note, answers one, resolves or reopens it, or reads notes from a file. */
export async function note(
  services: Services,
  args: CliArguments,
  path: (given: string) => string,
): Performed {
  const { verb, id } = noteVerb(args.operands);
  if (verb === 'add') return added(services, id, args);
  if (verb === 'import') return imported(services, id, path(args.from ?? ''));
  const found = await services.annotations.find(id);
  if (!found.ok) return found;
  const { id: noteId } = found.value;
  const { author } = args;
  const done =
    verb === 'answer'
      ? await services.annotations.reply({ noteId, body: args.text ?? '', author })
      : await services.annotations.setState({
          noteId,
          state: verb === 'resolve' ? 'resolved' : 'open',
          author,
        });
  if (!done.ok) return done;
  const said = { answer: 'answered', resolve: 'resolved', reopen: 'open again' }[verb];
  return ok({ json: done.value, text: `Note ${noteId} is ${said}.\n`, problems: [] });
}

async function added(services: Services, given: string, args: CliArguments): Performed {
  const { on, text = '', author, kind, to } = args;
  const noteKind = noteKinds.find((known) => known === (kind ?? 'comment'));
  if (noteKind === undefined) return err(appError('validation', 'kind'));
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const { id: dispatchId } = dispatch.value;
  const place = on === undefined ? onWhole(dispatch.value, args.take) : wordsIn(dispatch.value, on);
  if (!place.ok) return place;
  const made = await services.annotations.create({
    dispatchId,
    ...place.value,
    kind: noteKind,
    body: text,
    author,
    addressee: to ?? '',
  });
  if (!made.ok) return made;
  return ok({ json: made.value, text: `Note ${made.value.id} is kept.\n`, problems: [] });
}

/** A whole take by its number, or the dispatch. */
function onWhole(dispatch: DispatchModel, take: string | undefined): Result<NotePlace, AppError> {
  if (take === undefined) {
    return ok({ target: { on: 'dispatch', id: dispatch.id }, anchor: null });
  }
  const found = dispatch.takes.find(({ ordinal }) => String(ordinal) === take);
  if (found === undefined) return err(appError('not-found', 'take'));
  return ok({ target: { on: 'take', id: found.id }, anchor: null });
}

async function exported(services: Services, { id }: DispatchModel, file: string): Performed {
  const page = await services.annotations.exportNotes(id);
  if (!page.ok) return page;
  const saved = await saveFile(file, new TextEncoder().encode(page.value.text));
  if (!saved.ok) return saved;
  return ok({ json: { path: file }, text: `The notes are in ${file}.\n`, problems: [] });
}

async function imported(services: Services, given: string, file: string): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const text = await readText(file, largestFile, 'annotations-too-large');
  if (!text.ok) return text;
  const done = await services.annotations.importNotes(dispatch.value.id, text.value);
  if (!done.ok) return done;
  const { added: count, unchanged, withoutWords } = done.value;
  const lost =
    withoutWords === 0 ? '' : ` Of those, ${withoutWords} did not find their words and wait.`;
  return ok({
    json: done.value,
    text: `${count} note(s) added, ${unchanged} there already.${lost}\n`,
    problems: [],
  });
}

function deskLine(one: DeskNote): string {
  return `${one.dispatchId}  ${one.headline || one.slug}\n${noteLine(one)}`;
}

function noteLines(one: NoteModel, { takes, draft }: DispatchModel): string {
  const take = takes.find(({ id }) => id === one.target.id);
  const where =
    take !== undefined
      ? `take ${take.ordinal}`
      : one.target.id === draft?.id
        ? 'draft'
        : 'dispatch';
  const replies = one.replies.map(({ author, body }) => `      ${author || '?'}: ${body}\n`);
  return `${where}\n${noteLine(one)}${replies.join('')}`;
}

function noteLine({ id, kind, author, addressee, state, anchor, body }: NoteModel): string {
  const to = addressee === '' ? '' : ` → ${addressee}`;
  const words = anchor === null ? '' : ` “${anchor.exact}”`;
  return `  ${id}  [${kind}, ${state}] ${author || '?'}${to}${words}\n    ${body}\n`;
}
