import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxQueryDepth, maxQueryLength, maxQueryWords, parseQuery } from '@domain/query/parse';
import { filtersOf, type Clause } from '@domain/query/query';
import { lineText } from '../arbitraries';

/** A clause in a short notation of its own, for comparing. */
function shape(clause: Clause): string {
  switch (clause.type) {
    case 'word':
    case 'phrase': {
      const field = clause.field === null ? '' : `${clause.field}=`;
      const quote = clause.type === 'phrase' ? '"' : '';
      const typed = clause.type === 'word' && clause.asTyped ? '…' : '';
      return `${field}${quote}${clause.terms.join('+')}${quote}${clause.prefix ? '*' : ''}${typed}`;
    }
    case 'filter':
      return `${clause.filter.name}:${clause.filter.value}`;
    case 'not':
      return `-${shape(clause.clause)}`;
    default:
      return `(${clause.clauses.map(shape).join(clause.type === 'or' ? ' | ' : ' & ')})`;
  }
}

function shapes(input: string): string {
  return parseQuery(input).clauses.map(shape).join(' & ');
}

describe('what is read', () => {
  test.each([
    ['raids syrie ', 'raids & syrie'],
    ['raids syr', 'raids & syr…'],
    ['Élysée CŒUR ', 'elysee & coeur'],
    ["l'Élysée qu’elle ", 'elysee & elle'],
    ["Côte-d'Ivoire S-400 ", 'cote+d+ivoire & s+400'],
    ['aujourdhui ', 'aujourd+hui'],
    ['1 874 morts ', '1874 & morts'],
    ['21:14 ', '21+14'],
    ['raid*', 'raid*'],
    ['"trêve en Syrie" ', '"treve+en+syrie"'],
    ['«\u202Ftrêve\u202F» “Syria talks” ', '"treve" & "syria+talks"'],
    ['"trêve en sy', '"treve+en+sy"*'],
    ['-kremlin trump ', '-kremlin & trump'],
    ['Trump - Poutine ', 'trump & poutine'],
    ['a b OR c d ', 'a & (b | c) & d'],
    ['a OU b OU c ', '(a | b | c)'],
    ['(a b) OR c ', '((a & b) | c)'],
    ['(a -b) OR c ', '((a & -b) | c)'],
    ['((a b)) c ', 'a & b & c'],
    ['-(-a) b ', 'a & b'],
    ['headline:raid* body:"deux mots" ', 'headline=raid* & body="deux+mots"'],
    ['titre:(trump OR poutine) ', '(headline=trump | headline=poutine)'],
    ['chapô:trêve LÉGENDE:x sign:reuters/ptur ', 'lead=treve & caption=x & sign=reuters+ptur'],
    ['is:draft lang:fr -kind:kill raid ', 'is:draft & lang:fr & -kind:kill & raid'],
    ['', ''],
    ['   ', ''],
  ])('%j is %s', (input, expected) => {
    expect(shapes(input)).toBe(expected);
    const codes = parseQuery(input).problems.map((problem) => problem.code);
    expect(codes.filter((code) => code !== 'unclosed-quote')).toEqual([]);
  });
});

describe('what is odd', () => {
  test.each([
    ['"a b', 'unclosed-quote', '"a b', '"a+b"*'],
    ['(a b ', 'unclosed-parenthesis', '(', 'a & b'],
    ['a) b ', 'stray-parenthesis', ')', 'a & b'],
    ['a () ', 'empty-parentheses', '()', 'a'],
    ['a OR ', 'dangling-or', 'OR', 'a'],
    ['OR a ', 'dangling-or', 'OR', 'a'],
    ['foo:bar ', 'unknown-field', 'foo:', 'foo+bar'],
    ['lead: a ', 'field-without-value', 'lead:', 'a'],
    ['lang:de a ', 'unknown-value', 'lang:de', 'a'],
    ['lang:fr OR a ', 'filter-in-group', 'lang:fr', 'a'],
    ['a OR -b ', 'exclusion-in-or', '-b', 'a'],
    ['-a ', 'only-exclusions', '-a', '-a'],
    ['r*id ', 'star-inside-word', 'r*id', 'r+id'],
    ['!!! a ', 'nothing-to-search', '!!!', 'a'],
  ])('%j: %s at %j, read as %s', (input, code, at, expected) => {
    const [problem, ...others] = parseQuery(input).problems;
    expect(others).toEqual([]);
    expect(problem?.code).toBe(code);
    expect(input.slice(problem?.start, problem?.end)).toBe(at);
    expect(shapes(input)).toBe(expected);
  });

  test('too much is left out', () => {
    const codes = (input: string): readonly string[] =>
      parseQuery(input).problems.map((problem) => problem.code);
    expect(codes('a'.repeat(maxQueryLength + 1))).toEqual(['too-long']);
    expect(codes('a '.repeat(maxQueryWords + 1))).toEqual(['too-many-words']);
    const depth = maxQueryDepth + 1;
    expect(codes(`${'('.repeat(depth)}a${')'.repeat(depth)}`)).toContain('too-deep');
  });
});

test('filters are told apart from words', () => {
  expect(filtersOf(parseQuery('lang:fr raid -kind:kill '))).toEqual([
    { filter: { name: 'lang', value: 'fr' }, negated: false },
    { filter: { name: 'kind', value: 'kill' }, negated: true },
  ]);
});

test('anything typed is read, and places lie within it', () => {
  const marks = fc.constantFrom(
    '"',
    '(',
    ')',
    ' OR ',
    '-',
    '*',
    'lead:',
    'lang:fr',
    'kind:',
    '«',
    '»',
    '1 874',
    "l'",
    ' ',
  );
  const typed = fc.array(fc.oneof(marks, lineText), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(typed, (input) => {
      const { clauses, problems } = parseQuery(input);
      for (const { start, end } of [...clauses, ...problems]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(input.length);
      }
    }),
    { numRuns: 1000 },
  );
});
