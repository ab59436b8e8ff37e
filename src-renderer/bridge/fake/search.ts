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
): ResponseOf<'search.query'> {
  const query = parseQuery(text);
  const matchers = matchersOf(query, (word) => [word]);
  const hits = dispatches
    .flatMap((dispatch) => dispatch.takes.flatMap((take) => hitOf(dispatch, take, matchers)))
    .toSorted((a, b) => b.at - a.at);
  return {
    hits: hits.slice(0, limit),
    total: hits.length,
    dispatches: new Set(hits.map((hit) => hit.dispatchId)).size,
    tookMs: 3.4,
    problems: query.problems.map(({ code, start, end }) => ({ code, start, end })),
    // The schema's arrays are mutable; nothing here changes them.
    matchers: structuredClone(matchers) as ResponseOf<'search.query'>['matchers'],
  };
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
    },
  ];
}
