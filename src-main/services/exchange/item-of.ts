import type { DispatchModel } from '../../contract/models';
import type { NoteModel } from '../../contract/notes';
import { parseDocument, toJson } from '../../domain/document/node';
import type {
  ExchangeItem,
  ExchangeNote,
  ExchangeSuggested,
  ExchangeTake,
} from '../../domain/exchange/item';
import { baseOf } from '../../domain/suggest/base';
import { suggestionsOf } from '../../domain/suggest/suggestions';
import type { Carries } from '../../domain/record/carries';

/** A dispatch of the archive as it goes out: its published takes, with the times they have now. */
export function exchangeItemOf(
  dispatch: DispatchModel,
  facts: Pick<ExchangeItem, 'guid' | 'version' | 'subjects' | 'persons'>,
): ExchangeItem {
  const { slug, language, urgency, agency, desk, place, embargo, takes } = dispatch;
  return {
    ...facts,
    // Every take makes a version: counted so, an update always has a higher one.
    version: Math.max(facts.version ?? 0, takes.length),
    slug,
    language,
    urgency,
    agency,
    desk,
    place,
    embargo,
    takes: takes.flatMap((take): readonly ExchangeTake[] => {
      const document = parseDocument(take.document);
      if (!document.ok) return [];
      const { kind, stamp, label, advisoryLine, author } = take;
      const carries = carriedBy(take.carries, takes);
      return [{ kind, stamp, label, advisoryLine, author, carries, document: document.value }];
    }),
  };
}

function carriedBy(carries: Carries, takes: DispatchModel['takes']): Carries {
  if (carries.of !== 'correction') return carries;
  const corrected = takes.find(({ id }) => id === carries.corrects);
  return { ...carries, corrects: corrected === undefined ? '' : String(corrected.ordinal) };
}

/**
 * What is said of a dispatch and proposed to it, for formats people work on: notes on what is
 * published, and the suggestions of a draft that are made on the words of a take.
 */
export function reviewOf(dispatch: DispatchModel): Pick<ExchangeItem, 'notes' | 'suggested'> {
  const notes = dispatch.notes.flatMap((note) => notesOf(note, dispatch));
  const suggested = suggestedOf(dispatch);
  return {
    ...(notes.length > 0 && { notes }),
    ...(suggested !== undefined && { suggested }),
  };
}

function notesOf(note: NoteModel, { takes }: DispatchModel): readonly ExchangeNote[] {
  const { target, anchor, part, kind, body, author, addressee, state, createdAt, replies } = note;
  if (target.on === 'draft') return [];
  const take = takes.find(({ id }) => id === target.id)?.ordinal ?? null;
  const said = replies.map((reply) => ({
    author: reply.author,
    body: reply.body,
    createdAt: reply.createdAt,
  }));
  return [{ take, anchor, part, kind, body, author, addressee, state, createdAt, replies: said }];
}

function suggestedOf({ draft, takes }: DispatchModel): ExchangeSuggested | undefined {
  const parsed = draft === null ? undefined : parseDocument(draft.document);
  if (parsed?.ok !== true || suggestionsOf(parsed.value).length === 0) return undefined;
  const base = baseOf(parsed.value);
  const take = takes.findLast(({ document }) => {
    const words = parseDocument(document);
    return base !== null && words.ok && words.value.eq(base);
  });
  return take === undefined ? undefined : { take: take.ordinal, document: toJson(parsed.value) };
}
