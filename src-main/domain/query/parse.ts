import { fold } from '../text/fold';
import { terms as termsOf } from '../text/tokens';
import { lex, type Lexeme } from './lexer';
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

/** UTF-16 units of an input that are read; the rest is left out and reported. */
export const maxQueryLength = 2000;
/** Words and phrases of an input that are read; the rest is left out and reported. */
export const maxQueryWords = 100;
/** How deep parentheses may nest. */
export const maxQueryDepth = 20;

const fieldNames: ReadonlyMap<string, SearchField> = new Map<string, SearchField>([
  ['headline', 'headline'],
  ['titre', 'headline'],
  ['lead', 'lead'],
  ['chapo', 'lead'],
  ['body', 'body'],
  ['corps', 'body'],
  ['caption', 'caption'],
  ['legende', 'caption'],
  ['credit', 'credit'],
  ['note', 'note'],
  ['slug', 'slug'],
  ['sign', 'sign'],
  ['signature', 'sign'],
]);

const filters: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['is:draft', { name: 'is', value: 'draft' }],
  ['is:published', { name: 'is', value: 'published' }],
  ['lang:fr', { name: 'lang', value: 'fr' }],
  ['lang:en', { name: 'lang', value: 'en' }],
  ['kind:report', { name: 'kind', value: 'report' }],
  ['kind:update', { name: 'kind', value: 'update' }],
  ['kind:correction', { name: 'kind', value: 'correction' }],
  ['kind:writethru', { name: 'kind', value: 'writethru' }],
  ['kind:advisory', { name: 'kind', value: 'advisory' }],
  ['kind:kill', { name: 'kind', value: 'kill' }],
]);
const filterNames: ReadonlySet<string> = new Set(['is', 'lang', 'kind']);

/** Elided words, which carry nothing: l'Élysée is looked for as elysee, qu'elle as elle. */
const elided = /^[^a-z0-9]*(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])/;

/**
 * Reads what a person typed into the search field. Never fails: whatever cannot be read as meant
 * is read as plain words or left out, and reported at its place.
 *
 * The language: words side by side must all occur, in any of their forms; `"exact words"` (also
 * « » and “ ”) side by side as written; `begin*`; `-without`; `this OR that` (also OU), which
 * binds tighter than words side by side, so `a b OR c` is a and (b or c); parentheses; the fields
 * `headline: lead: body: caption: credit: note: slug: sign:` (also titre: chapo: corps: legende:
 * signature:) before a word, a phrase or a group; and the filters `is: lang: kind:`.
 */
export function parseQuery(input: string): Query {
  const text = input.slice(0, maxQueryLength);
  const { lexemes, problems } = lex(text, (name) => fieldNames.has(name) || filterNames.has(name));
  const parser = new Parser(lexemes, [...problems], text.length);
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
    private readonly inputEnd: number,
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
    const top = flattenAnds(clauses).map((clause) => this.withoutNestedFilters(clause, true));
    const kept = top.filter((clause) => clause !== null);
    const hasWords = kept.some((clause) => !isFilter(clause) && clause.type !== 'not');
    const exclusion = kept.find((clause) => clause.type === 'not' && !isFilter(clause));
    if (!hasWords && exclusion !== undefined) this.report('only-exclusions', exclusion);
    return { clauses: kept, problems: this.problems.sort((a, b) => a.start - b.start) };
  }

  report(code: ProblemCode, { start, end }: Span): void {
    this.problems.push({ code, start, end });
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
        return this.named(next.name, next, depth);
      case 'open':
        return this.parenthesised(next, depth, field);
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

  private named(name: string, at: Lexeme, depth: number): Clause | null {
    const value = this.lexemes[this.at];
    const adjacent = value !== undefined && value.start === at.end;
    if (!adjacent || !['word', 'quoted', 'open'].includes(value.type)) {
      this.report('field-without-value', at);
      return null;
    }
    const field = fieldNames.get(name);
    if (field !== undefined) return this.operand(depth, field);
    if (value.type !== 'word') {
      this.report('unknown-value', { start: at.start, end: value.end });
      return this.operand(depth, null);
    }
    this.at += 1;
    const span = { start: at.start, end: value.end };
    const filter = filters.get(`${name}:${fold(value.text)}`);
    if (filter === undefined) {
      this.report('unknown-value', span);
      return null;
    }
    return { type: 'filter', filter, ...span };
  }

  private parenthesised(open: Lexeme, depth: number, field: SearchField | null): Clause | null {
    if (depth >= maxQueryDepth) {
      this.report('too-deep', open);
      return null;
    }
    const clauses = this.sequence(depth + 1, field);
    const close = this.lexemes[this.at];
    if (close === undefined) this.report('unclosed-parenthesis', open);
    else this.at += 1;
    if (clauses.length === 0) {
      this.report('empty-parentheses', { start: open.start, end: close?.end ?? open.end });
      return null;
    }
    return clauses.length === 1 ? (clauses[0] ?? null) : group('and', clauses);
  }

  private phrase(
    lexeme: Lexeme & { readonly type: 'quoted' },
    field: SearchField | null,
  ): PhraseClause | null {
    const terms = termsOf(lexeme.text);
    if (!this.isSearchable(terms, lexeme)) return null;
    const { prefix, start, end } = lexeme;
    return { type: 'phrase', terms, prefix, field, start, end };
  }

  private word(
    lexeme: Lexeme & { readonly type: 'word' },
    field: SearchField | null,
  ): WordClause | null {
    const { text, start, end } = lexeme;
    const plain = fold(text).replace(elided, '').replace('aujourdhui', "aujourd'hui");
    const terms = termsOf(plain);
    if (!this.isSearchable(terms, lexeme)) return null;
    const star = text.indexOf('*');
    const prefix = star !== -1 && /\*+$/.test(text);
    if (star !== -1 && /\*[^*]/.test(text)) this.report('star-inside-word', lexeme);
    const endsInLetter = /[\p{L}\p{N}]$/u.test(text);
    const asTyped = !prefix && end === this.inputEnd && endsInLetter;
    return { type: 'word', terms, prefix, asTyped, field, start, end };
  }

  private isSearchable(terms: readonly string[], at: Lexeme): boolean {
    if (terms.length === 0) {
      this.report('nothing-to-search', at);
      return false;
    }
    this.words += terms.length;
    if (this.words > maxQueryWords) {
      this.report('too-many-words', at);
      return false;
    }
    return true;
  }

  /** Filters speak of whole dispatches, so they hold at the top only; elsewhere they are left out. */
  private withoutNestedFilters(clause: Clause, top: boolean): Clause | null {
    switch (clause.type) {
      case 'filter':
        if (top) return clause;
        this.report('filter-in-group', clause);
        return null;
      case 'not': {
        const inner = this.withoutNestedFilters(clause.clause, top);
        return inner === null ? null : { ...clause, clause: inner };
      }
      case 'or':
      case 'and': {
        const clauses = clause.clauses
          .map((inner) => this.withoutNestedFilters(inner, false))
          .filter((inner) => inner !== null);
        return clauses.length < 2 ? (clauses[0] ?? null) : { ...clause, clauses };
      }
      default:
        return clause;
    }
  }
}

function isFilter(clause: Clause): boolean {
  return clause.type === 'filter' || (clause.type === 'not' && isFilter(clause.clause));
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
