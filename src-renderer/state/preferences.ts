import type { AppError } from '@contract/errors';
import type { Preferences } from '@contract/models';
import { call } from '../bridge/bridge';
import { queryClient } from './client';
import { keys } from './queries';

/** Changes preferences and reads them again; gives what went wrong, or null. */
export async function setPreferences(part: Partial<Preferences>): Promise<AppError | null> {
  const outcome = await call('preferences.set', part);
  await queryClient.invalidateQueries({ queryKey: keys.preferences });
  return outcome.ok ? null : outcome.error;
}
