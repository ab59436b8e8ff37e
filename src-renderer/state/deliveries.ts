import { useQuery } from '@tanstack/react-query';
import type { AppError } from '@contract/errors';
import type { RequestOf } from '@contract/requests';
import { call } from '../bridge/bridge';
import { fetchFrom, queryClient } from './client';

const deliveriesKey = ['deliveries'] as const;
const wireInKey = ['wire-in'] as const;

/** The delivery folders, and what is yet to be delivered to them. */
export function useDeliveries() {
  return useQuery({ queryKey: deliveriesKey, queryFn: () => fetchFrom('delivery.list', {}) });
}

/** The folder the wire comes in by, and what came of it. */
export function useWireIn() {
  return useQuery({ queryKey: wireInKey, queryFn: () => fetchFrom('wire-in.get', {}) });
}

/** Reads both again: something was delivered or came in, or the archive is another. */
export function refreshDeliveries(): void {
  void queryClient.invalidateQueries({ queryKey: deliveriesKey });
  void queryClient.invalidateQueries({ queryKey: wireInKey });
}

/** What a change answers: why it was not made, or null. */
type Changed = Promise<AppError | null>;

/** The changes to folders and queue that a window asks for. */
type Change =
  | 'delivery.save-folder'
  | 'delivery.remove-folder'
  | 'delivery.retry'
  | 'delivery.drop'
  | 'wire-in.set';

/** Changes folders or the queue; null when it was done, else why not. */
export async function changeDeliveries<C extends Change>(
  channel: C,
  request: RequestOf<C>,
): Changed {
  const outcome = await call(channel, request);
  refreshDeliveries();
  return outcome.ok ? null : outcome.error;
}

/** Asks for a folder; null where the person thought better of it. */
export async function chooseFolder(): Promise<string | null> {
  const outcome = await call('delivery.choose-folder', {});
  return outcome.ok ? outcome.value.path : null;
}
