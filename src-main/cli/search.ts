import type { SearchHit } from '../contract/models';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { facetNames } from '../contract/search';
import { ok } from '../domain/result';
import type { Services } from '../services';
import type { CliArguments } from './arguments';
import { dispatchOf, type Performed } from './outcome';
import { instantOf } from './states';

type Page = ResponseOf<'search.query'>;
type Count = ResponseOf<'search.count'>;

/** Finds takes, drafts, notes and originals. */
export async function search(services: Services, args: CliArguments): Performed {
  const asOf = args.asOf === undefined ? null : instantOf(args.asOf);
  if (asOf !== null && !asOf.ok) return asOf;
  // A trailing space: what is given here is whole words, not the beginning of one.
  const text = `${args.operands.join(' ')} `;
  const asked: RequestOf<'search.count'> = { text, asOf: asOf?.value ?? null };
  const { sort, limit } = args;
  const page = await services.search.query({ ...asked, sort, after: null, limit });
  if (!page.ok) return page;
  const count = await services.search.count(asked);
  if (!count.ok) return count;
  const { total, dispatches, whole, facets, didYouMean } = count.value;
  const { tookMs: _, ...counted } = count.value;
  const closing = `${whole ? '' : 'at least '}${total} found in ${dispatches} dispatch(es)\n`;
  return ok({
    json: { ...page.value, ...(args.facets ? counted : { total, dispatches, whole, didYouMean }) },
    text: [
      ...page.value.hits.map(hitInWords),
      ...(args.facets ? facetsInWords(facets) : []),
      closing,
      ...(didYouMean === null ? [] : [`Did you mean: ${didYouMean.trim()}\n`]),
      ...remarks(page.value),
    ].join(''),
    problems: page.value.problems.map((problem) => problemInWords(problem, text)),
  });
}

/** The dispatches most like one. */
export async function similar(
  services: Services,
  given: string,
  { limit }: CliArguments,
): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const found = await services.search.similar({ dispatchId: dispatch.value.id });
  if (!found.ok) return found;
  const hits = found.value.hits.slice(0, limit);
  const none = 'No other dispatch shares what is peculiar to this one.\n';
  const by = `By: ${found.value.terms.join(', ')}\n`;
  return ok({
    json: { ...found.value, hits },
    text: hits.length === 0 ? none : `${hits.map(hitInWords).join('')}${by}`,
    problems: [],
  });
}

/** How long the index is built on at a time (ms), between two lines of progress. */
const buildingTime = 500;

/** Builds the index anew, or goes on building it where that was interrupted. */
export async function reindex(services: Services, tell: (text: string) => void): Performed {
  const before = await services.search.progress();
  if (!before.ok) return before;
  const begun = before.value.building ? before : await services.search.reindex();
  if (!begun.ok) return begun;
  const began = performance.now();
  const { done: first } = begun.value;
  let progress = begun.value;
  const { of } = begun.value;
  let told = 0;
  while (progress.building) {
    const next = await services.search.build(buildingTime);
    if (!next.ok) return next;
    progress = next.value;
    const seconds = (performance.now() - began) / 1_000;
    if (!progress.building || seconds - told < 1) continue;
    told = seconds;
    const rate = (progress.done - first) / seconds;
    const left = Math.ceil((progress.of - progress.done) / Math.max(1, rate));
    tell(
      `${progress.done} of ${progress.of} dispatches, ${Math.round(rate)} per second, ${left} s left\n`,
    );
  }
  const seconds = (performance.now() - began) / 1_000;
  return ok({
    json: { dispatches: of, resumedAt: first, seconds },
    text: `Indexed ${of - first} dispatch(es) in ${seconds.toFixed(1)} s${first > 0 ? `, the first ${first} having been done before` : ''}\n`,
    problems: [],
  });
}

const endedInWords = {
  corrected: 'since corrected',
  rewritten: 'since rewritten',
  killed: 'since killed',
} as const;

function hitInWords({
  dispatchId,
  source,
  kind,
  stamp,
  at,
  headline,
  passage,
  ended,
}: SearchHit): string {
  const known = stamp === null || stamp.precision !== 'unknown';
  const time = known ? new Date(at).toISOString().slice(0, 16) : 'time unknown    ';
  const what = source === 'take' ? kind : source;
  const since = ended === null ? '' : `  (${endedInWords[ended]})`;
  return `${dispatchId}  ${time}  ${what}  ${headline.text}${since}\n    ${passage.text}\n`;
}

function facetsInWords(facets: Count['facets']): readonly string[] {
  return facetNames
    .filter((name) => facets[name].length > 0)
    .map((name) => {
      const values = facets[name].map(
        ({ value, count, names }) => `${names?.en ?? value} ${count}`,
      );
      return `${name}: ${values.join(', ')}\n`;
    });
}

function remarks({ answered, bounded, rankedAmong }: Page): readonly string[] {
  return [
    ...(answered.by === 'index'
      ? []
      : [
          `The index is ${answered.why === 'building' ? 'being built' : 'damaged'}: the newest ${answered.read} of ${answered.of} dispatches were read. reindex makes it whole.\n`,
        ]),
    ...(bounded ? ['A beginning stands for more words than were looked up: its commonest.\n'] : []),
    ...(rankedAmong === null ? [] : [`Ranked among the newest ${rankedAmong}.\n`]),
  ];
}

const problemSentences: Readonly<Record<string, (part: string) => string>> = {
  'unclosed-quote': (part) => `“${part}” has no closing quotation mark; read to the end.`,
  'unclosed-parenthesis': () => 'A parenthesis is not closed; read to the end.',
  'stray-parenthesis': () => 'A closing parenthesis stands alone; left out.',
  'empty-parentheses': () => 'Empty parentheses were left out.',
  'dangling-or': (part) => `“${part}” needs words on both sides; left out.`,
  'unknown-field': (part) => `“${part}” is no place to search in; read as a word.`,
  'field-without-value': (part) => `“${part}” wants a word after it; left out.`,
  'unknown-value': (part) => `“${part}” has a value there is not; left out.`,
  'unknown-date': (part) => `“${part}” is no date that could be read; left out.`,
  'exclusion-in-or': (part) => `“${part}” cannot be excluded within a choice; left out.`,
  'near-needs-words': (part) => `“${part}” wants two words or more; read as words.`,
  'star-inside-word': (part) => `“${part}”: a star stands at the end of a word, or at both ends.`,
  'nothing-to-search': (part) => `“${part}” has no word to search for.`,
  'too-deep': () => 'The parentheses nest too deep; the innermost were left out.',
  'too-long': () => 'The query is too long; its end was left out.',
  'too-many-words': () => 'There are too many words; the last were left out.',
};

function problemInWords(
  { code, start, end, suggestion }: Page['problems'][number],
  text: string,
): string {
  const part = text.slice(start, end).trim();
  const sentence = problemSentences[code]?.(part) ?? `“${part}” was left out (${code}).`;
  const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  return `Query, at ${start + 1}: ${sentence}${hint}`;
}
