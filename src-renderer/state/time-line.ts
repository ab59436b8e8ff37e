import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchFrom, queryClient } from './client';
import { keys } from './queries';

const lineKey = ['time-line'];
const dayKey = ['day-takes'];

/** While the index is being built, it is asked again how far it is (ms). */
const patience = 2_000;

/** What was published when, over the whole archive. */
export function useTimeLine() {
  return useQuery({
    queryKey: lineKey,
    queryFn: () => fetchFrom('search.days', {}),
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? patience : false),
  });
}

/** What was published on a day (days since 1970-01-01 of the desk); null asks for none. */
export function useDayTakes(day: number | null) {
  return useQuery({
    queryKey: [...dayKey, day],
    queryFn: () => fetchFrom('search.day', { day: day ?? 0 }),
    enabled: day !== null,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** Counts again: something was published, or another archive is open. */
export function countDaysAgain(): void {
  void queryClient.invalidateQueries({ queryKey: lineKey });
  void queryClient.invalidateQueries({ queryKey: dayKey });
}

/** What happened to a dispatch, over time; read again with the dispatch. */
export function useLife(id: string) {
  return useQuery({
    queryKey: [...keys.dispatch(id), 'life'],
    queryFn: () => fetchFrom('dispatch.life', { id }),
    gcTime: 0,
  });
}
