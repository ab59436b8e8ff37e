import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxQueryDepth, maxQueryLength, maxQueryWords, parseQuery } from '@domain/query/parse';
import type { Clause, Filter } from '@domain/query/query';
import { lineText } from '../arbitraries';

/** A clause in a short notation of its own, for comparing. */
function shape(clause: Clause): string {
  switch (clause.type) {
    case 'word':
    case 'phrase': {
      const field = clause.field === null ? '' : `${clause.field}=`;
      const quote = clause.type === 'phrase' ? '"' : '';
      const typed = clause.type === 'word' && clause.asTyped ? '…' : '';
      const inside = clause.type === 'word' && clause.inside ? '*' : '';
      const written =
        clause.type === 'phrase' && clause.written !== null ? `=${clause.written.join('+')}` : '';
      const end = clause.prefix || inside !== '' ? '*' : '';
      return `${field}${inside}${quote}${clause.terms.join('+')}${quote}${end}${typed}${written}`;
    }
    case 'filter':
      return filterShape(clause.filter);
    case 'near':
      return `near${clause.distance}(${clause.words.map(shape).join(' ')})`;
    case 'not':
      return `-${shape(clause.clause)}`;
    default:
      return `(${clause.clauses.map(shape).join(clause.type === 'or' ? ' | ' : ' & ')})`;
  }
}

function filterShape(filter: Filter): string {
  switch (filter.name) {
    case 'time':
      return `time:${dateOf(filter.from)}..${dateOf(filter.to)}`;
    case 'urgency':
    case 'words':
      return `${filter.name}:${filter.least ?? ''}..${filter.most ?? ''}`;
    case 'desk':
    case 'agency':
    case 'place':
    case 'subject':
    case 'person':
      return `${filter.name}:${filter.value.join('+')}`;
    default:
      return `${filter.name}:${filter.value}`;
  }
}

function dateOf(instant: number | null): string {
  return instant === null ? '' : new Date(instant).toISOString().slice(0, 16).replace('T00:00', '');
}

/** A Wednesday noon. */
const clock = { now: Date.UTC(2017, 4, 10, 12), zone: 'UTC' };

function shapes(input: string): string {
  return parseQuery(input, clock).clauses.map(shape).join(' & ');
}

describe('what is read', () => {
  test.each([
    ['raids syrie ', 'raids & syrie'],
    ['raids syr', 'raids & syr…'],
    ['Élysée CŒUR ', 'elysee & coeur'],
    ["l'Élysée qu’elle ", 'elysee & elle'],
    ["Côte-d'Ivoire S-400 ", 'cote+d+ivoire & (s+400 | "s400")'],
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
    ['NEAR(raid Syrie) NEAR(a "b c", 3) ', 'near10(raid syrie) & near3(a "b+c")'],
    ['*graph* ', '*graph*'],
    ['=Été ="Le Monde" ', '"ete"=Été & "le+monde"=Le+Monde'],
    ['TrumpPoutine ', '(trumppoutine | "trump+poutine")'],
    ['ONU O.N.U. U.S. ', '(onu | "o+n+u") & onu & u+s'],
    ['G20 S-400 10km ', '(g20 | "g+20") & (s+400 | "s400") & (10km | "10+km")'],
    [
      'desk:Monde agence:"France Presse" lieu:Genève ',
      'desk:monde & agency:france+presse & place:geneve',
    ],
    [
      'urgency:1..3 urgence:2 words>800 mots<=120 words:100..200 ',
      'urgency:1..3 & urgency:2..2 & words:801.. & words:..120 & words:100..200',
    ],
    ['on:2017 ', 'time:2017-01-01..2018-01-01'],
    ['le:2017-05 ', 'time:2017-05-01..2017-06-01'],
    ['on:2/5/2017 ', 'time:2017-05-02..2017-05-03'],
    ['since:2017-05-02 until:2017-05-04 ', 'time:2017-05-02.. & time:..2017-05-05'],
    ['depuis:mai 2017 raid ', 'time:2017-05-01.. & raid'],
    [
      'on:"2 mai 2017" on:May 2, 2017 ',
      'time:2017-05-02..2017-05-03 & time:2017-05-02..2017-05-03',
    ],
    [
      'on:hier on:yesterday on:avant-hier ',
      'time:2017-05-09..2017-05-10 & time:2017-05-09..2017-05-10 & time:2017-05-08..2017-05-09',
    ],
    ['on:last week raid ', 'time:2017-05-01..2017-05-08 & raid'],
    [
      'on:"mois dernier" on:"l’an dernier" ',
      'time:2017-04-01..2017-05-01 & time:2016-01-01..2017-01-01',
    ],
    ['on:lundi on:7j ', 'time:2017-05-08..2017-05-09 & time:2017-05-04..2017-05-11'],
    ['on:2016..2017-02 ', 'time:2016-01-01..2017-03-01'],
    ['on:"2017-05-02 21:14" ', 'time:2017-05-02T21:14..2017-05-02T21:15'],
    [
      'on:"2 mai 2017 14h-18h" on:"2017-05-02 14:00..18:30" ',
      'time:2017-05-02T14:00..2017-05-02T18:00 & time:2017-05-02T14:00..2017-05-02T18:30',
    ],
    [
      'is:killed has:open-note est:brouillon genre:mise-a-jour ',
      'is:killed & has:open-note & is:draft & kind:update',
    ],
    ['lang:fr OR raid ', '(lang:fr | raid)'],
    ['-lang:fr ', '-lang:fr'],
    ['', ''],
    ['   ', ''],
  ])('%j is %s', (input, expected) => {
    expect(shapes(input)).toBe(expected);
    const codes = parseQuery(input, clock).problems.map((problem) => problem.code);
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
    ['a OR -b ', 'exclusion-in-or', '-b', 'a'],
    ['on:2017-13-40 a ', 'unknown-date', 'on:2017-13-40', 'a'],
    ['on:30/2/2017 a ', 'unknown-date', 'on:30/2/2017', 'a'],
    ['urgency:high a ', 'unknown-value', 'urgency:high', 'a'],
    ['NEAR(a) ', 'near-needs-words', 'NEAR(a)', 'a'],
    ['=!! a ', 'nothing-to-search', '=!!', 'a'],
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
    expect(codes('mot '.repeat(500))).toContain('too-many-words');
    const depth = maxQueryDepth + 1;
    expect(codes(`${'('.repeat(depth)}a${')'.repeat(depth)}`)).toContain('too-deep');
  });
});

test.each([
  ['titer:raid ', 'titre:'],
  ['is:kiled ', 'is:killed'],
  ['genre:mise-a-jou ', 'genre:mise-a-jour'],
  ['on:2017-13 ', 'on:2017'],
  ['"a b', '"a b"'],
  ['r*id ', 'rid'],
])('%j: %j is suggested', (input, suggestion) => {
  expect(parseQuery(input, clock).problems[0]?.suggestion).toBe(suggestion);
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
