import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../bridge/bridge';
import { fetchFrom } from './client';
import { refresh } from './queries';
import { sayError } from './toasts';

/** Persons of the archive of whose names a word begins so, and how many dispatches speak of each. */
export function usePersons(typed: string) {
  return useQuery({
    queryKey: ['persons', typed],
    queryFn: () => fetchFrom('search.complete', { of: 'person', typed }),
    placeholderData: keepPreviousData,
  });
}

/** Says whom a dispatch speaks of; a failure is said. */
export async function setPersons(id: string, persons: readonly string[]): Promise<void> {
  const outcome = await call('dispatch.set-persons', { id, persons: [...persons] });
  if (outcome.ok) refresh([id]);
  else sayError(outcome.error);
}
