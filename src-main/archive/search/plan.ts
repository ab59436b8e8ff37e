import { conjunction, type Lexicon } from '../../domain/query/match';
import type { Clause, Filter, PhraseClause, Query } from '../../domain/query/query';
import type { SqlParameters } from '../database';
import { flag } from './marks';
import { rowOf, rowsPerSecond } from './rows';

/** How entries are found without counting them: by the index, within rows, under conditions. */
export type Plan = {
  /** FTS5's MATCH text; null where no word and no fact is asked for. */
  readonly match: string | null;
  /** Conditions on `entry` (search_entry); constants and named parameters. */
  readonly conditions: readonly string[];
  readonly parameters: SqlParameters;
  /** Phrases of which the case and accents are still to be looked at, in the texts found. */
  readonly written: readonly PhraseClause[];
};

/** A search as of an instant finds what was read then. */
export type AsOf = number | null;

/** Entries late for their second stand after it: so many rows beyond an instant may be of before. */
export const lateRows = BigInt(2 * 86_400 * rowsPerSecond);

/**
 * The plan of a query whose conditions all stand at its top, or are all for the index.
 *
 * @returns null where times, lengths or what became of a take stand in a choice, or case and
 *   accents in a choice or an exclusion: such a query is answered by sets (`sets.ts`)
 */
export function planOf(query: Query, lexicon: Lexicon, asOf: AsOf): Plan | null {
  const forIndex: Clause[] = [];
  const written: PhraseClause[] = [];
  const sql = new Conditions(lexicon);
  for (const clause of query.clauses) {
    const negated = clause.type === 'not';
    const inner = negated ? clause.clause : clause;
    if (inner.type === 'filter' && !isForIndex(inner.filter)) {
      sql.add(inner.filter, negated);
      continue;
    }
    if (inner.type === 'phrase' && inner.written !== null && !negated) written.push(inner);
    else if (asksForWriting(inner)) return null;
    forIndex.push(clause);
  }
  const wanted = forIndex.length === 0 ? null : conjunction(forIndex, lexicon);
  if (forIndex.length > 0 && wanted === null) return null;
  if (asOf !== null) sql.asOf(asOf);
  return { match: wanted, conditions: sql.conditions, parameters: sql.parameters, written };
}

/** Whether the index knows it: the others are columns of an entry. */
export function isForIndex(filter: Filter): boolean {
  switch (filter.name) {
    case 'subject':
    case 'person':
    case 'time':
    case 'words':
      return false;
    case 'has':
      return filter.value === 'photo';
    case 'is':
      return !['current', 'superseded', 'corrected', 'killed'].includes(filter.value);
    default:
      return true;
  }
}

function asksForWriting(clause: Clause): boolean {
  switch (clause.type) {
    case 'phrase':
      return clause.written !== null;
    case 'not':
      return asksForWriting(clause.clause);
    case 'and':
    case 'or':
      return clause.clauses.some(asksForWriting);
    default:
      return false;
  }
}

/** Conditions on the columns of an entry, as SQL of constants and parameters. */
export class Conditions {
  readonly conditions: string[] = [];
  readonly parameters: Record<string, bigint | string> = {};
  private count = 0;

  constructor(private readonly lexicon: Lexicon) {}

  add(filter: Filter, negated: boolean): void {
    const sql = this.of(filter);
    if (sql !== null) this.conditions.push(negated ? `NOT (${sql})` : `(${sql})`);
    // Rows are in the order of time: bounds on them are what makes it quick.
    if (filter.name === 'time' && !negated) this.bounds(filter.from, filter.to);
  }

  /** Takes whose words readers had at an instant. */
  asOf(at: number): void {
    const name = this.bind(BigInt(at));
    this.conditions.push(
      `(entry.source = 'take' AND entry.outed <= ${name} AND (entry.until IS NULL OR entry.until > ${name}))`,
    );
  }

  /** A filter as a condition; null for one that holds always. */
  of(filter: Filter): string | null {
    switch (filter.name) {
      case 'time':
        return this.time(filter.from, filter.to);
      case 'words': {
        const parts = [
          ...(filter.least === null ? [] : [`entry.words >= ${this.bind(BigInt(filter.least))}`]),
          ...(filter.most === null ? [] : [`entry.words <= ${this.bind(BigInt(filter.most))}`]),
        ];
        return parts.length === 0 ? null : `entry.source <> 'original' AND ${parts.join(' AND ')}`;
      }
      case 'subject':
        return this.named('dispatch_subject', this.lexicon.subjects(filter.value));
      case 'person':
        return this.named('dispatch_person', this.lexicon.persons(filter.value));
      case 'has':
        return `(entry.marks & ${flag.openNote}) <> 0`;
      case 'is':
        return stateCondition(filter.value);
      default:
        return null;
    }
  }

  private named(table: 'dispatch_subject' | 'dispatch_person', names: readonly string[]): string {
    return `entry.dispatch_id IN (SELECT dispatch_id FROM ${table}
      WHERE name IN (SELECT value FROM json_each(${this.bind(JSON.stringify(names))})))`;
  }

  /** A time nobody knows is on no date. */
  private time(from: number | null, to: number | null): string {
    const parts = [
      `(entry.marks & ${flag.undated}) = 0`,
      ...(from === null ? [] : [`entry.at >= ${this.bind(BigInt(from))}`]),
      ...(to === null ? [] : [`entry.at < ${this.bind(BigInt(to))}`]),
    ];
    return parts.join(' AND ');
  }

  private bounds(from: number | null, to: number | null): void {
    if (from !== null) this.conditions.push(`{row} >= ${this.bind(rowOf(from))}`);
    if (to !== null) this.conditions.push(`{row} < ${this.bind(rowOf(to) + lateRows)}`);
  }

  private bind(value: bigint | string): string {
    this.count += 1;
    const name = `c${this.count}`;
    this.parameters[name] = value;
    return `:${name}`;
  }
}

function stateCondition(state: Extract<Filter, { name: 'is' }>['value']): string | null {
  const { corrected, rewritten, killed } = flag;
  switch (state) {
    case 'current':
      return `entry.source = 'take' AND entry.until IS NULL`;
    case 'superseded':
      return `(entry.marks & ${corrected | rewritten | killed}) <> 0`;
    case 'corrected':
      return `(entry.marks & ${corrected}) <> 0`;
    case 'killed':
      return `(entry.marks & ${killed}) <> 0`;
    default:
      return null;
  }
}
