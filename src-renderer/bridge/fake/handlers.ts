import type { ChannelName } from '@contract/channels';
import type { AppError } from '@contract/errors';
import type { DispatchModel, DraftModel, NoteModel } from '@contract/models';
import type { RequestOf, ResponseOf } from '@contract/requests';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { replaySteps } from '@domain/document/replay';
import { stampNow } from '@domain/record/stamp';
import type { TakeKind } from '@domain/record/take';
import { err, ok, type Result } from '@domain/result';
import type { FakeState } from '../fake';
import { fakeImport } from './import';
import { fakeId } from './samples';
import { fakeSearch } from './search';
import { listWire } from './wire';

type Handlers = {
  readonly [C in ChannelName]: (request: RequestOf<C>) => Result<ResponseOf<C>, AppError>;
};

const notFound: AppError = { code: 'not-found' };
const hash = '9f2c4e1ab07d3358c6e0d1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6';

/** What the fake archive answers on every channel. */
export function fakeHandlers(state: FakeState): Handlers {
  return {
    ...archiveHandlers(state),
    ...dispatchHandlers(state),
    ...draftHandlers(state),
    ...noteHandlers(state),
    'search.query': ({ text, limit }) => ok(fakeSearch(state.dispatches, text, limit)),
    'import.choose': () => ok(fakeImport(state, [])),
    'import.text': ({ text, name }) => ok(fakeImport(state, [{ name, text }])),
    'import.paths': ({ paths }) =>
      ok(
        fakeImport(
          state,
          paths.map((name) => ({ name, text: '' })),
        ),
      ),
    'import.cancel': () => ok({}),
    'import.save-report': ({ name }: RequestOf<'import.save-report'>) => ok({ path: name }),
    'preferences.get': () =>
      ok({
        preferences: state.preferences,
        resolved: { language: 'en', zone: 'Europe/Zurich' },
        platform: state.platform,
        version: '0.1.0',
      }),
    'preferences.set': (part) => {
      state.preferences = { ...state.preferences, ...definedOnly(part) };
      return ok(state.preferences);
    },
    'window.flushed': () => ok({}),
  };
}

function archiveHandlers(state: FakeState) {
  return {
    'archive.status': () => ok(state.status),
    'archive.retry': () => ok({}),
    'archive.choose': () => err<AppError>({ code: 'cancelled' }),
    'archive.create': () => err<AppError>({ code: 'cancelled' }),
    'archive.open-sample': () => ok({}),
    'archive.open-own': () => ok({}),
    'archive.verify': () =>
      ok({ dispatches: state.dispatches.length, revisions: 12, problems: [] }),
    'archive.backup': () => ok({ path: '/home/ptur/desk.backup.writethru', byteLength: 4_812_000 }),
    'archive.acknowledge-recovery': () => {
      if (state.status.state === 'open') state.status = { ...state.status, recovered: [] };
      return ok({});
    },
    'wire.list': (request: RequestOf<'wire.list'>) => ok(listWire(state.dispatches, request)),
  };
}

function dispatchHandlers(state: FakeState) {
  const find = (id: string): DispatchModel | undefined =>
    state.dispatches.find((dispatch) => dispatch.id === id);
  return {
    'dispatch.get': ({ id }: { id: string }) => {
      const dispatch = find(id);
      return dispatch === undefined ? err(notFound) : ok(dispatch);
    },
    'dispatch.create': ({ language, author }: RequestOf<'dispatch.create'>) => {
      const draft = newDraft(state, 'report', author, 0);
      const dispatch: DispatchModel = {
        id: fakeId(),
        slug: '',
        language,
        urgency: 5,
        desk: '',
        agency: '',
        place: '',
        createdAt: state.now(),
        takes: [],
        draft,
        notes: [],
        originals: [],
      };
      state.dispatches = [dispatch, ...state.dispatches];
      return ok({ dispatchId: dispatch.id, draftId: draft.id });
    },
    'dispatch.set-details': ({ id, details }: RequestOf<'dispatch.set-details'>) => {
      change(
        state,
        (dispatch) => dispatch.id === id,
        (dispatch) => ({ ...dispatch, ...details }),
      );
      return ok(details);
    },
    'dispatch.history': ({ id }: { id: string }) => {
      const takes = find(id)?.takes ?? [];
      return ok({
        chainIsWhole: true,
        revisions: takes.map((take, index) => ({
          number: index + 1,
          takeId: take.id,
          kind: take.kind,
          stamp: take.stamp,
          recordedAt: take.recordedAt,
          author: take.author,
          hash: hash.slice(index) + hash.slice(0, index),
        })),
      });
    },
    'dispatch.save-original': () => ok({ path: '/home/ptur/depeche-veyrac.txt' }),
  };
}

function draftHandlers(state: FakeState) {
  const holding = (draftId: string) => (dispatch: DispatchModel) => dispatch.draft?.id === draftId;
  return {
    'draft.append': ({ dispatchId, kind, author }: RequestOf<'draft.append'>) => {
      const draft = newDraft(state, kind, author, 1);
      change(
        state,
        ({ id }) => id === dispatchId,
        (dispatch) => ({ ...dispatch, draft }),
      );
      return ok({ draftId: draft.id });
    },
    'draft.journal': ({ draftId, baseVersion, steps }: RequestOf<'draft.journal'>) => {
      const draft = state.dispatches.find(holding(draftId))?.draft ?? null;
      if (draft === null) return err(notFound);
      const parsed = parseDocument(draft.document);
      if (!parsed.ok || draft.version !== baseVersion) return err<AppError>({ code: 'conflict' });
      const replayed = replaySteps(parsed.value, steps);
      if (!replayed.ok) return err<AppError>({ code: 'validation' });
      const next: DraftModel = {
        ...draft,
        document: toJson(replayed.value),
        version: baseVersion + steps.length,
        savedAt: state.now(),
      };
      change(state, holding(draftId), (dispatch) => ({ ...dispatch, draft: next }));
      return ok({ version: next.version, savedAt: next.savedAt });
    },
    'draft.checkpoint': () => ok({ savedAt: state.now() }),
    'draft.discard': ({ draftId }: { draftId: string }) => {
      change(state, holding(draftId), (dispatch) => ({ ...dispatch, draft: null }));
      state.dispatches = state.dispatches.filter(
        ({ takes, draft }) => takes.length > 0 || draft !== null,
      );
      return ok({});
    },
    'draft.publish': ({ draftId, author }: RequestOf<'draft.publish'>) => {
      const dispatch = state.dispatches.find(holding(draftId));
      if (dispatch === undefined || dispatch.draft === null) return err(notFound);
      return ok(publish(state, dispatch, dispatch.draft, author));
    },
  };
}

function publish(
  state: FakeState,
  dispatch: DispatchModel,
  draft: DraftModel,
  author: string,
): ResponseOf<'draft.publish'> {
  const stamps = dispatch.takes.map((take) => take.stamp);
  const { stamp, clockWentBack } = stampNow(state.now(), state.preferences.zone, stamps);
  const ordinal = dispatch.takes.length + 1;
  const take = {
    id: fakeId(),
    ordinal,
    kind: draft.kind,
    stamp,
    label: null,
    document: draft.document,
    author,
    origin: 'written' as const,
    recordedAt: state.now(),
  };
  change(
    state,
    ({ id }) => id === dispatch.id,
    (old) => ({
      ...old,
      draft: null,
      takes: [...old.takes, take],
    }),
  );
  const revision = {
    number: ordinal,
    takeId: take.id,
    kind: take.kind,
    stamp,
    recordedAt: state.now(),
    author,
    hash,
  };
  return { dispatchId: dispatch.id, take, revision, clockWentBack };
}

function noteHandlers(state: FakeState) {
  const edit = (noteId: string, part: (note: NoteModel) => NoteModel) => {
    const dispatch = state.dispatches.find(({ notes }) => notes.some(({ id }) => id === noteId));
    const note = dispatch?.notes.find(({ id }) => id === noteId);
    if (dispatch === undefined || note === undefined) return err(notFound);
    const next = part(note);
    change(
      state,
      ({ id }) => id === dispatch.id,
      (old) => ({
        ...old,
        notes: old.notes.map((each) => (each.id === noteId ? next : each)),
      }),
    );
    return ok(next);
  };
  return {
    'note.create': ({ dispatchId, ...rest }: RequestOf<'note.create'>) => {
      const note: NoteModel = {
        ...rest,
        id: fakeId(),
        state: 'open',
        createdAt: state.now(),
        editedAt: null,
        replies: [],
      };
      change(
        state,
        ({ id }) => id === dispatchId,
        (old) => ({ ...old, notes: [...old.notes, note] }),
      );
      return ok(note);
    },
    'note.edit': ({ noteId, body }: RequestOf<'note.edit'>) =>
      edit(noteId, (note) => ({ ...note, body, editedAt: state.now() })),
    'note.set-state': ({ noteId, state: next }: RequestOf<'note.set-state'>) =>
      edit(noteId, (note) => ({ ...note, state: next })),
    'note.reply': ({ noteId, body, author }: RequestOf<'note.reply'>) =>
      edit(noteId, (note) => ({
        ...note,
        replies: [...note.replies, { id: fakeId(), author, body, createdAt: state.now() }],
      })),
  };
}

function newDraft(
  state: FakeState,
  kind: TakeKind,
  author: string,
  baseRevision: number,
): DraftModel {
  return {
    id: fakeId(),
    kind,
    document: toJson(emptyDocument(kind)),
    version: 0,
    createdAt: state.now(),
    savedAt: state.now(),
    baseRevision,
    author,
  };
}

function change(
  state: FakeState,
  which: (dispatch: DispatchModel) => boolean,
  how: (dispatch: DispatchModel) => DispatchModel,
): void {
  const ids = state.dispatches.filter(which).map(({ id }) => id);
  state.dispatches = state.dispatches.map((dispatch) =>
    which(dispatch) ? how(dispatch) : dispatch,
  );
  state.emit('dispatches-changed', { ids });
}

function definedOnly<T extends object>(part: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
