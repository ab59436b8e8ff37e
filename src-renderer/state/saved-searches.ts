import { useQuery } from '@tanstack/react-query';
import { fetchFrom, queryClient } from './client';

const key = ['saved-searches'] as const;

/** The saved searches, each with how many takes it finds that came since it was looked at. */
export function useSavedSearches() {
  return useQuery({ queryKey: key, queryFn: () => fetchFrom('search.saved', {}) });
}

/** Reads them again: one was saved, looked at or removed, or the archive changed. */
export function refreshSavedSearches(): void {
  void queryClient.invalidateQueries({ queryKey: key });
}
