import type { AppError } from '@contract/errors';
import type { Preferences } from '@contract/models';
import { call } from '../bridge/bridge';
import { queryClient } from './client';
import { keys } from './queries';
import { say } from './toasts';

/** Changes preferences and reads them again; gives what went wrong, or null. */
export async function setPreferences(part: Partial<Preferences>): Promise<AppError | null> {
  const outcome = await call('preferences.set', part);
  await queryClient.invalidateQueries({ queryKey: keys.preferences });
  return outcome.ok ? null : outcome.error;
}

/** Saves the preferences as a file where the person says; gives what went wrong, or null. */
export async function exportPreferences(): Promise<AppError | null> {
  const outcome = await call('preferences.export', {});
  if (outcome.ok) {
    say('preferences.exported', { path: outcome.value.path }, 'good');
    return null;
  }
  return outcome.error.code === 'cancelled' ? null : outcome.error;
}

/** Takes preferences in from a file the person chooses; gives what went wrong, or null. */
export async function importPreferences(): Promise<AppError | null> {
  const outcome = await call('preferences.import', {});
  await queryClient.invalidateQueries({ queryKey: keys.preferences });
  if (outcome.ok) {
    say('preferences.imported', { count: outcome.value.taken }, 'good');
    return null;
  }
  return outcome.error.code === 'cancelled' ? null : outcome.error;
}
