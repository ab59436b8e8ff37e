import { englishAttributions, type EnglishAct, type EnglishAttribution } from './english-speakers';
import { attributionTokens, hasQuotation, isCapital, isLower, joinTokens, wordSet } from './tokens';

/** A number in digits, but no year, or in words. */
const number =
  '(?:(?!(?:19|20)\\d\\d(?!\\d))\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|scores)';
const casualties =
  '(?:dead|killed|injured|wounded|deaths?|casualties|missing|victims|died)(?![\\p{L}])';
const toll = new RegExp(
  `(?<![\\p{L}\\d])${number}(?![\\p{L}])(?:\\s+(?!(?:was|is|he|she|his|her)\\s)[\\p{L}’-]+){0,4}?\\s+${casualties}|(?<![\\p{L}])(?:killed|killing|injured|injuring|wounded|wounding)\\s+(?:at least |more than |about |some )?${number}(?![\\p{L}])`,
  'iu',
);

/** Whether an English text counts dead, injured or missing people. */
export function englishToll(text: string): boolean {
  return toll.test(text);
}

const longestTopic = 60;

/**
 * What some added English text is, the most telling first: a toll, somebody's reaction, quote or
 * announcement, a quote. Every word of it follows from the text.
 */
export function englishTopics(text: string): readonly string[] {
  const isQuoting = hasQuotation(text);
  const hasToll = englishToll(text);
  const attributions = englishAttributions(attributionTokens(text));
  const speeches = attributions
    .map((attribution) => speechTopic(attribution, text, isQuoting))
    .filter((topic) => topic !== null && topic.length <= longestTopic) as readonly string[];
  const topics = hasToll && !isQuoting ? ['toll', ...speeches] : [...speeches];
  if (topics.length === 0 && isQuoting && attributions.length > 0) topics.push('quote');
  if (hasToll && isQuoting) topics.push('toll');
  return [...new Set(topics)];
}

const nouns: Readonly<
  Record<EnglishAct, { readonly institution: string; readonly person: string }>
> = {
  say: { institution: 'reaction', person: 'comment' },
  react: { institution: 'reaction', person: 'reaction' },
  announce: { institution: 'announcement', person: 'announcement' },
  deny: { institution: 'denial', person: 'denial' },
  confirm: { institution: 'confirmation', person: 'confirmation' },
};

/** What is said aloud: an announcement is one whether it is quoted or not. */
const isSaying: ReadonlySet<EnglishAct> = new Set<EnglishAct>(['say', 'react']);

function speechTopic(
  { act, speaker }: EnglishAttribution,
  text: string,
  isQuoting: boolean,
): string | null {
  if (speaker === null) return null;
  const { is, name, article } = speaker;
  if (is === 'person') {
    return `${isQuoting && isSaying.has(act) ? 'quote' : nouns[act].person} from ${name}`;
  }
  const isStatement = act !== 'deny' && /\bstatement\b/i.test(text);
  const noun = isStatement ? 'statement' : nouns[act].institution;
  return / (?:of|for) /.test(name) ? `${noun} from ${article}${name}` : `${name} ${noun}`;
}

/** Words after which a capital begins a name. */
const beforeNames = wordSet(
  'in of on at near from to with by against the over about between for around across outside',
);

/** Words with a capital in English that are no subject of their own. */
const noNames = wordSet(
  `I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
  July August September October November December American Russian Syrian French British German
  Chinese Iranian Iraqi Israeli Turkish Ukrainian European Italian Spanish Japanese Korean Indian
  African Asian Arab Palestinian Lebanese Egyptian Afghan Pakistani Polish Greek Swiss Dutch Belgian
  Swedish Canadian Australian Mexican Brazilian Western Eastern Northern Southern English Christian
  Muslim Jewish Islamic Mr Mrs Ms Dr President Minister`,
);

/**
 * A proper name of an added English text, ready to follow “on”; one the story did not have before,
 * if there is one. Only names after a preposition or an article count: elsewhere a capital may
 * begin a sentence or an adjective.
 */
export function englishSubject(text: string, known: string): string | null {
  const tokens = attributionTokens(text);
  let familiar: string | null = null;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1] ?? '';
    if (!isCapital(token) || !beforeNames.has(before)) continue;
    // “the Ministry of Culture” is not “Culture”.
    if (before === 'of' && isCapital(tokens[at - 2])) continue;
    const name = nameFrom(tokens, at);
    if (name === null) continue;
    const subject = before === 'the' ? `the ${name}` : name;
    if (!known.includes(name)) return subject;
    familiar ??= subject;
  }
  return familiar;
}

function nameFrom(tokens: readonly string[], from: number): string | null {
  const end = endOfName(tokens, from);
  const words = tokens.slice(from, end);
  const last = words.at(-1) ?? '';
  const isPossessive = last.endsWith('’s');
  if (isPossessive) words[words.length - 1] = last.slice(0, -2);
  const name = joinTokens(words);
  // “the Foreign ministry”, “the Andy Warhol exhibition”: the name belongs to what follows.
  const next = tokens[end];
  const isPartial =
    tokens[from - 1] === 'the' && (isPossessive || (isLower(next) && !mayFollow(next)));
  if (words.some((word) => noNames.has(word)) || isPartial) return null;
  return name.length > 1 && name.length <= 40 && !name.endsWith('.') ? name : null;
}

/** The capitals from a place on, and those after an “of” among them: “Medical Journal of Australia”. */
function endOfName(tokens: readonly string[], from: number): number {
  let end = from;
  while (isCapital(tokens[end]) && !tokens[end - 1]?.endsWith('’s')) end += 1;
  if (tokens[end] !== 'of' || end === from) return end;
  const after = tokens[end + 1] === 'the' ? end + 2 : end + 1;
  return isCapital(tokens[after]) ? endOfName(tokens, after) : end;
}

const functionWords = wordSet(
  `is was has had will would said and or but in on at to of from for with by as when where which who
  this that these during after before because`,
);

function mayFollow(word: string | undefined): boolean {
  return functionWords.has(word ?? '');
}
