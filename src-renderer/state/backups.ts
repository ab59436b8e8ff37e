import { useQuery } from '@tanstack/react-query';
import { fetchFrom, queryClient } from './client';

const key = ['backups'] as const;

/** The archive's own backups, and why the last one failed, if it did. */
export function useBackups() {
  // Files come and go without the window hearing of it: looked at anew each time.
  return useQuery({
    queryKey: key,
    queryFn: () => fetchFrom('archive.backups', {}),
    staleTime: 0,
  });
}

/** Reads the backups again: one was made, or failed, or the archive is another. */
export function refreshBackups(): void {
  void queryClient.invalidateQueries({ queryKey: key });
}

/** Dispatches of a backup whose slug or headline has words that begin as typed; else its newest. */
export function useBackedUp(path: string, typed: string) {
  return useQuery({
    queryKey: [...key, 'dispatches', path, typed],
    queryFn: () => fetchFrom('backup.dispatches', { path, typed }),
    placeholderData: (before) => before,
  });
}

/** A dispatch as a backup has it, beside today's; null while none is chosen. */
export function useBackedUpDispatch(path: string, id: string | null) {
  return useQuery({
    queryKey: [...key, 'dispatch', path, id],
    queryFn: () => (id === null ? null : fetchFrom('backup.dispatch', { path, id })),
  });
}
