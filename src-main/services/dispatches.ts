import type { RequestOf, ResponseOf } from '../contract/requests';
import { appError, type AppError } from '../contract/errors';
import type { DocumentJson } from '../domain/document/json';
import { emptyDocument, parseDocument, toJson } from '../domain/document/node';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** IPTC urgency of an ordinary dispatch. */
export const routineUrgency = 5;

type Answer<
  C extends 'wire.list' | 'dispatch.create' | 'dispatch.set-details' | 'dispatch.history',
> = Promise<Result<ResponseOf<C>, AppError>>;

/** Use cases on dispatches as a whole. */
export type DispatchService = ReturnType<typeof createDispatchService>;

export function createDispatchService(context: ServiceContext) {
  const { archive } = context;
  return {
    /** A page of the wire and how many dispatches each view holds. */
    list: (request: RequestOf<'wire.list'>) => list(context, request),
    /** One dispatch with its takes, draft, notes and originals. */
    get: (request: RequestOf<'dispatch.get'>) => archive.read('readDispatch', request),
    /** The ids beginning with what was typed; two mean that it does not suffice. */
    find: (beginning: string) => archive.read('findDispatchIds', { beginning }),
    /** Begins a dispatch with an empty draft of its report. */
    create: (request: RequestOf<'dispatch.create'>) => create(context, request),
    /** Changes slug, language, urgency, desk, agency, place. */
    setDetails: (request: RequestOf<'dispatch.set-details'>) => setDetails(context, request),
    /** The revisions of a dispatch, oldest first, and whether its chain of hashes is whole. */
    history: (request: RequestOf<'dispatch.history'>) => history(context, request),
    /** What happened to a dispatch, oldest first. */
    life: (request: RequestOf<'dispatch.life'>) => archive.read('readLife', request),
    /** A state of a dispatch: a take, the story at an instant or after a take, a draft. */
    state: (request: RequestOf<'state.read'>) => archive.read('readState', request),
    /** The byte-exact file a dispatch came from. */
    original: (sha256: string) => archive.read('readOriginalBytes', { sha256 }),
  };
}

async function list(
  { archive, now }: ServiceContext,
  request: RequestOf<'wire.list'>,
): Answer<'wire.list'> {
  const [rows, counts] = await Promise.all([
    archive.read('listWire', { ...request, now: now() }),
    archive.read('countWire', { now: now() }),
  ]);
  if (!rows.ok) return rows;
  if (!counts.ok) return counts;
  return ok({ rows: [...rows.value], counts: counts.value });
}

function create(
  context: ServiceContext,
  { language, author, signoff, template }: RequestOf<'dispatch.create'>,
): Answer<'dispatch.create'> {
  if (template === undefined) {
    const document = toJson(emptyDocument('report', signoff));
    return beginDispatch(context, { slug: '', language, document, author });
  }
  const parsed = parseDocument(template.document);
  if (!parsed.ok) return Promise.resolve(err(appError('validation', 'document')));
  const { desk, urgency } = template;
  const document = toJson(parsed.value);
  return beginDispatch(context, { slug: '', language, document, author, desk, urgency });
}

/** Begins a dispatch, of routine urgency unless told otherwise, with a draft of its report that has these words. */
export async function beginDispatch(
  { archive, now, newId, changed }: ServiceContext,
  {
    slug,
    language,
    document,
    author,
    desk = '',
    urgency = routineUrgency,
  }: {
    readonly slug: string;
    readonly language: RequestOf<'dispatch.create'>['language'];
    readonly document: DocumentJson;
    readonly author: string;
    readonly desk?: string;
    readonly urgency?: number;
  },
): Answer<'dispatch.create'> {
  const dispatchId = newId();
  const draftId = newId();
  const created = await archive.write('createDispatch', {
    dispatch: {
      id: dispatchId,
      slug,
      language,
      urgency,
      desk,
      agency: '',
      place: '',
      createdAt: now(),
    },
    draft: { id: draftId, dispatchId, kind: 'report', document, author, now: now() },
  });
  if (!created.ok) return created;
  changed([dispatchId]);
  return ok({ dispatchId, draftId });
}

async function setDetails(
  { archive, changed }: ServiceContext,
  { id, details }: RequestOf<'dispatch.set-details'>,
): Answer<'dispatch.set-details'> {
  const set = await archive.write('setDetails', { id, details });
  if (!set.ok) return set;
  changed([id]);
  return ok(details);
}

async function history(
  { archive }: ServiceContext,
  request: RequestOf<'dispatch.history'>,
): Answer<'dispatch.history'> {
  const read = await archive.read('readHistory', request);
  if (!read.ok) return read;
  return ok({ ...read.value, revisions: [...read.value.revisions] });
}
