import { QueryClient } from '@tanstack/react-query';
import type { AppError } from '@contract/errors';
import { call, type Channel } from '../bridge/bridge';
import type { RequestOf, ResponseOf } from '@contract/requests';

/** An {@link AppError} in flight: queries report failure by throwing. */
export class Failure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** What went wrong with a query, as a code the window has words for. */
export function errorOf(thrown: unknown): AppError {
  return thrown instanceof Failure ? thrown.error : { code: 'internal' };
}

/** Asks main for something; throws a {@link Failure} when it fails. For queries only. */
export async function fetchFrom<C extends Channel>(
  channel: C,
  request: RequestOf<C>,
): Promise<ResponseOf<C>> {
  const outcome = await call(channel, request);
  if (!outcome.ok) throw new Failure(outcome.error);
  return outcome.value;
}

/**
 * What the window knows of the archive. Everything is on this machine: nothing waits for a network,
 * nothing goes stale by age, and main says when something changed.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
    },
  },
});
