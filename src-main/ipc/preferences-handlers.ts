import { ok } from '../domain/result';
import {
  differing,
  longestPreferences,
  preferencesFile,
  readPreferences,
} from '../services/preferences';
import { readAsked, saveAs, type Some } from './asking';
import type { ShellPorts } from './ports';

/** The preferences, and a file of them in and out. */
export function preferencesHandlers(ports: ShellPorts): Some<'preferences'> {
  const { preferences } = ports;
  return {
    'preferences.get': () => Promise.resolve(ok(preferences.get())),
    'preferences.set': (change) => Promise.resolve(ok(preferences.set(change))),
    'preferences.export': (_request, { windowId }) => {
      const file = preferencesFile(preferences.get().preferences);
      const bytes = new TextEncoder().encode(file);
      return saveAs(ports, windowId, 'writethru-preferences.json', bytes);
    },
    'preferences.import': async (_request, { windowId }) => {
      const text = await readAsked(
        ports,
        windowId,
        'preferences',
        longestPreferences,
        'preferences-too-large',
      );
      const read = text.ok ? readPreferences(text.value) : text;
      if (!read.ok) return read;
      const before = preferences.get().preferences;
      return ok({ taken: differing(before, preferences.set(read.value)) });
    },
  };
}
