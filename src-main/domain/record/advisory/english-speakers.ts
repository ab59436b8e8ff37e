import {
  capitals,
  clauseStart,
  isBoundary,
  isCapital,
  isLower,
  joinTokens,
  wordSet,
} from './tokens';

/** Who speaks: a body, which may stand before a noun (“Kremlin reaction”), or a person. */
export type EnglishSpeaker = {
  readonly name: string;
  /** “the ” where the name had it, for after a preposition. */
  readonly article: 'the ' | '';
  readonly is: 'institution' | 'person';
};

/** What a verb of attribution makes of what was said. */
export type EnglishAct = 'say' | 'react' | 'announce' | 'deny' | 'confirm';

const verbs: ReadonlyMap<string, EnglishAct> = new Map([
  ...acts('say', 'said says told added stated declared insisted argued claimed noted acknowledged'),
  ...acts(
    'react',
    'condemned denounced welcomed criticised criticized urged warned rejected praised',
  ),
  ...acts('react', 'reacted deplored slammed'),
  ...acts('announce', 'announced pledged vowed'),
  ...acts('deny', 'denied denies'),
  ...acts('confirm', 'confirmed confirms'),
]);

function acts(act: EnglishAct, words: string): (readonly [string, EnglishAct])[] {
  return words.split(' ').map((word) => [word, act]);
}

const adverbs = wordSet('also later earlier then meanwhile again strongly immediately on');
/** Words that may begin a clause before its subject. */
const conjunctions = wordSet('and but while');
const articles = wordSet('the a an');

/** Words that end a speaker's name or office. */
const ends = wordSet(
  `that which who whom whose in on at by with from to after before when while as and or but if it he
  she they we i you this these those there his her their its was were is are had has have not
  monday tuesday wednesday thursday friday saturday sunday late early earlier later told during
  without under over about against between because since until`,
);
/** Verbs of which a speaker may come after: “said the Kremlin”; and what may come after the speaker. */
const mayPrecedeSpeaker = wordSet('said says added insisted stated noted argued');
const mayFollowSpeaker = wordSet(
  `in on at to after before during late early earlier later when while as monday tuesday wednesday
  thursday friday saturday sunday`,
);
const pronouns = wordSet(
  'he she it they we i you who one some many most others everyone nobody this that',
);

const bodies = wordSet(
  `police government army military navy ministry authorities officials rescuers rebels opposition
  prosecutors party union company agency court coalition hospital embassy parliament senate
  firefighters troops regime council commission organisation organization department office bank
  federation association group insurgents presidency palace`,
);
const bodiesByName = wordSet(
  `International Watch Ministry Department Council Commission Agency Office Union Nations House Party
  Army Police Bank Court Federation Organization Organisation Group Greenpeace Amnesty Pentagon
  Kremlin Interpol NATO UN EU Unicef Unesco`,
);

/** Offices before a name: “Russian President Vladimir Putin” is Vladimir Putin. */
const offices = wordSet(
  `President Vice-President Prime Minister Foreign Interior Defence Defense Finance Secretary State
  Senator General Colonel Chancellor Mayor Governor King Queen Prince Princess Pope Judge Justice
  Ambassador Representative Professor Chairman Chief Director Commissioner Mr. Mrs. Ms. Mr Mrs Ms Dr Dr. Gen.
  Sen. Lt. Col. Gov. Rep.`,
);

const longestSpeaker = 9;

/** An attribution: what the verb tells of, and who speaks; null for a pronoun or somebody unclear. */
export type EnglishAttribution = {
  readonly act: EnglishAct;
  readonly speaker: EnglishSpeaker | null;
};

/** The attributions in some English text, in order. */
export function englishAttributions(tokens: readonly string[]): readonly EnglishAttribution[] {
  const found: EnglishAttribution[] = [];
  for (const [at, token] of tokens.entries()) {
    const act = verbs.get(token);
    if (act === undefined) continue;
    const speaker = speakerOf(tokens, at);
    found.push({ act, speaker });
  }
  return found;
}

/** The subject before the verb; where the verb opens its clause, the one after it. */
function speakerOf(tokens: readonly string[], verb: number): EnglishSpeaker | null {
  const clause = clauseStart(tokens, verb);
  const start = clause + (conjunctions.has(tokens[clause] ?? '') ? 1 : 0);
  let end = verb;
  while (end > start && adverbs.has(tokens[end - 1] ?? '')) end -= 1;
  if (end > start) {
    const phrase = phraseFrom(tokens, start);
    return phrase !== null && start + phrase.length === end ? speaker(phrase) : null;
  }
  // “…, a lawyer, condemned Moscow”: what follows these verbs does not speak.
  if (!mayPrecedeSpeaker.has(tokens[verb] ?? '')) return null;
  const phrase = phraseFrom(tokens, verb + 1);
  const after = tokens[verb + 1 + (phrase?.length ?? 0)];
  // “said Putin” ends its clause or goes on with a time; “said Putin would” is a sentence.
  const isSubject = isBoundary(after) || mayFollowSpeaker.has((after ?? '').toLowerCase());
  return phrase !== null && isSubject ? speaker(phrase) : null;
}

function phraseFrom(tokens: readonly string[], from: number): readonly string[] | null {
  const hasArticle = articles.has((tokens[from] ?? '').toLowerCase());
  let end = from + (hasArticle ? 1 : 0);
  for (; end < tokens.length; end += 1) {
    const token = tokens[end] ?? '';
    const isFor = (token === 'for' || token === 'of') && end > from;
    const isInnerArticle = token === 'the' && /^(?:for|of)$/.test(tokens[end - 1] ?? '');
    if (isFor || isInnerArticle) continue;
    if (verbs.has(token) || adverbs.has(token)) break;
    if (!/^\p{L}/u.test(token) || ends.has(token.toLowerCase())) break;
  }
  const phrase = tokens.slice(from, end);
  const words = hasArticle ? phrase.slice(1) : phrase;
  const isPhrase = words.length > 0 && phrase.length <= longestSpeaker;
  return isPhrase && !pronouns.has((words[0] ?? '').toLowerCase()) ? phrase : null;
}

function speaker(phrase: readonly string[]): EnglishSpeaker | null {
  const words = articles.has((phrase[0] ?? '').toLowerCase()) ? phrase.slice(1) : phrase;
  const spokesman = words.findIndex((word) => /^spokes(?:man|woman|person|people|men)$/.test(word));
  if (spokesman > 0) return body(words.slice(0, spokesman), isDefinite(phrase));
  if (spokesman === 0) {
    const [, second, ...rest] = words;
    return second === 'for' ? body(rest.slice(isDefinite(rest) ? 1 : 0), isDefinite(rest)) : null;
  }
  const bare = joinTokens(words);
  if (capitals.has(bare) || words.some((word) => bodiesByName.has(word) || bodies.has(word))) {
    return body(lowerFirst(words, phrase.length > words.length), isDefinite(phrase));
  }
  if (phrase.length > words.length) {
    // “the Kremlin”, but “the driver”, “the Russian president”: who that is, the text says.
    return words.every((word) => isCapital(word)) && words.every((word) => !offices.has(word))
      ? body(words, isDefinite(phrase))
      : null;
  }
  return person(words);
}

/** A sentence begins with a capital whether its first word is a name or not. */
function lowerFirst(words: readonly string[], hasArticle: boolean): readonly string[] {
  const [first = '', ...rest] = words;
  const lower = first.toLowerCase();
  return !hasArticle && bodies.has(lower) && !bodiesByName.has(first) ? [lower, ...rest] : words;
}

function isDefinite(words: readonly string[]): boolean {
  return /^the$/i.test(words[0] ?? '');
}

function body(words: readonly string[], isDefinite: boolean): EnglishSpeaker | null {
  if (words.length === 0) return null;
  return { name: joinTokens(words), article: isDefinite ? 'the ' : '', is: 'institution' };
}

/** The name at the end of “Russian President Vladimir Putin”; offices alone name nobody. */
function person(words: readonly string[]): EnglishSpeaker | null {
  const office = words.findLastIndex((word) => offices.has(word) || isLower(word));
  const name = words.slice(office + 1);
  const isName = name.length > 0 && name.length <= 4 && name.every((word) => isCapital(word));
  return isName ? { name: joinTokens(name), article: '', is: 'person' } : null;
}
