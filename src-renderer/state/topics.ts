import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Subject } from '@domain/exchange/item';
import { call } from '../bridge/bridge';
import { fetchFrom, queryClient } from './client';
import { refresh } from './queries';
import { sayError } from './toasts';

const key = 'topics';
const most = 60;

/** The topics a person may mean; those of the top while nothing is typed. */
export function useTopics(text: string) {
  return useQuery({
    queryKey: [key, text],
    queryFn: () => fetchFrom('topic.find', { text, limit: most }),
    placeholderData: keepPreviousData,
  });
}

/** Says what a dispatch is about; a failure is said. */
export async function setSubjects(id: string, subjects: readonly Subject[]): Promise<void> {
  const outcome = await call('dispatch.set-subjects', { id, subjects: [...subjects] });
  if (outcome.ok) refresh([id]);
  else sayError(outcome.error);
}

/** Takes in files of the vocabulary; how much is known then, or null where nothing came of it. */
export async function loadTopics(): Promise<{ count: number; release: string | null } | null> {
  const outcome = await call('topic.load', {});
  void queryClient.invalidateQueries({ queryKey: [key] });
  if (outcome.ok) return outcome.value;
  if (outcome.error.code !== 'cancelled') sayError(outcome.error);
  return null;
}
