import { englishSubject, englishToll, englishTopics } from './english-topics';
import type { ChangedPlace, NamedPart } from './facts';
import type { AdvisoryLanguage } from './language';
import { numbersOf, parts, stretches } from './places';

function list(items: readonly string[]): string {
  const [last] = items.slice(-1);
  const others = items.slice(0, -1);
  return others.length === 0 ? (last ?? '') : `${others.join(', ')} and ${last}`;
}

/** “paragraph 4”, “paragraphs 2, 4 and 6”, “paragraphs 4 to 6”; null for very many. */
function enumerated(numbers: readonly number[]): string | null {
  if (numbers.length === 1) return `paragraph ${numbers[0]}`;
  const found = stretches(numbers);
  if (found === null) return null;
  const told = found.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
  return `paragraphs ${list(told)}`;
}

function inParagraphs(numbers: readonly number[]): string {
  const told = enumerated(numbers);
  return told === null ? 'throughout' : `in ${told}`;
}

const names: Readonly<Record<NamedPart | 'photo', readonly [one: string, several: string]>> = {
  headline: ['headline', 'headlines'],
  crosshead: ['crosshead', 'crossheads'],
  attribution: ['attribution of a quote', 'attributions of quotes'],
  table: ['table', 'tables'],
  caption: ['caption', 'captions'],
  credit: ['credit', 'credits'],
  alt: ['photo description', 'photo descriptions'],
  signoff: ['sign-off', 'sign-offs'],
  photo: ['photo', 'photos'],
};

const named = (part: NamedPart | 'photo', count: number): string =>
  names[part][count === 1 ? 0 : 1];

function quotes(numbers: readonly number[]): readonly string[] {
  if (numbers.length === 0) return [];
  const told = enumerated(numbers);
  if (told === null) return ['quotes throughout'];
  return [`${numbers.length === 1 ? 'quote' : 'quotes'} in ${told}`];
}

function places(given: readonly ChangedPlace[]): string {
  const found = parts(given);
  const told = ({ part, count }: (typeof found)[number]): string => named(part, count);
  const numbers = numbersOf(given, 'paragraph');
  return list([
    ...found.filter(({ part }) => part === 'headline').map(told),
    ...(numbers.length === 0 ? [] : [enumerated(numbers) ?? 'text']),
    ...quotes(numbersOf(given, 'quote')),
    ...found.filter(({ part }) => part !== 'headline').map(told),
  ]);
}

/** Advisory lines in English, as wires write them: “Adds Kremlin reaction in paragraph 4”. */
export const english: AdvisoryLanguage = {
  topics: englishTopics,
  hasToll: englishToll,
  subject: englishSubject,
  detailsOn: (name) => `detail on ${name}`,
  passage: (heading) => `section “${heading}”`,
  someDetails: 'detail',
  toll: 'toll',
  passim: 'throughout',
  list,
  separator: '; ',
  colon: ': ',
  inParagraphs,
  places,
  inPlaces: places,
  newPart: named,
  oldPart: named,
  paragraphs: (count) => (count === 1 ? 'one paragraph' : `${count} paragraphs`),
  swap: ({ old, new: now }) => {
    if (old === '') return `adds “${now}”`;
    return now === '' ? `drops “${old}”` : `“${now}”, not “${old}”`;
  },
  verbs: {
    add: 'adds',
    update: 'updates',
    correct: 'corrects',
    rewrite: 'rewrites',
    remove: 'drops',
    move: 'moves',
  },
};
