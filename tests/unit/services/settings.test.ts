import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Preferences } from '@contract/models';
import { userDataFolder } from '../../../src-main/places';
import {
  changedPreferences,
  differing,
  openSettings,
  preferencesFile,
  readPreferences,
} from '../../../src-main/services/preferences';
import { temporaryFolder } from '../../support/archives';

describe('the settings file', () => {
  it('is absent at a first start, and keeps what is set', () => {
    const file = path.join(temporaryFolder(), 'deep', 'preferences.json');
    const settings = openSettings(file);
    expect(settings.get().archivePath).toBeNull();
    settings.set({ archivePath: '/somewhere/desk.writethru' });
    expect(openSettings(file).get().archivePath).toBe('/somewhere/desk.writethru');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      preferences: { language: 'system' },
    });
  });

  it('that is not understood is moved aside, not overwritten', () => {
    const file = path.join(temporaryFolder(), 'preferences.json');
    writeFileSync(file, '{"preferences": oops');
    const settings = openSettings(file);
    settings.set({ archivePath: '/x' });
    expect(readFileSync(`${file}.not-understood`, 'utf8')).toBe('{"preferences": oops');
    expect(existsSync(file)).toBe(true);
  });

  it('takes a change to some preferences only', () => {
    const before = {
      language: 'fr',
      theme: 'dark',
      initials: 'mbr',
      zone: 'system',
      typography: false,
      invisibles: true,
      styleMarks: true,
      wireCapitals: true,
      words: ['Orbaz'],
      houseForms: [],
      abbreviations: ['ue | Union européenne'],
      typographyLanguages: ['fr'],
      signOff: 'atl/mbr',
      limits: { headline: 60, alert: 100, crosshead: 40, feuillet: 1500 },
      typewriter: true,
      measure: 72,
      textSize: 20,
      keymap: { 'dispatch.new': 'F5' },
      exportFormat: 'nitf',
      updateFeed: '',
    } satisfies Preferences;
    expect(changedPreferences(before, { theme: 'light', initials: undefined })).toEqual({
      ...before,
      theme: 'light',
    });
  });
});

describe('a settings file of an earlier version', () => {
  it('is understood, what it lacks has its first value', () => {
    const file = path.join(temporaryFolder(), 'preferences.json');
    const preferences = { language: 'fr', theme: 'dark', initials: 'mbr', zone: 'UTC' };
    writeFileSync(file, JSON.stringify({ preferences, archivePath: null, window: null }));
    const { houseForms } = openSettings(file).get().preferences;
    expect(houseForms).toContain('Maison Blanche');
    expect(openSettings(file).get().preferences).toEqual({
      ...preferences,
      typography: true,
      invisibles: false,
      styleMarks: true,
      wireCapitals: true,
      words: [],
      houseForms,
      abbreviations: ['md | Maison Blanche'],
      typographyLanguages: ['fr', 'en'],
      signOff: '',
      limits: { headline: 50, alert: 100, crosshead: 40, feuillet: 1500 },
      typewriter: false,
      measure: 66,
      textSize: 18,
      keymap: {},
      exportFormat: 'html',
      updateFeed: '',
    });
  });
});

describe('a file of preferences', () => {
  const { preferences } = openSettings(path.join(temporaryFolder(), 'none.json')).get();

  it('comes in as it went out, without what it does not know', () => {
    const file = JSON.parse(preferencesFile({ ...preferences, initials: 'zkl' })) as {
      preferences: Record<string, unknown>;
    };
    file.preferences['ofALaterVersion'] = true;
    const read = readPreferences(JSON.stringify(file));
    expect(read.ok && read.value).toEqual({ ...preferences, initials: 'zkl' });
    expect(differing(preferences, { ...preferences, initials: 'zkl' })).toBe(1);
  });

  it('is refused whole where one of them is not understood', () => {
    const file = { preferences: { initials: 'zkl', limits: { headline: -3 } } };
    const read = readPreferences(JSON.stringify(file));
    expect(!read.ok && read.error).toMatchObject({ reason: 'not-preferences' });
    expect(!read.ok && read.error.facts?.['where']).toMatch(/^preferences\.limits/);
    expect(readPreferences('oops').ok).toBe(false);
  });
});

describe('where a person’s files live', () => {
  it.each([
    ['linux', {}, path.join('/home/p', '.config', 'Writethru')],
    ['linux', { XDG_CONFIG_HOME: '/conf' }, path.join('/conf', 'Writethru')],
    ['darwin', {}, path.join('/home/p', 'Library', 'Application Support', 'Writethru')],
    ['win32', { APPDATA: '/roaming' }, path.join('/roaming', 'Writethru')],
  ] as const)('on %s with %o', (platform, env, folder) => {
    expect(userDataFolder({ platform, env, home: '/home/p' })).toBe(folder);
  });
});
