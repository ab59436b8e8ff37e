import { fold } from '../text/fold';
import { terms as termsOf } from '../text/tokens';
import { lex, type Lexeme } from './lexer';
import { choiceOf, namedOf, nearest, valuesOf, type ChoiceName, type Named } from './names';
import { parsePeriod, type Clock } from './period';
import type {
  Clause,
  Filter,
  PhraseClause,
  Problem,
  ProblemCode,
  Query,
  SearchField,
  Span,
  WordClause,
} from './query';
import { asWritten, wordClause } from './words';

/** UTF-16 units of an input that are read; the rest is left out and reported. */
export const maxQueryLength = 4000;
/** Words and phrases of an input that are read; the rest is left out and reported. */
export const maxQueryWords = 100;
/** How deep parentheses may nest. */
export const maxQueryDepth = 20;

/** `words>800`, `urgency:1..3`, `mots<=120`. */
const comparison = /^(words|mots|urgency|urgence)(<=|>=|<|>|=)(\d{1,7})$/;
const range = /^(\d{1,7})?(?:(\.\.)(\d{1,7})?)?$/;
const wordsAround = 10;

/**
 * Reads what a person typed into the search field. Never fails: whatever cannot be read as meant
 * is read as plain words or left out, and reported at its place. The language is in docs/search.md.
 *
 * @param clock what dates are read by; else now, in UTC
 */
export function parseQuery(input: string, clock?: Clock): Query {
  const text = input.slice(0, maxQueryLength);
  const { lexemes, problems } = lex(text, (name) => namedOf(name) !== undefined);
  const reading = { input: text, clock: clock ?? { now: Date.now(), zone: 'UTC' } };
  const parser = new Parser(lexemes, [...problems], reading);
  if (input.length > maxQueryLength) {
    parser.report('too-long', { start: maxQueryLength, end: input.length });
  }
  return parser.query();
}

/** Recursive descent over lexemes; every method leaves `at` after what it has read. */
class Parser {
  private at = 0;
  private words = 0;

  constructor(
    private readonly lexemes: readonly Lexeme[],
    private readonly problems: Problem[],
    private readonly reading: { readonly input: string; readonly clock: Clock },
  ) {}

  query(): Query {
    const clauses: Clause[] = [];
    while (this.at < this.lexemes.length) {
      clauses.push(...this.sequence(0, null));
      const stray = this.lexemes[this.at];
      if (stray !== undefined) {
        this.report('stray-parenthesis', stray);
        this.at += 1;
      }
    }
    const problems = this.problems.toSorted((a, b) => a.start - b.start);
    return { clauses: flattenAnds(clauses), problems };
  }

  report(code: ProblemCode, { start, end }: Span, suggestion?: string): void {
    this.problems.push({ code, start, end, ...(suggestion !== undefined && { suggestion }) });
  }

  /** Clauses up to a closing parenthesis or the end. */
  private sequence(depth: number, field: SearchField | null): Clause[] {
    const clauses: Clause[] = [];
    for (let next = this.lexemes[this.at]; next !== undefined; next = this.lexemes[this.at]) {
      if (next.type === 'close') break;
      const clause = this.alternatives(depth, field);
      if (clause !== null) clauses.push(clause);
    }
    return clauses;
  }

  /** `a OR b OR c`. */
  private alternatives(depth: number, field: SearchField | null): Clause | null {
    const clauses: Clause[] = [];
    let pendingOr: Lexeme | null = null;
    for (;;) {
      const next = this.lexemes[this.at];
      if (next === undefined || next.type === 'close') break;
      if (next.type === 'or') {
        if (pendingOr !== null || clauses.length === 0) this.report('dangling-or', next);
        else pendingOr = next;
        this.at += 1;
        continue;
      }
      if (clauses.length > 0 && pendingOr === null) break;
      const clause = this.operand(depth, field);
      if (clause !== null) {
        clauses.push(clause);
        pendingOr = null;
      }
    }
    if (pendingOr !== null) this.report('dangling-or', pendingOr);
    return this.orGroup(clauses);
  }

  private orGroup(clauses: readonly Clause[]): Clause | null {
    if (clauses.length < 2) return clauses[0] ?? null;
    const positive = clauses.filter((clause) => {
      if (clause.type === 'not') this.report('exclusion-in-or', clause);
      return clause.type !== 'not';
    });
    return positive.length < 2 ? (positive[0] ?? null) : group('or', positive);
  }

  private operand(depth: number, field: SearchField | null): Clause | null {
    const next = this.lexemes[this.at];
    if (next === undefined) return null;
    this.at += 1;
    switch (next.type) {
      case 'minus':
        return this.exclusion(next, depth, field);
      case 'name':
        return this.named(next.name, next, depth, field);
      case 'open':
        return this.parenthesised(next, depth, field);
      case 'near':
        return this.near(next, field);
      case 'quoted':
        return this.phrase(next, field);
      case 'word':
        return this.word(next, field);
      default:
        return null;
    }
  }

  private exclusion(minus: Lexeme, depth: number, field: SearchField | null): Clause | null {
    const next = this.lexemes[this.at];
    if (next === undefined || next.start !== minus.end || next.type === 'close') return null;
    const clause = this.operand(depth, field);
    if (clause === null) return null;
    if (clause.type === 'not') return clause.clause;
    return { type: 'not', clause, start: minus.start, end: clause.end };
  }

  private named(name: string, at: Lexeme, depth: number, outer: SearchField | null): Clause | null {
    const value = this.lexemes[this.at];
    const adjacent = value !== undefined && value.start === at.end;
    if (!adjacent || !['word', 'quoted', 'open', 'near'].includes(value.type)) {
      this.report('field-without-value', at);
      return null;
    }
    const named = namedOf(name);
    if (named?.is === 'field') return this.operand(depth, named.field);
    if (named === undefined) return this.operand(depth, outer);
    if (value.type === 'open' || value.type === 'near') {
      this.report('unknown-value', { start: at.start, end: value.end });
      return this.operand(depth, null);
    }
    this.at += 1;
    return this.filter(named, at, value as Valued);
  }

  private filter(named: Exclude<Named, { is: 'field' }>, at: Lexeme, value: Valued) {
    const span = { start: at.start, end: value.end };
    switch (named.is) {
      case 'choice':
        return this.choice(named.choice, value, span);
      case 'time':
        return this.time(named.time, at, value);
      case 'number': {
        const filter = numbersIn(named.number, value.text);
        return this.filterOr(filter, 'unknown-value', span, undefined);
      }
      case 'value': {
        const terms = termsOf(value.text);
        const filter = terms.length === 0 ? null : { name: named.value, value: terms };
        return this.filterOr(filter, 'field-without-value', span, undefined);
      }
    }
  }

  private filterOr(
    filter: Filter | null | undefined,
    code: ProblemCode,
    span: Span,
    suggestion: string | undefined,
  ): Clause | null {
    if (filter != null) return { type: 'filter', filter, ...span };
    this.report(code, span, suggestion);
    return null;
  }

  private choice(choice: ChoiceName, value: Valued, span: Span): Clause | null {
    const typed = fold(value.text).trim();
    const meant = nearest(typed, valuesOf(choice));
    const name = this.reading.input.slice(span.start, value.start);
    const suggestion = meant === undefined ? undefined : `${name}${meant}`;
    return this.filterOr(choiceOf(choice, typed), 'unknown-value', span, suggestion);
  }

  /** A date may be of several words: as many of those that follow as make one are taken. */
  private time(time: 'on' | 'since' | 'until', at: Lexeme, value: Valued): Clause | null {
    const { input, clock } = this.reading;
    const longest = value.type === 'quoted' ? 0 : 3;
    for (let more = longest; more >= 0; more -= 1) {
      const last = more === 0 ? value : this.lexemes[this.at + more - 1];
      const between = this.lexemes.slice(this.at, this.at + more);
      if (last === undefined || between.some((lexeme) => lexeme.type !== 'word')) continue;
      const text = value.type === 'quoted' ? value.text : input.slice(value.start, last.end);
      const period = parsePeriod(text, clock);
      if (period === null) continue;
      this.at += more;
      const from = time === 'until' ? null : period.from;
      const to = time === 'since' ? null : period.to;
      const filter: Filter = { name: 'time', from, to };
      return { type: 'filter', filter, start: at.start, end: last.end };
    }
    const span = { start: at.start, end: value.end };
    const year = /\d{4}/.exec(value.text)?.[0];
    const name = input.slice(at.start, at.end);
    this.report('unknown-date', span, year === undefined ? undefined : `${name}${year}`);
    return null;
  }

  private parenthesised(open: Lexeme, depth: number, field: SearchField | null): Clause | null {
    if (depth >= maxQueryDepth) {
      this.report('too-deep', open);
      return null;
    }
    const clauses = this.sequence(depth + 1, field);
    const close = this.closing(open);
    if (clauses.length === 0) {
      this.report('empty-parentheses', { start: open.start, end: close?.end ?? open.end });
      return null;
    }
    return clauses.length === 1 ? (clauses[0] ?? null) : group('and', clauses);
  }

  private closing(open: Lexeme): Lexeme | undefined {
    const close = this.lexemes[this.at];
    if (close === undefined) this.report('unclosed-parenthesis', open);
    else this.at += 1;
    return close;
  }

  /** `NEAR(a b)`, `NEAR(a "b c", 5)`: the number is the last, after a comma. */
  private near(near: Lexeme, field: SearchField | null): Clause | null {
    const open = this.lexemes[this.at];
    this.at += 1;
    const words: (WordClause | PhraseClause)[] = [];
    let distance = wordsAround;
    let comma = false;
    for (let next = this.lexemes[this.at]; next !== undefined; next = this.lexemes[this.at]) {
      if (next.type === 'close') break;
      this.at += 1;
      const text = next.type === 'word' ? next.text : '';
      if (comma && /^\d{1,3}$/.test(text)) distance = Number(text);
      else if (text === ',') comma = true;
      else if (next.type === 'word' || next.type === 'quoted') {
        const clause = next.type === 'word' ? this.word(next, field) : this.phrase(next, field);
        const plain = clause?.type === 'or' ? clause.clauses[0] : clause;
        if (plain?.type === 'word') words.push({ ...plain, asTyped: false });
        else if (plain?.type === 'phrase') words.push({ ...plain, written: null });
      } else this.report('near-needs-words', next);
      comma = text.endsWith(',');
    }
    const close = open === undefined ? undefined : this.closing(open);
    const span = { start: near.start, end: close?.end ?? near.end };
    if (words.length < 2) {
      this.report('near-needs-words', span);
      return words[0] ?? null;
    }
    return { type: 'near', words, distance, field, ...span };
  }

  private phrase(
    lexeme: Lexeme & { readonly type: 'quoted' },
    field: SearchField | null,
  ): PhraseClause | null {
    const terms = termsOf(lexeme.text);
    if (!this.isSearchable(terms.length, lexeme)) return null;
    const { prefix, start, end, written } = lexeme;
    if (written) return asWritten(lexeme.text, lexeme, field);
    return { type: 'phrase', terms, prefix, field, written: null, start, end };
  }

  private word(
    lexeme: Lexeme & { readonly type: 'word' },
    field: SearchField | null,
  ): Clause | null {
    const compared = comparison.exec(fold(lexeme.text));
    if (compared !== null && field === null) return compare(compared, lexeme);
    const { text, start, end } = lexeme;
    const isLast = end === this.reading.input.length;
    const clause = wordClause({ text, start, end }, field, isLast);
    if (!this.isSearchable(clause === null ? 0 : termsOf(text).length, lexeme)) return null;
    if (/[^*]\*+[^*]/.test(text)) {
      this.report('star-inside-word', lexeme, text.replaceAll(/(?<=[^*])\*+(?=[^*])/g, ''));
    }
    return clause;
  }

  private isSearchable(terms: number, at: Lexeme): boolean {
    if (terms === 0) {
      this.report('nothing-to-search', at);
      return false;
    }
    this.words += terms;
    if (this.words > maxQueryWords) {
      this.report('too-many-words', at);
      return false;
    }
    return true;
  }
}

/** A lexeme that can be the value of a name. */
type Valued = Lexeme & { readonly type: 'word' | 'quoted' };

/** `3`, `1..3`, `800..`, `..120`. */
function numbersIn(name: 'urgency' | 'words', text: string): Filter | null {
  const found = range.exec(text.trim());
  const [, least, dots, most] = found ?? [];
  if (least === undefined && most === undefined) return null;
  const from = least === undefined ? null : Number(least);
  const to = dots === undefined ? from : most === undefined ? null : Number(most);
  return { name, least: from, most: to };
}

function compare([, typed = '', sign, digits]: RegExpExecArray, { start, end }: Span): Clause {
  const named = namedOf(typed);
  const name = named?.is === 'number' ? named.number : 'words';
  const number = Number(digits);
  const least = sign === '>' ? number + 1 : sign === '>=' || sign === '=' ? number : null;
  const most = sign === '<' ? number - 1 : sign === '<=' || sign === '=' ? number : null;
  return { type: 'filter', filter: { name, least, most }, start, end };
}

/** Parentheses around plain words at the top change nothing: their clauses join the others. */
function flattenAnds(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) =>
    clause.type === 'and' ? flattenAnds(clause.clauses) : [clause],
  );
}

function group(type: 'or' | 'and', clauses: readonly Clause[]): Clause {
  const start = clauses[0]?.start ?? 0;
  return { type, clauses, start, end: clauses[clauses.length - 1]?.end ?? start };
}
