import type { ChangedPlace, NamedPart } from './facts';
import { frenchSubject, frenchToll, frenchTopics } from './french-topics';
import type { AdvisoryLanguage } from './language';
import { numbersOf, parts, stretches } from './places';

const noBreak = '\u00A0';
const narrow = '\u202F';

const ordinal = (number: number): string => (number === 1 ? '1er' : `${number}e`);

function list(items: readonly string[]): string {
  const [last] = items.slice(-1);
  const others = items.slice(0, -1);
  return others.length === 0 ? (last ?? '') : `${others.join(', ')} et ${last}`;
}

/** “2, 4 et 6”, “4 à 6”; null for so many that nobody would look each up. */
function enumerated(numbers: readonly number[]): string | null {
  const found = stretches(numbers);
  return found === null
    ? null
    : list(found.map(({ from, to }) => (from === to ? `${from}` : `${from} à ${to}`)));
}

function inParagraphs(numbers: readonly number[]): string {
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) return `au ${ordinal(only)} paragraphe`;
  const told = enumerated(numbers);
  return told === null ? 'passim' : `aux paragraphes ${told}`;
}

const names: Readonly<Record<NamedPart | 'photo', readonly [one: string, several: string]>> = {
  headline: ['le titre', 'les titres'],
  crosshead: ['l’intertitre', 'les intertitres'],
  attribution: ['l’auteur d’une citation', 'les auteurs de citations'],
  table: ['le tableau', 'les tableaux'],
  caption: ['la légende', 'les légendes'],
  credit: ['le crédit', 'les crédits'],
  alt: ['la description de la photo', 'les descriptions des photos'],
  signoff: ['la signature', 'les signatures'],
  photo: ['la photo', 'les photos'],
};

const bareNames: typeof names = {
  headline: ['titre', 'titres'],
  crosshead: ['intertitre', 'intertitres'],
  attribution: ['auteur d’une citation', 'auteurs de citations'],
  table: ['tableau', 'tableaux'],
  caption: ['légende', 'légendes'],
  credit: ['crédit', 'crédits'],
  alt: ['description de la photo', 'descriptions des photos'],
  signoff: ['signature', 'signatures'],
  photo: ['photo', 'photos'],
};

function paragraphsAsObject(numbers: readonly number[]): readonly string[] {
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [`le ${ordinal(only)} paragraphe`];
  const told = enumerated(numbers);
  return [told === null ? 'le texte' : `les paragraphes ${told}`];
}

function quotesAsObject(numbers: readonly number[]): readonly string[] {
  const [only] = numbers;
  if (only === undefined) return [];
  if (numbers.length === 1) return [`la citation du ${ordinal(only)} paragraphe`];
  const told = enumerated(numbers);
  return [told === null ? 'des citations' : `les citations des paragraphes ${told}`];
}

function places(given: readonly ChangedPlace[]): string {
  const named = parts(given).map(({ part, count }) => names[part][count === 1 ? 0 : 1]);
  const [headline, others] = [
    named.filter((name) => name.includes('titre') && !name.includes('inter')),
    named.filter((name) => !name.includes('titre') || name.includes('inter')),
  ];
  return list([
    ...headline,
    ...paragraphsAsObject(numbersOf(given, 'paragraph')),
    ...quotesAsObject(numbersOf(given, 'quote')),
    ...others,
  ]);
}

function inPlaces(given: readonly ChangedPlace[]): string {
  const numbers = numbersOf(given, 'paragraph');
  return given.every(({ is }) => is === 'paragraph') ? inParagraphs(numbers) : places(given);
}

const quoted = (words: string): string => `«${narrow}${words}${narrow}»`;

/** Advisory lines in French, as newsrooms write them: “Ajoute réaction du Kremlin”. */
export const french: AdvisoryLanguage = {
  topics: frenchTopics,
  hasToll: frenchToll,
  subject: frenchSubject,
  detailsOn: (name) => `détails sur ${name}`,
  passage: (heading) => `passage ${quoted(heading)}`,
  someDetails: 'détails',
  toll: 'bilan',
  passim: 'passim',
  list,
  separator: `${narrow}; `,
  colon: `${noBreak}: `,
  inParagraphs,
  places,
  inPlaces,
  newPart: (part, count) => bareNames[part][count === 1 ? 0 : 1],
  oldPart: (part, count) => names[part][count === 1 ? 0 : 1],
  paragraphs: (count) => (count === 1 ? 'un paragraphe' : `${count}${noBreak}paragraphes`),
  swap: ({ old, new: now }) => {
    if (old === '') return `ajoute ${quoted(now)}`;
    return now === '' ? `supprime ${quoted(old)}` : `${quoted(now)} et non ${quoted(old)}`;
  },
  verbs: {
    add: 'ajoute',
    update: 'actualise',
    correct: 'corrige',
    rewrite: 'réécrit',
    remove: 'supprime',
    move: 'déplace',
  },
};
