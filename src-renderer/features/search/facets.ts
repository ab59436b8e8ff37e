import type { FacetName } from '@contract/search';
import { parseQuery } from '@domain/query/parse';
import type { Clause, Filter, Query } from '@domain/query/query';

/** How a value of a facet is written in a query. */
export function facetText(facet: FacetName, value: string): string {
  switch (facet) {
    case 'year':
      return `on:${value}`;
    case 'desk':
    case 'agency':
    case 'place':
    case 'subject':
    case 'person':
      return `${facet}:"${value.replaceAll('"', ' ')}"`;
    case 'language':
      return `lang:${value}`;
    case 'kind':
      return `kind:${value}`;
    case 'urgency':
      return `urgency:${value}`;
    case 'source':
      return `is:${value === 'take' ? 'published' : value}`;
  }
}

const filterNames: Readonly<Record<FacetName, Filter['name']>> = {
  year: 'time',
  desk: 'desk',
  agency: 'agency',
  place: 'place',
  subject: 'subject',
  person: 'person',
  language: 'lang',
  kind: 'kind',
  urgency: 'urgency',
  source: 'is',
};

/** Whether a value of a facet is chosen in a query. */
export function isChosen(query: Query, facet: FacetName, value: string): boolean {
  const wanted = keyOf(filterIn(facetText(facet, value)));
  return chosen(query, facet).some((filter) => keyOf(filter) === wanted);
}

/** A query with a value of a facet chosen, or not any more. Several values of one facet are a choice. */
export function toggled(text: string, facet: FacetName, value: string): string {
  const query = parseQuery(`${text} `);
  const typed = facetText(facet, value);
  const wanted = keyOf(filterIn(typed));
  const kept: string[] = [];
  let removed = false;
  for (const clause of clausesOf(query, facet)) {
    for (const one of leaves(clause)) {
      if (keyOf(one.filter) === wanted) removed = true;
      else kept.push(text.slice(one.start, one.end));
    }
  }
  if (!removed) kept.push(typed);
  const rest = without(text, clausesOf(query, facet));
  const choice = kept.length > 1 ? `(${kept.join(' OR ')})` : (kept[0] ?? '');
  return [rest, choice].filter((part) => part !== '').join(' ');
}

/** A query with a stretch of time in place of those it has; null takes them away. */
export function withTime(text: string, period: string | null): string {
  const query = parseQuery(`${text} `);
  const rest = without(text, clausesOf(query, 'year'));
  return [rest, ...(period === null ? [] : [`on:${period}`])]
    .filter((part) => part !== '')
    .join(' ');
}

/** The stretch of time a query asks for, ms; null where it asks for none. */
export function timeOf(query: Query): { readonly from: number; readonly to: number } | null {
  const times = chosen(query, 'year').filter((filter) => filter.name === 'time');
  if (times.length === 0) return null;
  const inChoice = clausesOf(query, 'year').some((clause) => clause.type === 'or');
  const froms = times.map(({ from }) => from ?? -Infinity);
  const tos = times.map(({ to }) => to ?? Infinity);
  return inChoice
    ? { from: Math.min(...froms), to: Math.max(...tos) }
    : { from: Math.max(...froms), to: Math.min(...tos) };
}

type Leaf = { readonly filter: Filter; readonly start: number; readonly end: number };

/** The clauses at the top of a query that choose among the values of a facet, and of no other. */
function clausesOf({ clauses }: Query, facet: FacetName): readonly Clause[] {
  return clauses.filter((clause) => {
    const found = leaves(clause);
    return found.length > 0 && found.every(({ filter }) => filter.name === filterNames[facet]);
  });
}

function leaves(clause: Clause): readonly Leaf[] {
  if (clause.type === 'filter') return [clause];
  if (clause.type !== 'or') return [];
  const inner = clause.clauses.map(leaves);
  return inner.some((found) => found.length === 0) ? [] : inner.flat();
}

function chosen(query: Query, facet: FacetName): readonly Filter[] {
  return clausesOf(query, facet).flatMap((clause) => leaves(clause).map(({ filter }) => filter));
}

function filterIn(text: string): Filter | null {
  const [clause] = parseQuery(`${text} `).clauses;
  return clause?.type === 'filter' ? clause.filter : null;
}

function keyOf(filter: Filter | null): string {
  return JSON.stringify(filter);
}

/** A text without some of its clauses, and without the parentheses that stood around them. */
function without(text: string, clauses: readonly Clause[]): string {
  let rest = text;
  for (const { start, end, type } of clauses.toSorted((a, b) => b.start - a.start)) {
    let [from, to] = [start, end];
    if (type === 'or') {
      const before = /\(\s*$/.exec(rest.slice(0, from));
      const after = /^\s*\)/.exec(rest.slice(to));
      if (before !== null && after !== null) [from, to] = [before.index, to + after[0].length];
    }
    rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  }
  return rest.replaceAll(/ {2,}/g, ' ').trim();
}
