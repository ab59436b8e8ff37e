import type { DispatchModel, SearchHit, TakeModel } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import { canonicalText } from '@domain/document/canonical-text';
import { parseDocument } from '@domain/document/node';
import { highlightRanges, matchersOf, passage, type Matcher } from '@domain/query/highlight';
import { parseQuery } from '@domain/query/parse';

const passageLength = 180;

/** What the fake archive finds: takes that hold any of the words, newest first. */
export function fakeSearch(
  dispatches: readonly DispatchModel[],
  text: string,
  limit: number,
  after: number | null = null,
): ResponseOf<'search.query'> {
  const query = parseQuery(text);
  const matchers = matchersOf(query, (word) => [word]);
  const all = found(dispatches, matchers);
  const from = after ?? 0;
  return {
    hits: all.slice(from, from + limit),
    next: from + limit < all.length ? from + limit : null,
    tookMs: 3.4,
    problems: query.problems.map((problem) => ({ ...problem })),
    // The schema's arrays are mutable; nothing here changes them.
    matchers: structuredClone(matchers) as ResponseOf<'search.query'>['matchers'],
    bounded: false,
    rankedAmong: null,
    answered: { by: 'index' },
  };
}

/** What the fake archive counts of what it finds. */
export function fakeCount(
  dispatches: readonly DispatchModel[],
  text: string,
): ResponseOf<'search.count'> {
  const matchers = matchersOf(parseQuery(text), (word) => [word]);
  const hits = found(dispatches, matchers);
  const by = (value: (hit: SearchHit) => string): { value: string; count: number }[] => {
    const counts = new Map<string, number>();
    for (const hit of hits) counts.set(value(hit), (counts.get(value(hit)) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ value: name, count }));
  };
  const year = by((hit) => new Date(hit.at).toISOString().slice(0, 4));
  return {
    total: hits.length,
    dispatches: new Set(hits.map((hit) => hit.dispatchId)).size,
    facets: {
      year,
      desk: [],
      agency: [],
      place: [],
      subject: [],
      person: [],
      language: by((hit) => hit.language),
      kind: by((hit) => hit.kind),
      urgency: [],
      source: by((hit) => hit.source),
    },
    histogram: {
      unit: 'year',
      bars: year.map(({ value, count }) => ({ from: `${value}-01-01`, count })),
    },
    undated: 0,
    whole: true,
    didYouMean: null,
    tookMs: 2,
  };
}

function found(
  dispatches: readonly DispatchModel[],
  matchers: readonly Matcher[],
): readonly SearchHit[] {
  return dispatches
    .flatMap((dispatch) => dispatch.takes.flatMap((take) => hitOf(dispatch, take, matchers)))
    .toSorted((a, b) => b.at - a.at);
}

function hitOf(
  dispatch: DispatchModel,
  take: TakeModel,
  matchers: readonly Matcher[],
): readonly SearchHit[] {
  const parsed = parseDocument(take.document);
  if (!parsed.ok) return [];
  const whole = canonicalText(parsed.value);
  const ranges = highlightRanges(whole, matchers);
  if (ranges.length === 0) return [];
  const headline = parsed.value.firstChild?.textContent ?? '';
  const found = passage(whole, ranges, passageLength);
  return [
    {
      dispatchId: dispatch.id,
      source: 'take',
      sourceId: take.id,
      kind: take.kind,
      slug: dispatch.slug,
      language: dispatch.language,
      stamp: take.stamp,
      at: take.recordedAt,
      headline: { text: headline, ranges: [...highlightRanges(headline, matchers)] },
      passage: { text: found.text, ranges: [...found.ranges] },
      places: ranges.length,
      ended: null,
      embargoed: false,
      repeats: null,
    },
  ];
}
