import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
} from '@tanstack/react-query';
import type { WireRow, WireView } from '@contract/models';
import type { StateRef } from '@contract/record';
import type { ResponseOf } from '@contract/requests';
import { fetchFrom, queryClient } from './client';
import { flushDraft } from './draft';

/** The names under which the window keeps what it has read. */
export const keys = {
  status: ['status'],
  preferences: ['preferences'],
  wire: (view: WireView) => ['wire', view],
  wires: ['wire'],
  dispatch: (id: string) => ['dispatch', id],
  history: (id: string) => ['history', id],
  versions: (draftId: string) => ['versions', draftId],
  missed: ['missed'],
  discarded: ['discarded'],
  comparison: (left: StateRef, right: StateRef) => ['comparison', left, right],
  comparisons: ['comparison'],
  openNotes: ['open-notes'],
  merge: (draftId: string) => ['merge', draftId],
} as const;

const pageSize = 100;

type WirePage = ResponseOf<'wire.list'>;
type After = { readonly at: number; readonly id: string } | null;

/** The state of the archive. */
export function useArchiveStatus() {
  return useQuery({ queryKey: keys.status, queryFn: () => fetchFrom('archive.status', {}) });
}

/** The preferences, and what `system` stands for. */
export function usePreferences() {
  return useQuery({ queryKey: keys.preferences, queryFn: () => fetchFrom('preferences.get', {}) });
}

/** The preferences as last read, outside of components. */
export function knownPreferences(): ResponseOf<'preferences.get'> | undefined {
  return queryClient.getQueryData(keys.preferences);
}

/** The initials that sign takes and notes; may be empty. */
export function initials(): string {
  return knownPreferences()?.preferences.initials ?? '';
}

/** A view of the wire, page after page, newest first. */
export function useWire(view: WireView) {
  return useInfiniteQuery<WirePage, Error, InfiniteData<WirePage, After>, readonly string[], After>(
    {
      queryKey: keys.wire(view),
      queryFn: ({ pageParam }) =>
        fetchFrom('wire.list', { view, after: pageParam, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: (page) => afterOf(page.rows),
      placeholderData: keepPreviousData,
    },
  );
}

const mostOpenNotes = 500;

/** The open notes of the whole desk: those that want an answer, or all. */
export function useOpenNotes(which: 'to-answer' | 'all') {
  return useQuery({
    queryKey: [...keys.openNotes, which],
    queryFn: () => fetchFrom('note.list-open', { which, limit: mostOpenNotes }),
    placeholderData: keepPreviousData,
  });
}

/** One dispatch, whole. */
export function useDispatch(id: string | null) {
  return useQuery({
    queryKey: keys.dispatch(id ?? ''),
    queryFn: () => fetchFrom('dispatch.get', { id: id ?? '' }),
    enabled: id !== null,
  });
}

/** The dispatch as last read, outside of components. */
export function knownDispatch(id: string | null): ResponseOf<'dispatch.get'> | undefined {
  return id === null ? undefined : queryClient.getQueryData(keys.dispatch(id));
}

/** The revisions of a dispatch. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: keys.history(id),
    queryFn: () => fetchFrom('dispatch.history', { id }),
  });
}

/** The kept versions of a draft, newest first. */
export function useDraftVersions(draftId: string | null): ResponseOf<'draft.versions'>['versions'] {
  const { data } = useQuery({
    queryKey: keys.versions(draftId ?? ''),
    queryFn: () => fetchFrom('draft.versions', { draftId: draftId ?? '' }),
    enabled: draftId !== null,
  });
  return data?.versions ?? noVersions;
}

const noVersions: ResponseOf<'draft.versions'>['versions'] = [];

/** A draft as it read at a kept version. */
export function useDraftState(
  draftId: string,
  version: number,
): ResponseOf<'state.read'> | undefined {
  const ref = { of: 'draft', draftId, version } as const;
  return useQuery({
    queryKey: [...keys.versions(draftId), version],
    queryFn: () => fetchFrom('state.read', { ref }),
    staleTime: Infinity,
  }).data;
}

/** Two states compared. While others are being compared, the last ones stay. */
export function useComparison(left: StateRef, right: StateRef) {
  return useQuery({
    queryKey: keys.comparison(left, right),
    queryFn: () => fetchFrom('compare.states', { left, right }),
    placeholderData: keepPreviousData,
  });
}

/** A draft beside what was published since it was begun, as its last words are saved; read anew each time. */
export function useDraftMerge(draftId: string) {
  return useQuery({
    queryKey: keys.merge(draftId),
    queryFn: async () => {
      await flushDraft();
      return fetchFrom('draft.merge', { draftId });
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** A dispatch, read when it is not known yet; outside of components. */
export function readDispatch(id: string): Promise<ResponseOf<'dispatch.get'>> {
  return queryClient.query({
    queryKey: keys.dispatch(id),
    queryFn: () => fetchFrom('dispatch.get', { id }),
  });
}

/** The drafts that were not published at their hour. */
export function useMissed(): ResponseOf<'schedule.missed'>['missed'] {
  const { data } = useQuery({
    queryKey: keys.missed,
    queryFn: () => fetchFrom('schedule.missed', {}),
  });
  return data?.missed ?? noneMissed;
}

/** The drafts that were discarded and can be brought back; read anew each time. */
export function useDiscarded() {
  return useQuery({
    queryKey: keys.discarded,
    queryFn: () => fetchFrom('draft.discarded', {}),
    staleTime: 0,
    gcTime: 0,
  });
}

const noneMissed: ResponseOf<'schedule.missed'>['missed'] = [];

/** Reads again what changed in the archive. */
export function refresh(ids: readonly string[]): void {
  void queryClient.invalidateQueries({ queryKey: keys.wires });
  for (const id of ids) {
    void queryClient.invalidateQueries({ queryKey: keys.dispatch(id) });
    void queryClient.invalidateQueries({ queryKey: keys.history(id) });
  }
  void queryClient.invalidateQueries({ queryKey: keys.missed });
  void queryClient.invalidateQueries({ queryKey: keys.openNotes });
  void queryClient.invalidateQueries({ queryKey: keys.comparisons });
  void queryClient.invalidateQueries({ queryKey: ['versions'], refetchType: 'none' });
}

/** Forgets what was read of a dispatch, where showing it would be wrong until it is read again. */
export function forgetDispatch(id: string): void {
  void queryClient.resetQueries({ queryKey: keys.dispatch(id) });
}

/** Reads again whatever is shown of the archive. */
export function readAgain(): void {
  void queryClient.invalidateQueries();
}

/** Forgets everything read from an archive: another one is open. */
export function forgetArchive(): void {
  queryClient.removeQueries({
    predicate: ({ queryKey }) =>
      [
        'dispatch',
        'history',
        'versions',
        'missed',
        'comparison',
        'open-notes',
        'library',
        'templates',
      ].includes(String(queryKey[0])),
  });
  void queryClient.resetQueries({ queryKey: keys.wires });
  void queryClient.invalidateQueries({ queryKey: keys.status });
}

function afterOf(rows: readonly WireRow[]): After {
  const last = rows.at(-1);
  return last === undefined || rows.length < pageSize ? null : { at: last.at, id: last.id };
}
