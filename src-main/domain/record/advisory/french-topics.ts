import { frenchAttributions, type Attribution, type SpeechAct } from './french-speakers';
import {
  attributionTokens,
  hasQuotation,
  isBoundary,
  isCapital,
  joinTokens,
  wordSet,
} from './tokens';

/** A number in digits, but no year, or in words. */
const number =
  '(?:(?!(?:19|20)\\d\\d(?!\\d))\\d[\\d \\u00A0\\u202F.,]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|dizaines?|vingtaine|trentaine|centaines?|milliers?)';
/** In the plural: of one dead a text tells, it does not count. */
const casualties = '(?:morts|tuée?s|blessée?s|victimes|décès|décédée?s|disparue?s)(?![\\p{L}])';
const toll = new RegExp(
  `(?<![\\p{L}\\d])${number}(?![\\p{L}])(?:[\\s\\u00A0\\u202F]*[\\p{L}’-]+){0,4}?[\\s\\u00A0\\u202F]+${casualties}|(?<![\\p{L}])tuée?s?[\\s\\u00A0]+(?:au moins |plus de |environ )?${number}(?![\\p{L}])`,
  'iu',
);

/** Whether a French text counts dead, injured or missing people. */
export function frenchToll(text: string): boolean {
  return toll.test(text);
}

const longestTopic = 60;

/**
 * What some added French text is, the most telling first: a toll, somebody's reaction, quote or
 * announcement, a quote. Every word of it follows from the text.
 */
export function frenchTopics(text: string): readonly string[] {
  const isQuoting = hasQuotation(text);
  const hasToll = frenchToll(text);
  const attributions = frenchAttributions(attributionTokens(text));
  const speeches = attributions
    .map((attribution) => speechTopic(attribution, text, isQuoting))
    .filter((topic) => topic !== null && topic.length <= longestTopic) as readonly string[];
  const topics = hasToll && !isQuoting ? ['bilan', ...speeches] : [...speeches];
  if (topics.length === 0 && isQuoting && attributions.length > 0) topics.push('citation');
  if (hasToll && isQuoting) topics.push('bilan');
  return [...new Set(topics)];
}

const nouns: Readonly<
  Record<SpeechAct, { readonly institution: string; readonly person: string }>
> = {
  say: { institution: 'réaction', person: 'déclaration' },
  react: { institution: 'réaction', person: 'réaction' },
  announce: { institution: 'annonce', person: 'annonce' },
  deny: { institution: 'démenti', person: 'démenti' },
  confirm: { institution: 'confirmation', person: 'confirmation' },
  specify: { institution: 'précisions', person: 'précisions' },
};

/** What is said aloud: an announcement is one whether it is quoted or not. */
const isSaying: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['say', 'react']);

function speechTopic(
  { act, speaker }: Attribution,
  text: string,
  isQuoting: boolean,
): string | null {
  if (speaker === null) return null;
  const { is, of } = speaker;
  if (
    is === 'institution' &&
    act !== 'deny' &&
    /\bcommuniqué(?!\p{L})/iu.test(withoutVerbs(text))
  ) {
    return `communiqué ${of}`;
  }
  if (is === 'person' && isQuoting && isSaying.has(act)) return `citation ${of}`;
  return `${nouns[act][is]} ${of}`;
}

/** The text without “a communiqué”, which is no communiqué. */
function withoutVerbs(text: string): string {
  return text.replace(/\b(?:a|ont)\s+communiqué/giu, '');
}

/** What stands before a name, and the article the name then has after “sur”. */
const articlesBefore: ReadonlyMap<string, string> = new Map([
  ['le', 'le '],
  ['du', 'le '],
  ['au', 'le '],
  ['la', 'la '],
  ['l’', 'l’'],
  ['les', 'les '],
  ['aux', 'les '],
  ...[
    ...wordSet('d’ de à par avec sur vers contre entre pour chez selon depuis ville province'),
  ].map((word) => [word, ''] as const),
]);

/**
 * A proper name of an added French text with its article, ready to follow “sur”; one the story did
 * not have before, if there is one. Only names inside a sentence count: at its beginning every word
 * has a capital.
 */
export function frenchSubject(text: string, known: string): string | null {
  const tokens = attributionTokens(text);
  let familiar: string | null = null;
  for (const [at, token] of tokens.entries()) {
    if (!isCapital(token) || isCapital(tokens[at - 1])) continue;
    const article = articlesBefore.get(tokens[at - 1] ?? '');
    const isMidSentence = at > 1 && !isBoundary(tokens[at - 1]);
    if (article === undefined || !isMidSentence) continue;
    // “Rio de Janeiro” is not “Janeiro”.
    const isEnd = /^(?:de|d’)$/.test(tokens[at - 1] ?? '') && isCapital(tokens[at - 2]);
    const name = isEnd ? null : nameFrom(tokens, at);
    if (name === null) continue;
    const subject = `${article}${name}`;
    if (!known.includes(name)) return subject;
    familiar ??= subject;
  }
  return familiar;
}

function nameFrom(tokens: readonly string[], from: number): string | null {
  const end = endOfName(tokens, from);
  const name = joinTokens(tokens.slice(from, end));
  const next = tokens[end];
  // “la Coupe du monde”, “la Loi fondamentale”, “le XIXe siècle”: the name is longer than its capitals.
  const isWhole = tokens[from - 1] === 'à' || isBoundary(next) || functionWords.has(next ?? '');
  const isOffice = tokens
    .slice(Math.max(0, from - 4), from)
    .some((word) => word.startsWith('minist'));
  if (!isWhole || isOffice || /^[IVXLC]+e?$/.test(name)) return null;
  return name.length > 1 && name.length <= 40 && !name.endsWith('.') ? name : null;
}

/** The capitals from a place on, and those after a “de” among them: “Rio de Janeiro”. */
function endOfName(tokens: readonly string[], from: number): number {
  let end = from;
  while (isCapital(tokens[end])) end += 1;
  const goesOn = /^(?:de|d’)$/.test(tokens[end] ?? '') && isCapital(tokens[end + 1]);
  return goesOn ? endOfName(tokens, end + 1) : end;
}

const functionWords = wordSet(
  `a ont est sont était étaient sera avait et ou mais où qui que dont en à au aux dans sur sous par pour
  avec sans vers depuis après avant pendant lors selon comme il elle lundi mardi mercredi jeudi
  vendredi samedi dimanche hier`,
);
