import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { appError, type AppError } from '../contract/errors';
import { preferencesSchema, type Preferences } from '../contract/models';
import { charactersPerFeuillet } from '../domain/document/counts';
import { lengthLimits } from '../domain/record/lengths';
import { err, ok, type Result } from '../domain/result';

/** Names of institutions as wire desks write them; the desk's list begins with these. */
const houseFormsAtFirst = [
  'Maison Blanche',
  'Union européenne',
  'Nations unies',
  'Assemblée nationale',
  'Banque centrale européenne',
  'White House',
  'European Union',
  'United Nations',
];

/** The first of a person's abbreviations, which shows how they are written. */
const abbreviationsAtFirst = ['md | Maison Blanche'];

/** The lengths of wire desks. */
const limitsAtFirst = { ...lengthLimits, feuillet: charactersPerFeuillet };

/** Archives that are remembered as opened last. */
const mostRecent = 10;

/** What is remembered outside the archive: preferences, the archive last used, the window's place. */
const settingsSchema = z.object({
  // What was added since the first version has a value in files that lack it.
  preferences: preferencesSchema.extend({
    typography: z.boolean().default(true),
    invisibles: z.boolean().default(false),
    styleMarks: preferencesSchema.shape.styleMarks.default(true),
    wireCapitals: preferencesSchema.shape.wireCapitals.default(true),
    words: preferencesSchema.shape.words.default([]),
    houseForms: preferencesSchema.shape.houseForms.default(() => [...houseFormsAtFirst]),
    abbreviations: preferencesSchema.shape.abbreviations.default(() => [...abbreviationsAtFirst]),
    typographyLanguages: preferencesSchema.shape.typographyLanguages.default(['fr', 'en']),
    signOff: preferencesSchema.shape.signOff.default(''),
    limits: preferencesSchema.shape.limits.default(limitsAtFirst),
    typewriter: preferencesSchema.shape.typewriter.default(false),
    measure: preferencesSchema.shape.measure.default(66),
    textSize: preferencesSchema.shape.textSize.default(18),
    keymap: preferencesSchema.shape.keymap.default({}),
    exportFormat: preferencesSchema.shape.exportFormat.default('html'),
    updateFeed: preferencesSchema.shape.updateFeed.default(''),
  }),
  /** The archive opened last; null before the first start. */
  archivePath: z.string().nullable(),
  /** The archives opened last, the newest first. */
  recentArchives: z.array(z.string()).max(mostRecent).default([]),
  /** A folder in which backups are kept too. */
  secondFolder: z.string().nullable().default(null),
  /** The key those are sealed with: its private half opens with a passphrase that is kept nowhere. */
  backupKey: z.object({ recipient: z.string(), sealed: z.string() }).nullable().default(null),
  window: z
    .object({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      maximized: z.boolean(),
    })
    .nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type WindowPlace = NonNullable<Settings['window']>;

const atFirst: Settings = {
  preferences: {
    language: 'system',
    theme: 'system',
    initials: '',
    zone: 'system',
    typography: true,
    invisibles: false,
    styleMarks: true,
    wireCapitals: true,
    words: [],
    houseForms: [...houseFormsAtFirst],
    abbreviations: [...abbreviationsAtFirst],
    typographyLanguages: ['fr', 'en'],
    signOff: '',
    limits: limitsAtFirst,
    typewriter: false,
    measure: 66,
    textSize: 18,
    keymap: {},
    exportFormat: 'html',
    updateFeed: '',
  },
  archivePath: null,
  recentArchives: [],
  secondFolder: null,
  backupKey: null,
  window: null,
};

/** The settings file: read once, written whole at each change. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** Changes some settings; throws nothing: a file that cannot be written keeps them for this run. */
  readonly set: (change: Partial<Settings>) => void;
};

/**
 * Opens the settings file, readable JSON. One that is missing means a first start; one that is not
 * understood is moved aside, never overwritten.
 */
export function openSettings(path: string): SettingsStore {
  let settings = readSettings(path);
  return {
    get: () => settings,
    set: (change) => {
      settings = { ...settings, ...change };
      writeSettings(path, settings);
    },
  };
}

/** Preferences with some of them changed. */
export function changedPreferences(
  preferences: Preferences,
  change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined },
): Preferences {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return preferencesSchema.parse({ ...preferences, ...Object.fromEntries(given) });
}

/** The archives opened last, with one that was opened now. */
export function withRecent(recent: readonly string[], path: string): string[] {
  return [path, ...recent.filter((one) => one !== path)].slice(0, mostRecent);
}

/** A file of preferences is not larger, in bytes. */
export const longestPreferences = 4_000_000;

/** Preferences as a file, in the form of the settings file. */
export function preferencesFile(preferences: Preferences): string {
  return `${JSON.stringify({ preferences }, null, 2)}\n`;
}

/**
 * Reads a file of preferences, or a settings file: `validation` for the reason `not-preferences`, with the
 * place, where one of them is not understood. Names it does not know are left out.
 */
export function readPreferences(text: string): Result<Partial<Preferences>, AppError> {
  const file = z
    .object({ preferences: preferencesSchema.partial() })
    .safeParse(jsonOrUndefined(text));
  if (file.success) {
    const known = Object.entries(file.data.preferences).filter(([, value]) => value !== undefined);
    return ok(Object.fromEntries(known));
  }
  const where = file.error.issues[0]?.path.join('.') ?? '';
  return err(appError('validation', 'not-preferences', { where: where === '' ? 'JSON' : where }));
}

/** How many preferences differ. */
export function differing(before: Preferences, after: Preferences): number {
  const names = Object.keys(after) as (keyof Preferences)[];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name])).length;
}

function readSettings(path: string): Settings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return atFirst;
  }
  const parsed = settingsSchema.safeParse(jsonOrUndefined(text));
  if (parsed.success) return parsed.data;
  try {
    renameSync(path, `${path}.not-understood`);
  } catch {
    // It stays where it is; this run goes on with the first settings.
  }
  return atFirst;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeSettings(path: string, settings: Settings): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.writing`, `${JSON.stringify(settings, null, 2)}\n`);
    renameSync(`${path}.writing`, path);
  } catch {
    // A read-only place: the settings hold for this run.
  }
}
