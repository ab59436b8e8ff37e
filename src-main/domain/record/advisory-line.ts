import type { Node } from 'prosemirror-model';
import { canonicalText } from '../document/canonical-text';
import { english } from './advisory/english';
import { factsOfAppending, factsOfReplacing, type ChangedPlace, type Fact } from './advisory/facts';
import { french } from './advisory/french';
import type { AdvisoryLanguage } from './advisory/language';
import type { Swap } from './advisory/swaps';
import type { TakeKind } from './take';

/** What an advisory line is drafted from. */
export type AdvisorySubject = {
  readonly kind: TakeKind;
  readonly language: 'fr' | 'en';
  /** What readers last had: the story, or the take that is corrected; null before the first take. */
  readonly before: Node | null;
  /** The draft. */
  readonly after: Node;
  /**
   * How the draft stands to it: a text of its own `appended` to the story, whose paragraphs are
   * counted on from the story's, or one that `replaces` it and is compared with it.
   */
  readonly relation: 'appended' | 'replaces';
};

/** Longest line, in UTF-16 units, brackets included. */
export const longestAdvisoryLine = 160;

/**
 * Proposes the line that tells editors what a take changes: “(Adds Kremlin reaction in paragraph
 * 4)”, “(Corrige au 3e paragraphe : « 58 » et non « 59 »)”. A person edits it.
 *
 * It says only what follows from comparing the two texts. Where that is much, it says less of it:
 * first without the corrected words, then without what was added, then “throughout”.
 *
 * @returns one line in brackets of at most {@link longestAdvisoryLine} units; empty for the kinds
 *   that need none, where there is nothing to compare with, and where no words changed
 */
export function draftAdvisoryLine(subject: AdvisorySubject): string {
  const { kind, before, after, relation } = subject;
  if (before === null || !kindsWithLine.has(kind)) return '';
  const facts = (relation === 'appended' ? factsOfAppending : factsOfReplacing)(before, after);
  const told = facts.filter((fact) => isWorthTelling(fact, kind));
  if (told.length === 0) return '';
  const line = {
    told,
    kind,
    known: canonicalText(before),
    words: { fr: french, en: english }[subject.language],
  };
  const lines = details.map((detail) => written(line, detail));
  return lines.find((text) => text.length <= longestAdvisoryLine) ?? '';
}

const kindsWithLine: ReadonlySet<TakeKind> = new Set<TakeKind>([
  'update',
  'correction',
  'writethru',
]);

/** How much is said, from all to little. */
const details = ['all', 'without-words', 'without-topics', 'throughout'] as const;
type Detail = (typeof details)[number];

/** Parts in which a change is worth a line only where it is put right. */
const smallParts: ReadonlySet<ChangedPlace['is']> = new Set(['credit', 'alt', 'signoff'] as const);

function isWorthTelling(fact: Fact, kind: TakeKind): boolean {
  return fact.is !== 'changed' || kind === 'correction' || !smallParts.has(fact.place.is);
}

type Line = {
  readonly told: readonly Fact[];
  readonly kind: TakeKind;
  /** The story before, in which names are looked for. */
  readonly known: string;
  readonly words: AdvisoryLanguage;
};

type FactOf<K extends Fact['is']> = Extract<Fact, { readonly is: K }>;

function factsOf<K extends Fact['is']>({ told }: Line, is: K): readonly FactOf<K>[] {
  return told.filter((fact): fact is FactOf<K> => fact.is === is);
}

function written(line: Line, detail: Detail): string {
  const { words, kind } = line;
  const additions = additionClause(line, detail);
  const changes =
    kind === 'correction' ? correctionClause(line, detail) : updateClause(line, detail);
  const clauses = kind === 'correction' ? [changes, additions] : [additions, changes];
  clauses.push(rewrittenClause(line, detail), removalClause(line), moveClause(line));
  const text = clauses.filter((clause) => clause !== '').join(words.separator);
  return `(${text.slice(0, 1).toUpperCase()}${text.slice(1)})`;
}

function additionClause(line: Line, detail: Detail): string {
  const { words } = line;
  const added = factsOf(line, 'added');
  const items =
    detail === 'all' || detail === 'without-words'
      ? added.map((fact) => describedAddition(fact, line))
      : mergedAddition(added, words, detail);
  const parts = factsOf(line, 'part-added').map(({ part }) => part);
  for (const part of new Set(parts)) {
    items.push(words.newPart(part, parts.filter((other) => other === part).length));
  }
  return items.length === 0 ? '' : `${words.verbs.add} ${words.list(items)}`;
}

/** “Kremlin reaction in paragraph 4”. */
function describedAddition(
  { paragraphs, texts, isPart, heading }: FactOf<'added'>,
  line: Line,
): string {
  const { words, known } = line;
  const place = words.inParagraphs(paragraphs);
  const topics = [...new Set(texts.flatMap((text) => words.topics(text).slice(0, 2)))].slice(0, 2);
  if (topics.length > 0) return `${words.list(topics)} ${place}`;
  if (heading !== null && isQuotable(heading)) return `${words.passage(heading)} ${place}`;
  const subject = words.subject(texts.join('\n'), known);
  if (subject !== null) return `${words.detailsOn(subject)} ${place}`;
  return isPart
    ? `${words.someDetails} ${place}`
    : words.places(paragraphs.map((number) => ({ is: 'paragraph', number })));
}

function mergedAddition(
  added: readonly FactOf<'added'>[],
  words: AdvisoryLanguage,
  detail: Detail,
): string[] {
  if (added.length === 0) return [];
  const numbers = added.flatMap(({ paragraphs }) => paragraphs);
  const place = detail === 'throughout' ? words.passim : words.inParagraphs(numbers);
  return [`${words.someDetails} ${place}`];
}

function correctionClause(line: Line, detail: Detail): string {
  const { words } = line;
  const changed = factsOf(line, 'changed');
  if (changed.length === 0) return '';
  const isTold = detail === 'all' && changed.every(({ swaps }) => swaps.every(isQuotableSwap));
  if (!isTold) return `${words.verbs.correct} ${placesOf(changed, words, detail)}`;
  const groups = sameSwaps(changed).map(({ places, swaps }) => {
    const told = [...new Set(swaps.map(words.swap))].join(', ');
    return `${words.inPlaces(places)}${words.colon}${told}`;
  });
  return `${words.verbs.correct} ${groups.join(words.separator)}`;
}

/** The places of some changes by what was changed there: the same correction is told once. */
function sameSwaps(
  changed: readonly FactOf<'changed'>[],
): readonly { readonly places: readonly ChangedPlace[]; readonly swaps: readonly Swap[] }[] {
  const groups = new Map<string, { places: ChangedPlace[]; swaps: readonly Swap[] }>();
  for (const { place, swaps } of changed) {
    const key = JSON.stringify(swaps);
    const group = groups.get(key) ?? { places: [], swaps };
    group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function updateClause(line: Line, detail: Detail): string {
  const { words } = line;
  const changed = factsOf(line, 'changed');
  if (changed.length === 0) return '';
  const tolls = detail === 'throughout' ? [] : changed.filter((fact) => isNewToll(fact, words));
  const others = changed.filter((fact) => !tolls.includes(fact));
  const items: string[] = [];
  const numbers = tolls.flatMap(({ place }) => ('number' in place ? place.number : []));
  if (tolls.length > 0) items.push(`${words.toll} ${words.inParagraphs(numbers)}`);
  if (others.length > 0) items.push(placesOf(others, words, detail));
  return `${words.verbs.update} ${words.list(items)}`;
}

/** Whether a number changed in a paragraph that counts the dead or injured, and nothing else. */
function isNewToll({ place, swaps, text }: FactOf<'changed'>, words: AdvisoryLanguage): boolean {
  const areNumbers = swaps.every(
    ({ old, new: now }) => /^\d[\d\s.,]*$/.test(old) && /^\d/.test(now),
  );
  return 'number' in place && areNumbers && words.hasToll(text);
}

function placesOf(
  changed: readonly FactOf<'changed'>[],
  words: AdvisoryLanguage,
  detail: Detail,
): string {
  return detail === 'throughout' ? words.passim : words.places(changed.map(({ place }) => place));
}

function rewrittenClause(line: Line, detail: Detail): string {
  const { words } = line;
  const numbers = factsOf(line, 'rewritten').flatMap(({ paragraphs }) => paragraphs);
  if (numbers.length === 0) return '';
  const places = numbers.map((number) => ({ is: 'paragraph' as const, number }));
  const told = detail === 'throughout' ? words.passim : words.places(places);
  return `${words.verbs.rewrite} ${told}`;
}

function removalClause(line: Line): string {
  const { words } = line;
  const count = factsOf(line, 'removed').reduce((sum, fact) => sum + fact.count, 0);
  const parts = factsOf(line, 'part-removed').map(({ part }) => part);
  const items = count === 0 ? [] : [words.paragraphs(count)];
  for (const part of new Set(parts)) {
    items.push(words.oldPart(part, parts.filter((other) => other === part).length));
  }
  return items.length === 0 ? '' : `${words.verbs.remove} ${words.list(items)}`;
}

function moveClause(line: Line): string {
  const { words } = line;
  const count = factsOf(line, 'moved').reduce((sum, fact) => sum + fact.count, 0);
  return count === 0 ? '' : `${words.verbs.move} ${words.paragraphs(count)}`;
}

const longestQuote = 60;

/** Whether some words can stand inside quotation marks and brackets without upsetting them. */
function isQuotable(words: string): boolean {
  return words !== '' && words.length <= longestQuote && !/[()[\]{}«»“”"\p{C}\n]/u.test(words);
}

function isQuotableSwap({ old, new: now }: Swap): boolean {
  const words = [old, now].filter((text) => text !== '');
  return words.length > 0 && words.every(isQuotable);
}
