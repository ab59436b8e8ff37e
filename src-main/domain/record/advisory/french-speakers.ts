import { capitals, clauseStart, isCapital, isLower, joinTokens, wordSet } from './tokens';

/** Who speaks, ready to follow a noun: “du Kremlin”. */
export type Speaker = { readonly of: string; readonly is: 'institution' | 'person' };

/** What a verb of attribution makes of what was said. */
export type SpeechAct = 'say' | 'react' | 'announce' | 'deny' | 'confirm' | 'specify';

/** Past participles after “a” or “ont”, and what they tell of. */
const participles: ReadonlyMap<string, SpeechAct> = new Map([
  ...acts('say', 'déclaré dit affirmé ajouté estimé assuré souligné rappelé expliqué répété jugé'),
  ...acts('say', 'commenté martelé insisté évoqué reconnu qualifié répondu prévenu'),
  ...acts('react', 'réagi condamné dénoncé salué critiqué regretté déploré appelé exhorté fustigé'),
  ...acts('react', 'rejeté félicité'),
  ...acts('announce', 'annoncé communiqué promis'),
  ...acts('deny', 'démenti nié'),
  ...acts('confirm', 'confirmé'),
  ...acts('specify', 'précisé indiqué détaillé révélé'),
]);

function acts(act: SpeechAct, verbs: string): (readonly [string, SpeechAct])[] {
  return verbs.split(' ').map((verb) => [verb, act]);
}

/**
 * Verbs that take what is spoken of rather than who speaks: “…, a condamné Paris” is said by
 * Paris only after a quotation. Elsewhere Paris is what was condemned.
 */
const takesObject = wordSet(
  `condamné dénoncé salué critiqué regretté déploré appelé exhorté fustigé rejeté félicité évoqué
  rappelé reconnu qualifié jugé prévenu commenté`,
);

/** Words that may stand between “a” and its participle, or between the participle and a subject. */
const adverbs = wordSet(
  `également aussi ensuite notamment toutefois ainsi pourtant encore déjà vivement fermement aussitôt
  lundi mardi mercredi jeudi vendredi samedi dimanche hier soir matin midi`,
);

const pronouns = wordSet(
  `il elle ils elles on ce ceci cela celui-ci celle-ci ceux-ci qui dernier dernière plusieurs certains
  certaines beaucoup tous toutes personne nul chacun`,
);

/** Words that end a speaker's name or office. */
const ends = wordSet(
  `a ont avait avaient est sont était qui que qu’ dont où dans sur en à au aux pour par avec sans sous
  lors après avant depuis devant vers chez entre contre selon et ou mais comme ce cet cette ces son sa
  ses leur leurs nous vous lui me m’ lundi mardi mercredi jeudi vendredi samedi dimanche hier soir matin ensuite également
  aussi notamment encore toutefois alors déjà ne n’ se s’ y mieux plus afin tout toute si lorsque`,
);

/** Words that may begin a clause before its subject. */
const conjunctions = wordSet('et mais or donc');
const articles = wordSet('le la les l’ un une');
const connectors = wordSet('de du des d’ la l’ les');

/** Offices and the like: who is named by one of these alone speaks, as what is not may be spoken of. */
const offices = wordSet(
  `président présidente ministre premier première chef cheffe maire préfet préfète directeur
  directrice procureur procureure avocat avocate patron patronne secrétaire député députée sénateur
  sénatrice général colonel commandant responsable responsables témoin témoins source sources habitant
  habitante habitants médecin médecins chancelier chancelière roi reine pape évêque ambassadeur
  ambassadrice juge magistrat dirigeant dirigeants direction porte-parole conseiller conseillère
  candidat candidate leader opposant opposante expert experts chercheur chercheuse chercheurs`,
);

/** First words of offices and bodies that speak as such, not as a person. */
const bodies = wordSet(
  `gouvernement ministère présidence police gendarmerie armée marine parquet préfecture mairie
  ambassade diplomatie opposition régime rébellion rebelles autorités organisation ong association
  syndicat syndicats parti groupe entreprise compagnie société agence coalition commission conseil
  parlement sénat tribunal cour justice défense hôpital secours pompiers sauveteurs insurgés
  état-major chancellerie fédération union ligue banque protection observatoire mouvement front`,
);

const titles = wordSet('M. MM. Mme Mlle Dr. Mgr');
const bodiesByName = wordSet(
  'International Watch Frontières Greenpeace Unicef Unesco Amnesty Human Reporters Médecins',
);

/** Times that stand where a speaker might: “a déclaré la semaine dernière”. */
const times = wordSet(
  'semaine mois année veille journée nuit soirée lendemain an heure jour matinée',
);

/** Longest name or office, in tokens; what is longer is a sentence rather than a speaker. */
const longestSpeaker = 9;
const mostLowerWords = 4;

/** An attribution: what the verb tells of, and who speaks; null for a pronoun or somebody unclear. */
export type Attribution = { readonly act: SpeechAct; readonly speaker: Speaker | null };

/** The attributions in some French text, in order. */
export function frenchAttributions(tokens: readonly string[]): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const [at, token] of tokens.entries()) {
    const isInverted = /^(?:a|ont)-(?:t-)?(?:il|elle|ils|elles|on)$/i.test(token);
    const isAuxiliary = token === 'a' || token === 'ont';
    if (!isInverted && !isAuxiliary) continue;
    const verb = verbAfter(tokens, at + 1);
    if (verb === undefined) continue;
    const speaker = isInverted ? null : speakerOf(tokens, at, verb.end);
    found.push({ act: verb.act, speaker });
  }
  return found;
}

function verbAfter(
  tokens: readonly string[],
  from: number,
): { readonly act: SpeechAct; readonly end: number } | undefined {
  let at = from;
  while (adverbs.has(tokens[at] ?? '')) at += 1;
  if (tokens[at] === 'fait' && tokens[at + 1] === 'savoir') return { act: 'announce', end: at + 2 };
  const act = participles.get((tokens[at] ?? '').toLowerCase());
  return act === undefined ? undefined : { act, end: at + 1 };
}

/** The subject before the verb; where the verb opens its clause, the one after it. */
function speakerOf(tokens: readonly string[], auxiliary: number, verbEnd: number): Speaker | null {
  const clause = clauseStart(tokens, auxiliary);
  const start = clause + (conjunctions.has(tokens[clause] ?? '') ? 1 : 0);
  if (start < auxiliary) {
    const phrase = phraseFrom(tokens, start);
    return phrase !== null && start + phrase.length === auxiliary ? speaker(phrase) : null;
  }
  if (takesObject.has(tokens[verbEnd - 1] ?? '') && !isAfterQuotation(tokens, auxiliary))
    return null;
  let at = verbEnd;
  while (adverbs.has(tokens[at] ?? '')) at += 1;
  const phrase = phraseFrom(tokens, at);
  return phrase === null || !maySpeak(phrase) ? null : speaker(phrase);
}

/** Whether “», ” stands before a place. */
function isAfterQuotation(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1] === ',' ? tokens[at - 2] : tokens[at - 1];
  return /^[»”"]$/.test(before ?? '');
}

/** Whether what follows a verb is somebody: “a annoncé la direction”, not “a annoncé la fermeture”. */
function maySpeak(phrase: readonly string[]): boolean {
  const words = articles.has((phrase[0] ?? '').toLowerCase()) ? phrase.slice(1) : phrase;
  const head = (words[0] ?? '').toLowerCase();
  return (
    isCapital(words[0]) || bodies.has(head) || offices.has(head) || trailingName(words) !== null
  );
}

/** The longest run of tokens that can be one noun phrase: “le porte-parole du Kremlin”. */
function phraseFrom(tokens: readonly string[], from: number): readonly string[] | null {
  const hasArticle = articles.has((tokens[from] ?? '').toLowerCase());
  let end = from + (hasArticle ? 1 : 0);
  let lowers = 0;
  for (; end < tokens.length; end += 1) {
    const token = tokens[end] ?? '';
    if (isCapital(token)) continue;
    if (connectors.has(token) && end > from + (hasArticle ? 1 : 0)) continue;
    if (!hasArticle || !isLower(token) || ends.has(token) || lowers === mostLowerWords) break;
    lowers += 1;
  }
  while (end > from && connectors.has((tokens[end - 1] ?? '').toLowerCase())) end -= 1;
  const phrase = tokens.slice(from, end);
  const words = hasArticle ? phrase.slice(1) : phrase;
  const isPhrase = words.length > 0 && phrase.length <= longestSpeaker;
  const head = (words[0] ?? '').toLowerCase();
  return isPhrase && !pronouns.has(head) && !times.has(head) ? phrase : null;
}

function speaker(phrase: readonly string[]): Speaker | null {
  const spokesman = phrase.findIndex((token) => /^porte-paroles?$/i.test(token));
  if (spokesman >= 0) return spokesmanOf(phrase.slice(spokesman + 1));
  const article = articles.has((phrase[0] ?? '').toLowerCase()) ? (phrase[0] ?? '') : '';
  const words = article === '' ? phrase : phrase.slice(1);
  const head = words[0] ?? '';
  const name = trailingName(words);
  if (article === '') {
    if (!isCapital(head)) return null;
    const isBody = capitals.has(joinTokens(words)) || words.some((word) => bodiesByName.has(word));
    return { of: `${de(words)}${joinTokens(words)}`, is: isBody ? 'institution' : 'person' };
  }
  if (bodies.has(head.toLowerCase())) return { of: contracted(article, words), is: 'institution' };
  if (isLower(head) || /^(?:Premier|Première)$/.test(head)) {
    return name === null
      ? { of: contracted(article, words), is: 'person' }
      : { of: `${de(name)}${joinTokens(name)}`, is: 'person' };
  }
  return { of: contracted(article, words), is: 'institution' };
}

/** The body a spokesman speaks for: “du Kremlin Dmitri Peskov” is “du Kremlin”. */
function spokesmanOf(rest: readonly string[]): Speaker | null {
  if (!connectors.has((rest[0] ?? '').toLowerCase())) return null;
  const isName = (token: string | undefined): boolean => isCapital(token);
  const hasName = rest.length > 3 && isName(rest.at(-1)) && isName(rest.at(-2));
  const body = hasName && !connectors.has(rest.at(-3) ?? '') ? rest.slice(0, -2) : rest;
  return { of: joinTokens(body), is: 'institution' };
}

/** The proper name a noun phrase ends in: “président russe Vladimir Poutine”. */
function trailingName(words: readonly string[]): readonly string[] | null {
  let from = words.length;
  while (from > 0 && isCapital(words[from - 1])) from -= 1;
  const name = words.slice(from);
  const before = words[from - 1];
  const isOwn = before !== undefined && !connectors.has(before);
  return isOwn && name.length > 0 ? name : null;
}

/** “le Kremlin” after “de”: “du Kremlin”. */
function contracted(article: string, words: readonly string[]): string {
  const rest = joinTokens(words);
  switch (article.toLowerCase()) {
    case 'le':
      return `du ${rest}`;
    case 'les':
      return `des ${rest}`;
    case 'la':
      return `de la ${rest}`;
    case 'l’':
      return `de l’${rest}`;
    default:
      return `d’${article.toLowerCase()} ${rest}`;
  }
}

/** “de” before a name, elided before a vowel. */
export function de(words: readonly string[]): string {
  return /^[aeiouyàâéèêëîïôöùûüœæ]/i.test(words[0] ?? '') && !titles.has(words[0] ?? '')
    ? 'd’'
    : 'de ';
}
