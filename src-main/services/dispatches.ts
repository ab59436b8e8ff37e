import type { RequestOf, ResponseOf } from '../contract/requests';
import type { AppError } from '../contract/errors';
import { emptyDocument, toJson } from '../domain/document/node';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on dispatches as a whole. */
export type DispatchService = ReturnType<typeof createDispatchService>;

export function createDispatchService({ archive, now, newId, changed }: ServiceContext) {
  return {
    /** A page of the wire and how many dispatches each view holds. */
    async list(
      request: RequestOf<'wire.list'>,
    ): Promise<Result<ResponseOf<'wire.list'>, AppError>> {
      const [rows, counts] = await Promise.all([
        archive.read('listWire', { ...request, now: now() }),
        archive.read('countWire', { now: now() }),
      ]);
      if (!rows.ok) return rows;
      if (!counts.ok) return counts;
      return ok({ rows: [...rows.value], counts: counts.value });
    },

    /** One dispatch with its takes, draft, notes and originals. */
    get: (request: RequestOf<'dispatch.get'>) => archive.read('readDispatch', request),

    /** The ids beginning with what was typed; two mean that it does not suffice. */
    find: (beginning: string) => archive.read('findDispatchIds', { beginning }),

    /** Begins a dispatch with an empty draft of its report. */
    async create({
      language,
      author,
    }: RequestOf<'dispatch.create'>): Promise<Result<ResponseOf<'dispatch.create'>, AppError>> {
      const dispatchId = newId();
      const draftId = newId();
      const created = await archive.write('createDispatch', {
        dispatch: {
          id: dispatchId,
          slug: '',
          language,
          urgency: routineUrgency,
          desk: '',
          agency: '',
          place: '',
          createdAt: now(),
        },
        draft: {
          id: draftId,
          dispatchId,
          kind: 'report',
          document: toJson(emptyDocument('report')),
          author,
          now: now(),
        },
      });
      if (!created.ok) return created;
      changed([dispatchId]);
      return ok({ dispatchId, draftId });
    },

    /** Changes slug, language, urgency, desk, agency, place. */
    async setDetails({
      id,
      details,
    }: RequestOf<'dispatch.set-details'>): Promise<
      Result<ResponseOf<'dispatch.set-details'>, AppError>
    > {
      const set = await archive.write('setDetails', { id, details });
      if (!set.ok) return set;
      changed([id]);
      return ok(details);
    },

    /** The revisions of a dispatch, oldest first, and whether its chain of hashes is whole. */
    async history(
      request: RequestOf<'dispatch.history'>,
    ): Promise<Result<ResponseOf<'dispatch.history'>, AppError>> {
      const history = await archive.read('readHistory', request);
      if (!history.ok) return history;
      return ok({ ...history.value, revisions: [...history.value.revisions] });
    },

    /** The byte-exact file a dispatch came from. */
    original: (sha256: string) => archive.read('readOriginalBytes', { sha256 }),
  };
}

/** IPTC urgency of an ordinary dispatch. */
export const routineUrgency = 5;
