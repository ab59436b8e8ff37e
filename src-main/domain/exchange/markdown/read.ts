import { canonicalText } from '../../document/canonical-text';
import { err, ok, type Result } from '../../result';
import { readCarries } from '../../record/carries';
import { unknownStamp } from '../../record/stamp';
import { takeKinds } from '../../record/take';
import { plainItem, type ExchangeTake } from '../item';
import { hasText } from '../markup/assemble';
import { stampFromIso } from '../markup/dates';
import { parseHtml } from '../markup/html';
import { plainLine } from '../markup/inline';
import { readTakeElement } from '../markup/read-html';
import { descendants, lineOfText } from '../markup/tree';
import {
  languageOf,
  urgencyOf,
  versionOf,
  type ReadContext,
  type ReadFault,
  type ReadItem,
} from '../reading';
import { Repairs } from '../repair';
import { distinctPersons } from '../persons';
import { distinctSubjects, subjectFrom } from '../subjects';
import { readFrontMatter, type FrontMatter } from './front-matter';
import { markdownToHtml } from './to-html';

const ownMark = /^<!-- take (\{.*\}) -->$/;

/** Reads Markdown, with front matter or without: our own with its takes, any other as one. */
export function readMarkdown(
  text: string,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const repairs = new Repairs();
  const { facts, body } = readFrontMatter(text);
  const takes: ExchangeTake[] = [];
  for (const { mark, words } of sectionsOf(body, facts)) {
    const html = parseHtml(markdownToHtml(words));
    if (!html.ok) return html;
    const isFirst = takes.length === 0;
    const title = descendants(html.value, 'h1')[0];
    const given = isFirst ? (fact(facts, 'title', 'headline') ?? '') : '';
    const named = lineOfText(title);
    // The title in the text goes, where it says what the headline says.
    const headline = mark === null ? given || named : named;
    const isHeadline = mark !== null || given === '' || plainLine(named) === plainLine(given);
    const document = readTakeElement(
      html.value,
      { headline: withEntities(headline), lead: isFirst ? leadOf(facts, words) : '' },
      repairs,
      {
        without: (element) => element === title && isHeadline,
      },
    );
    takes.push({ ...markedTake(mark, facts, context, isFirst), document });
  }
  if (takes.every(({ document }) => !hasText(document))) return err({ code: 'no-text' });
  return ok([{ item: itemOf(takes, facts, context, repairs), repairs: repairs.list() }]);
}

function sectionsOf(
  body: string,
  facts: FrontMatter,
): readonly { readonly mark: Marked | null; readonly words: string }[] {
  const sections: { mark: Marked | null; words: string[] }[] = [];
  for (const line of body.split('\n')) {
    const mark = ownMark.exec(line);
    const facts = mark === null ? null : factsOfMark(mark[1] ?? '');
    if (facts !== null) sections.push({ mark: facts, words: [] });
    else if (sections.length === 0) sections.push({ mark: null, words: [line] });
    else sections.at(-1)?.words.push(line);
  }
  return sections
    .map(({ mark, words }) => ({ mark, words: words.join('\n') }))
    .filter(
      ({ mark, words }, _index, all) =>
        mark !== null || words.trim() !== '' || (all.length === 1 && facts.size > 0),
    );
}

/** The summary of the front matter, unless the text begins with it. */
function leadOf(facts: FrontMatter, words: string): string {
  const summary = withEntities(fact(facts, 'summary', 'description', 'deck') ?? '');
  const begins = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 40);
  return begins(withEntities(words.slice(0, 400))) === begins(summary) ? '' : summary;
}

type Marked = Readonly<Record<string, unknown>>;

function factsOfMark(json: string): Marked | null {
  try {
    const facts: unknown = JSON.parse(json);
    return typeof facts === 'object' && facts !== null && 'kind' in facts ? { ...facts } : null;
  } catch {
    return null;
  }
}

function markedTake(
  mark: Marked | null,
  facts: FrontMatter,
  { zone }: ReadContext,
  isFirst: boolean,
): Omit<ExchangeTake, 'document'> {
  const text = (name: string): string => (typeof mark?.[name] === 'string' ? mark[name] : '');
  const date = fact(facts, 'date', 'published', 'pubdate') ?? '';
  const own =
    mark === null
      ? isFirst
        ? stampFromIso(date.replace(/ ([+-]\d{4})$/, '$1'), zone)
        : unknownStamp
      : stampFromIso(text('stamp'), zone);
  const authors =
    mark === null
      ? [...(facts.get('author') ?? []), ...(facts.get('authors') ?? [])].join(', ')
      : text('author');
  return {
    kind: takeKinds.find((kind) => kind === text('kind')) ?? 'report',
    stamp: own,
    label: typeof mark?.['label'] === 'string' ? mark['label'] : null,
    advisoryLine: text('advisoryLine'),
    author: authors.slice(0, 200),
    carries: readCarries(mark?.['carries']),
  };
}

const knownNames = new Set(
  'title headline summary description deck date published pubdate guid version slug lang language urgency agency desk place embargo subjects persons author authors'.split(
    ' ',
  ),
);

function itemOf(
  takes: readonly ExchangeTake[],
  facts: FrontMatter,
  { zone }: ReadContext,
  repairs: Repairs,
) {
  for (const [name, values] of facts) {
    if (!knownNames.has(name) && values.length > 0) repairs.add('field-kept-aside', name);
  }
  const embargo = stampFromIso(fact(facts, 'embargo') ?? '', zone);
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  return plainItem(takes, {
    guid: fact(facts, 'guid') ?? null,
    version: versionOf(fact(facts, 'version') ?? ''),
    slug: (fact(facts, 'slug') ?? '').slice(0, 120),
    language: languageOf(fact(facts, 'lang', 'language') ?? '', words, repairs),
    urgency: urgencyOf(fact(facts, 'urgency') ?? '', repairs),
    agency: (fact(facts, 'agency') ?? '').slice(0, 120),
    desk: (fact(facts, 'desk') ?? '').slice(0, 120),
    place: (fact(facts, 'place') ?? '').slice(0, 120),
    embargo:
      embargo.precision === 'unknown' ? null : { instant: embargo.instant, zone: embargo.zone },
    subjects: distinctSubjects(
      (facts.get('subjects') ?? []).map((text) => {
        const [, code = '', name = ''] = /^(\d{8})?\s*(.*)$/s.exec(text) ?? [];
        return subjectFrom(code, name);
      }),
    ),
    persons: distinctPersons(facts.get('persons') ?? []),
  });
}

function fact(facts: FrontMatter, ...names: readonly string[]): string | undefined {
  return names
    .map((name) => facts.get(name)?.[0])
    .find((value) => value !== undefined && value !== '');
}

/** A title of front matter may hold the entities of HTML. */
function withEntities(text: string): string {
  if (!text.includes('&')) return text;
  const parsed = parseHtml(`<p>${text.replaceAll('<', '&lt;')}</p>`);
  return parsed.ok ? lineOfText(parsed.value) : text;
}
