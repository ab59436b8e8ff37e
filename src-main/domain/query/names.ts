import type { EntryState, Filter, SearchField, ValueName } from './query';

/** What a name before a colon asks for. */
export type Named =
  | { readonly is: 'field'; readonly field: SearchField }
  | { readonly is: 'choice'; readonly choice: ChoiceName }
  | { readonly is: 'value'; readonly value: ValueName | 'subject' | 'person' }
  | { readonly is: 'time'; readonly time: 'on' | 'since' | 'until' }
  | { readonly is: 'number'; readonly number: 'urgency' | 'words' };
export type ChoiceName = 'is' | 'has' | 'lang' | 'kind';

const field = (name: SearchField): Named => ({ is: 'field', field: name });

/** Every name before a colon, folded, in English and French. */
const names: Readonly<Record<string, Named>> = {
  headline: field('headline'),
  titre: field('headline'),
  lead: field('lead'),
  chapo: field('lead'),
  body: field('body'),
  corps: field('body'),
  caption: field('caption'),
  legende: field('caption'),
  credit: field('credit'),
  note: field('note'),
  slug: field('slug'),
  sign: field('sign'),
  signature: field('sign'),
  original: field('original'),
  is: { is: 'choice', choice: 'is' },
  est: { is: 'choice', choice: 'is' },
  has: { is: 'choice', choice: 'has' },
  avec: { is: 'choice', choice: 'has' },
  lang: { is: 'choice', choice: 'lang' },
  langue: { is: 'choice', choice: 'lang' },
  kind: { is: 'choice', choice: 'kind' },
  genre: { is: 'choice', choice: 'kind' },
  desk: { is: 'value', value: 'desk' },
  rubrique: { is: 'value', value: 'desk' },
  agency: { is: 'value', value: 'agency' },
  agence: { is: 'value', value: 'agency' },
  place: { is: 'value', value: 'place' },
  lieu: { is: 'value', value: 'place' },
  person: { is: 'value', value: 'person' },
  personne: { is: 'value', value: 'person' },
  subject: { is: 'value', value: 'subject' },
  sujet: { is: 'value', value: 'subject' },
  on: { is: 'time', time: 'on' },
  le: { is: 'time', time: 'on' },
  since: { is: 'time', time: 'since' },
  depuis: { is: 'time', time: 'since' },
  until: { is: 'time', time: 'until' },
  jusque: { is: 'time', time: 'until' },
  "jusqu'a": { is: 'time', time: 'until' },
  urgency: { is: 'number', number: 'urgency' },
  urgence: { is: 'number', number: 'urgency' },
  words: { is: 'number', number: 'words' },
  mots: { is: 'number', number: 'words' },
};

const states: Readonly<Record<string, EntryState>> = {
  draft: 'draft',
  brouillon: 'draft',
  published: 'published',
  publie: 'published',
  note: 'note',
  original: 'original',
  current: 'current',
  actuel: 'current',
  superseded: 'superseded',
  remplace: 'superseded',
  corrected: 'corrected',
  rectifie: 'corrected',
  killed: 'killed',
  annule: 'killed',
  undated: 'undated',
  'sans-date': 'undated',
};

type KindValue = Extract<Filter, { name: 'kind' }>['value'];
const kinds: Readonly<Record<string, KindValue>> = {
  report: 'report',
  depeche: 'report',
  update: 'update',
  'mise-a-jour': 'update',
  correction: 'correction',
  rectificatif: 'correction',
  writethru: 'writethru',
  reprise: 'writethru',
  advisory: 'advisory',
  avis: 'advisory',
  kill: 'kill',
  annulation: 'kill',
};

/** The values of each choice, folded, with the filter each stands for. */
const choices: Readonly<Record<ChoiceName, Readonly<Record<string, Filter>>>> = {
  is: filters(states, (value) => ({ name: 'is', value })),
  has: {
    photo: { name: 'has', value: 'photo' },
    'open-note': { name: 'has', value: 'open-note' },
    'note-ouverte': { name: 'has', value: 'open-note' },
  },
  lang: { fr: { name: 'lang', value: 'fr' }, en: { name: 'lang', value: 'en' } },
  kind: filters(kinds, (value) => ({ name: 'kind', value })),
};

function filters<T>(
  values: Readonly<Record<string, T>>,
  make: (value: T) => Filter,
): Readonly<Record<string, Filter>> {
  return Object.fromEntries(Object.entries(values).map(([typed, value]) => [typed, make(value)]));
}

/** What a folded name before a colon asks for; undefined for a name nobody knows. */
export function namedOf(folded: string): Named | undefined {
  return Object.hasOwn(names, folded) ? names[folded] : undefined;
}

/** The filter a folded value of a choice stands for. */
export function choiceOf(choice: ChoiceName, folded: string): Filter | undefined {
  const values = choices[choice];
  return Object.hasOwn(values, folded) ? values[folded] : undefined;
}

/** The names as they are offered, in a language: fields, choices, values, dates, numbers. */
export const offeredNames = {
  en: [
    'headline',
    'lead',
    'body',
    'caption',
    'credit',
    'note',
    'slug',
    'sign',
    'original',
    'is',
    'has',
    'lang',
    'kind',
    'desk',
    'agency',
    'place',
    'subject',
    'person',
    'on',
    'since',
    'until',
    'urgency',
    'words',
  ],
  fr: [
    'titre',
    'chapo',
    'corps',
    'legende',
    'credit',
    'note',
    'slug',
    'signature',
    'original',
    'est',
    'avec',
    'langue',
    'genre',
    'rubrique',
    'agence',
    'lieu',
    'sujet',
    'personne',
    'le',
    'depuis',
    'jusque',
    'urgence',
    'mots',
  ],
} as const;

/** The values offered for a choice, in a language: one word for each meaning. */
export function offeredValues(choice: ChoiceName, language: 'fr' | 'en'): readonly string[] {
  const byMeaning = new Map<string, string[]>();
  for (const [typed, filter] of Object.entries(choices[choice])) {
    const meaning = JSON.stringify(filter);
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), typed]);
  }
  // The English word stands first, the French one after it.
  return [...byMeaning.values()].map(
    (words) => (language === 'fr' ? words.at(-1) : words[0]) ?? '',
  );
}

/** The known name or value nearest to what was typed: at most two letters away, and fewer than half. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.ceil(typed.length / 2) - 1) + 1;
  for (const word of known) {
    const distance = editDistance(typed, word, least);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** Every folded name, for suggestions. */
export const allNames: readonly string[] = Object.keys(names);

/** Every folded value of a choice, for suggestions. */
export function valuesOf(choice: ChoiceName): readonly string[] {
  return Object.keys(choices[choice]);
}

/**
 * The number of letters to add, leave out, change or swap with their neighbour to come from one
 * word to another (optimal string alignment); `limit` where it is that or more.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= to.length; j += 1) {
      const same = from.charCodeAt(i - 1) === to.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        from.charCodeAt(i - 1) === to.charCodeAt(j - 2) &&
        from.charCodeAt(i - 2) === to.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(limit, last[to.length] ?? limit);
}
