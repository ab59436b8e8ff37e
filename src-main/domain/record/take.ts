import type { DocumentJson } from '../document/json';
import type { Stamp } from './stamp';

/**
 * The kinds of take. A `report` is the first text of a dispatch; the others are appended:
 * an `update` adds, a `correction` puts right, a `writethru` replaces the running story,
 * an `advisory` speaks to editors, a `kill` withdraws.
 */
export const takeKinds = [
  'report',
  'update',
  'correction',
  'writethru',
  'advisory',
  'kill',
] as const;
export type TakeKind = (typeof takeKinds)[number];

/** A published take. It never changes once it is in the record. */
export type Take = {
  readonly id: string;
  readonly dispatchId: string;
  /** Position in the dispatch, from 1; holds the order even where no time is known. */
  readonly ordinal: number;
  readonly kind: TakeKind;
  readonly stamp: Stamp;
  readonly document: DocumentJson;
  /** Initials of who published it; empty for an imported take whose author is not known. */
  readonly author: string;
  /** How it came into the record. */
  readonly origin: 'written' | 'imported';
};

/**
 * The kinds a new take may have, given the kinds already published in its dispatch, oldest first.
 * A dispatch begins with a report; after a kill only an advisory may follow.
 */
export function kindsThatMayFollow(published: readonly TakeKind[]): readonly TakeKind[] {
  if (published.length === 0) return ['report'];
  if (published.includes('kill')) return ['advisory'];
  return ['update', 'correction', 'writethru', 'advisory', 'kill'];
}
