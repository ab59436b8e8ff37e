import type { ChannelName } from '@contract/channels';
import { appError, type AppError } from '@contract/errors';
import type { DispatchModel, TakeModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import type { RevisionModel } from '@contract/record';
import type { RequestOf, ResponseOf } from '@contract/requests';
import { parseDocument, toJson } from '@domain/document/node';
import { replaySteps } from '@domain/document/replay';
import { stampNow } from '@domain/record/stamp';
import { err, ok, type Result } from '@domain/result';
import { change, type FakeState } from './archive';
import { fakeComparison } from './compare';
import { fakeId } from './samples';
import { fakeCount, fakeSearch } from './search';
import { listWire } from './wire';

type Handlers = {
  readonly [C in ChannelName]?: (request: RequestOf<C>) => Result<ResponseOf<C>, AppError>;
};

/** What the fake archive answers. Channels that no test asks, or whose test answers, are left out. */
export function fakeHandlers(state: FakeState): Handlers {
  return {
    ...dispatchHandlers(state),
    ...draftHandlers(state),
    ...noteHandlers(state),
    ...libraryHandlers(state),
    ...templateHandlers(state),
    ...styleHandlers(state),
    ...folderHandlers(),
    'archive.status': () => ok(state.status),
    'archive.acknowledge-recovery': () => {
      if (state.status.state === 'open') state.status = { ...state.status, recovered: [] };
      return ok({});
    },
    'window.take-link': () => ok({ link: null }),
    'window.show-menu': () => ok({}),
    'import.opened': () => err(appError('cancelled')),
    'archive.backups': () =>
      ok({ folder: '/archive/desk backups', backups: [], failure: null, second: null }),
    'schedule.missed': () => ok({ missed: [] }),
    'wire.list': (request) => ok(listWire(state, request)),
    'compare.states': ({ left, right }) => fakeComparison(state, left, right),
    'draft.versions': () => ok({ versions: [] }),
    'search.query': ({ text, limit, after }) =>
      ok(fakeSearch(state.dispatches, text, limit, after)),
    'search.count': ({ text }) => ok(fakeCount(state.dispatches, text)),
    'search.complete': () => ok({ items: [] }),
    'search.saved': () => ok({ searches: [...state.savedSearches] }),
    'search.save': ({ name, query, sort }) => {
      const id = `01890000-0000-7000-8000-${String(state.savedSearches.length).padStart(12, '0')}`;
      state.savedSearches = [...state.savedSearches, { id, name, query, sort, fresh: 0 }];
      return ok({});
    },
    'search.remove': ({ id }) => {
      state.savedSearches = state.savedSearches.filter((saved) => saved.id !== id);
      return ok({});
    },
    'search.progress': () => ok({ building: false, done: 0, of: 0, why: '' }),
    'preferences.get': () =>
      ok({
        preferences: state.preferences,
        resolved: { language: 'en', zone: 'Europe/Zurich' },
        platform: 'linux',
        version: '0.1.0',
      }),
    'preferences.set': (part) => {
      const told = Object.entries(part).filter(([, value]) => value !== undefined);
      state.preferences = { ...state.preferences, ...Object.fromEntries(told) };
      return ok(state.preferences);
    },
  };
}

/** An archive that delivers nowhere and watches no folder. */
function folderHandlers(): Handlers {
  return {
    'topic.find': () => ok({ topics: [], count: 17, release: null }),
    'delivery.list': () =>
      ok({ folders: [], queue: [], counts: { failed: 0, held: 0, waiting: 0 } }),
    'wire-in.get': () =>
      ok({
        path: null,
        active: false,
        state: 'off',
        arrived: 0,
        lastAt: null,
        refused: [],
        refusedCount: 0,
      }),
  };
}

/** Nothing is misspelt; what is left as it is, is kept. */
function styleHandlers(state: FakeState): Handlers {
  return {
    'style.check': ({ blocks }) =>
      ok({ blocks: blocks.map(() => ({ language: null, unknown: [] })) }),
    'style.suggest': () => ok({ suggestions: [] }),
    'style.left': ({ dispatchId }) => ok({ left: [...(state.left.get(dispatchId) ?? [])] }),
    'style.leave': ({ dispatchId, left, stays }) => {
      const others = (state.left.get(dispatchId) ?? []).filter(
        ({ kind, words }) => kind !== left.kind || words !== left.words,
      );
      state.left.set(dispatchId, stays ? [...others, left] : others);
      return ok({});
    },
  };
}

function dispatchHandlers(state: FakeState): Handlers {
  const find = (id: string) => state.dispatches.find((dispatch) => dispatch.id === id);
  return {
    'dispatch.get': ({ id }) => {
      const dispatch = find(id);
      return dispatch === undefined ? err(appError('not-found')) : ok(dispatch);
    },
    'dispatch.set-details': ({ id, details }) => {
      change(state, id, details);
      return ok(details);
    },
    'dispatch.life': () => ok({ events: [], more: false }),
    'dispatch.history': ({ id }) =>
      ok({
        chainIsWhole: true,
        revisions: (find(id)?.takes ?? []).map((take) => revisionOf(take)),
      }),
  };
}

function revisionOf(
  { id, ordinal, kind, stamp, stampReason, recordedAt, author }: TakeModel,
  clockBehind = 0,
): RevisionModel {
  const hash = String(ordinal).padStart(64, '9f2c4e1ab07d3358');
  const told = { takeId: id, ordinal, kind, stamp, stampReason, author };
  return { number: ordinal, recordedAt, hash, entry: { is: 'take', ...told, clockBehind } };
}

function draftHandlers(state: FakeState): Handlers {
  const holding = (draftId: string) =>
    state.dispatches.find((dispatch) => dispatch.draft?.id === draftId);
  return {
    'draft.journal': ({ draftId, baseVersion, steps }) => {
      const dispatch = holding(draftId);
      const draft = dispatch?.draft ?? null;
      if (dispatch === undefined || draft === null) return err(appError('not-found'));
      const document = parseDocument(draft.document);
      if (!document.ok || draft.version !== baseVersion) return err(appError('conflict'));
      const replayed = replaySteps(document.value, steps);
      if (!replayed.ok) return err(appError('validation'));
      const version = baseVersion + steps.length;
      const savedAt = Date.now();
      change(state, dispatch.id, {
        draft: { ...draft, document: toJson(replayed.value), version, savedAt },
      });
      return ok({ version, savedAt });
    },
    'draft.set-facts': ({ draftId, facts }) => {
      const dispatch = holding(draftId);
      const draft = dispatch?.draft ?? null;
      if (dispatch === undefined || draft === null) return err(appError('not-found'));
      change(state, dispatch.id, { draft: { ...draft, facts } });
      return ok({});
    },
    'draft.steps-since': ({ draftId }) => {
      const draft = holding(draftId)?.draft ?? null;
      if (draft === null) return err(appError('not-found'));
      return ok({ is: 'steps', batches: [], version: draft.version, savedAt: draft.savedAt });
    },
    'find.everywhere': () => ok({ found: [], read: 0, of: 0 }),
    'find.in-texts': ({ texts }) => ok({ found: texts.map(() => []) }),
    'draft.discarded': () => ok({ drafts: [] }),
    'draft.undo': () => ok({ is: 'none' }),
    'draft.publish': ({ draftId, key, author }) => {
      const before = state.published.get(key);
      if (before !== undefined) return ok(before);
      const dispatch = holding(draftId);
      if (dispatch === undefined) return err(appError('not-found'));
      const answer = publish(state, dispatch, author);
      state.published.set(key, answer);
      return ok(answer);
    },
  };
}

function publish(
  state: FakeState,
  { id, takes, draft }: DispatchModel,
  author: string,
): ResponseOf<'draft.publish'> {
  if (draft === null) throw new Error('no draft to publish');
  const recordedAt = Date.now();
  const stamps = takes.map((take) => take.stamp);
  const { stamp, clockBehind } = stampNow(recordedAt, state.preferences.zone, stamps);
  const take: TakeModel = {
    id: fakeId(),
    ordinal: takes.length + 1,
    kind: draft.kind,
    stamp,
    stampSupplied: false,
    stampReason: null,
    label: null,
    document: draft.document,
    advisoryLine: draft.facts.advisoryLine,
    carries: draft.facts.carries,
    author,
    origin: 'written',
    recordedAt,
  };
  change(state, id, { draft: null, takes: [...takes, take] });
  return { dispatchId: id, take, revision: revisionOf(take, clockBehind) };
}

function libraryHandlers(state: FakeState): Handlers {
  return {
    'library.list': () => ok({ entries: [...state.library] }),
    'library.save': ({ id, ...words }) => {
      const kept = { ...words, id: id ?? fakeId(), createdAt: Date.now(), editedAt: null };
      state.library = [...state.library.filter((entry) => entry.id !== kept.id), kept];
      return ok({ id: kept.id });
    },
    'library.remove': ({ id }) => {
      state.library = state.library.filter((entry) => entry.id !== id);
      return ok({});
    },
  };
}

function templateHandlers(state: FakeState): Handlers {
  return {
    'template.list': () => ok({ templates: [...state.templates] }),
    'template.save': ({ id, ...words }) => {
      const kept = { ...words, id: id ?? fakeId(), createdAt: Date.now(), editedAt: null };
      state.templates = [...state.templates.filter((one) => one.id !== kept.id), kept];
      return ok({ id: kept.id });
    },
    'template.remove': ({ id }) => {
      state.templates = state.templates.filter((one) => one.id !== id);
      return ok({});
    },
  };
}

function noteHandlers(state: FakeState): Handlers {
  const edit = (noteId: string, part: (note: NoteModel) => Partial<NoteModel>) => {
    const dispatch = state.dispatches.find(({ notes }) => notes.some(({ id }) => id === noteId));
    const note = dispatch?.notes.find(({ id }) => id === noteId);
    if (dispatch === undefined || note === undefined) return err(appError('not-found'));
    const next = { ...note, ...part(note) };
    change(state, dispatch.id, {
      notes: dispatch.notes.map((each) => (each.id === noteId ? next : each)),
    });
    return ok(next);
  };
  return {
    'note.create': ({ dispatchId, links, ...told }) => {
      const dispatch = state.dispatches.find(({ id }) => id === dispatchId);
      if (dispatch === undefined) return err(appError('not-found'));
      const note: NoteModel = {
        ...told,
        id: fakeId(),
        state: 'open',
        createdAt: Date.now(),
        editedAt: null,
        settled: true,
        origin: null,
        links: links.map((id) => ({ dispatchId: id, slug: '', headline: '' })),
        replies: [],
        events: [],
      };
      change(state, dispatchId, { notes: [...dispatch.notes, note] });
      return ok(note);
    },
    'note.edit': ({ noteId, body, kind, addressee }) =>
      edit(noteId, () => ({ body, kind, addressee, editedAt: Date.now() })),
    'note.reattach': ({ noteId, target, anchor }) => edit(noteId, () => ({ target, anchor })),
    'note.list-open': ({ which, limit }) => {
      const notes = state.dispatches.flatMap((dispatch) =>
        dispatch.notes
          .filter((note) => note.state === 'open')
          .filter(({ kind, addressee }) => which === 'all' || kind === 'query' || addressee !== '')
          .map((note) => ({ ...note, dispatchId: dispatch.id, slug: dispatch.slug, headline: '' })),
      );
      return ok({ notes: notes.slice(0, limit), total: notes.length });
    },
    'note.set-state': ({ noteId, state: next }) => edit(noteId, () => ({ state: next })),
    'note.reply': ({ noteId, body, author }) =>
      edit(noteId, ({ replies }) => ({
        replies: [...replies, { id: fakeId(), author, body, createdAt: Date.now() }],
      })),
  };
}
