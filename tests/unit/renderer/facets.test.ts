import { describe, expect, it } from 'vitest';
import { parseQuery } from '@domain/query/parse';
import { completed, completingAt } from '../../../src-renderer/features/search/completion';
import { isChosen, timeOf, toggled, withTime } from '../../../src-renderer/features/search/facets';
import {
  continued,
  idle,
  linesOf,
  moved,
  typed,
  answered,
  type Answer,
} from '../../../src-renderer/features/search/model';
import type { SearchHit } from '../../../src-main/contract/models';
import { ok } from '../../../src-main/domain/result';

describe('choosing values of facets', () => {
  it.each([
    ['raid', 'kind', 'kill', 'raid kind:kill'],
    ['raid kind:kill', 'kind', 'kill', 'raid'],
    ['raid kind:kill', 'kind', 'update', 'raid (kind:kill OR kind:update)'],
    ['raid (kind:kill OR kind:update)', 'kind', 'kill', 'raid kind:update'],
    ['genre:annulation raid', 'kind', 'kill', 'raid'],
    ['raid', 'desk', 'Le Monde', 'raid desk:"Le Monde"'],
    ['raid desk:"Le Monde" trêve', 'desk', 'Le Monde', 'raid trêve'],
    ['raid', 'year', '2017', 'raid on:2017'],
    ['raid', 'source', 'take', 'raid is:published'],
    ['', 'language', 'fr', 'lang:fr'],
  ] as const)('%j, %s %s: %j', (text, facet, value, expected) => {
    expect(toggled(text, facet, value)).toBe(expected);
    const before = isChosen(parseQuery(`${text} `), facet, value);
    expect(isChosen(parseQuery(`${expected} `), facet, value)).toBe(!before);
  });

  it('puts a stretch of time in place of those there are', () => {
    expect(withTime('raid on:2016', '2017-01..2017-03')).toBe('raid on:2017-01..2017-03');
    expect(withTime('raid since:2016 until:2017', null)).toBe('raid');
    const query = parseQuery('since:2016 until:2017 ', { now: 0, zone: 'UTC' });
    expect(timeOf(query)).toEqual({ from: Date.UTC(2016, 0), to: Date.UTC(2018, 0) });
    expect(timeOf(parseQuery('raid '))).toBeNull();
  });
});

describe('completing', () => {
  it.each([
    ['is:kil', 'is:killed '],
    ['raid genre:ann', 'raid genre:annulation '],
    ['-is:dra', '-is:draft '],
    ['ag', 'agency:'],
  ])('%j goes on as %j', (text, expected) => {
    const language = text.includes('genre') ? 'fr' : 'en';
    const completing = completingAt(text, text.length, language);
    const items = completing?.of.is === 'known' ? completing.of.items : [];
    expect(completed(text, completing!, items[0]!).text).toBe(expected);
  });

  it('asks the archive for words and for names of desks, quoted where they need it', () => {
    const desk = completingAt('raid desk:mon', 13, 'en');
    expect(desk).toMatchObject({ typed: 'mon', of: { is: 'archive', of: 'desk' } });
    expect(completed('raid desk:mon', desk!, 'Le Monde')).toEqual({
      text: 'raid desk:"Le Monde" ',
      caret: 21,
    });
    expect(completingAt('xylo', 4, 'en')).toMatchObject({ of: { is: 'archive', of: 'word' } });
    expect(completingAt('"deux mo', 8, 'en')).toBeNull();
  });
});

function hit(id: string, change: Partial<SearchHit> = {}): SearchHit {
  return {
    dispatchId: id,
    source: 'take',
    sourceId: `t${id}`,
    kind: 'report',
    slug: '',
    language: 'fr',
    stamp: null,
    at: 0,
    headline: { text: '', ranges: [] },
    passage: { text: '', ranges: [] },
    places: 1,
    ended: null,
    embargoed: false,
    repeats: null,
    ...change,
  };
}

function page(hits: SearchHit[], next: number | null): Answer {
  return {
    hits,
    next,
    problems: [],
    matchers: [],
    bounded: false,
    rankedAmong: null,
    answered: { by: 'index' },
    tookMs: 1,
  };
}

describe('the lines of the list', () => {
  const asked = typed(idle, 'raid');
  const first = answered(
    asked,
    asked.asked,
    ok(page([hit('a'), hit('a', { sourceId: 'a2' }), hit('b', { repeats: 0 })], 7)),
  );

  it('fold what repeats another, and say what goes on', () => {
    expect(
      linesOf(first).map(({ index, goesOn, repeatedBy }) => [index, goesOn, repeatedBy]),
    ).toEqual([
      [0, false, 1],
      [1, true, 0],
    ]);
    expect(linesOf({ ...first, unfolded: new Set([0]) })).toHaveLength(3);
    expect(moved({ ...first, active: 1 }, 1).active).toBe(1);
  });

  it('go on with the next page, whose repeats are of that page', () => {
    const more = continued(
      first,
      first.asked,
      ok(page([hit('c'), hit('d', { repeats: 0 })], null)),
    );
    expect(more.answer?.hits.map(({ repeats }) => repeats)).toEqual([null, null, 0, null, 3]);
    expect(more.answer?.next).toBeNull();
    expect(continued(first, first.asked - 1, ok(page([hit('x')], null)))).toBe(first);
  });
});
