import { useQuery } from '@tanstack/react-query';
import { fetchFrom, queryClient } from './client';

const key = ['backups'] as const;

/** The archive's own backups, and why the last one failed, if it did. */
export function useBackups() {
  return useQuery({ queryKey: key, queryFn: () => fetchFrom('archive.backups', {}) });
}

/** Reads the backups again: one was made, or failed, or the archive is another. */
export function refreshBackups(): void {
  void queryClient.invalidateQueries({ queryKey: key });
}
