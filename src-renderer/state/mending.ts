import { useQuery } from '@tanstack/react-query';
import { call } from '../bridge/bridge';
import { fetchFrom, queryClient } from './client';
import { flushDraft } from './draft';
import { say, sayError } from './toasts';

const key = ['mended'] as const;

/** What the last mending of the archive found and did; null once somebody has seen it. */
export function useMended() {
  const { data } = useQuery({ queryKey: key, queryFn: () => fetchFrom('archive.mended', {}) });
  return data?.report ?? null;
}

/** Forgets the report of the last mending; the file beside the damaged archive stays. */
export async function acknowledgeMending(): Promise<void> {
  const outcome = await call('archive.acknowledge-mending', {});
  if (!outcome.ok) sayError(outcome.error);
  await queryClient.invalidateQueries({ queryKey: key });
}

/** Mends the archive; the window begins anew when it is done. Whether it was. */
export async function mendArchive(): Promise<boolean> {
  if (!(await flushDraft())) {
    say('toast.not-flushed');
    return false;
  }
  const outcome = await call('archive.mend', {});
  if (!outcome.ok) sayError(outcome.error);
  await queryClient.invalidateQueries({ queryKey: key });
  return outcome.ok;
}
