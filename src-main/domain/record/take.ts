import type { DocumentJson } from '../document/json';
import type { Carries } from './carries';
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
  /** The stamp it was published with. A time supplied later is an entry of the record of its own. */
  readonly stamp: Stamp;
  /** Why the stamp was set by hand; null when it is the clock's, or came with an imported text. */
  readonly stampReason: string | null;
  readonly document: DocumentJson;
  /** The line that tells editors what changed; empty where there is none. */
  readonly advisoryLine: string;
  readonly carries: Carries;
  /** The byline it was given, else the initials of who published it; empty for an imported take whose author is not known. */
  readonly author: string;
  /** How it came into the record. */
  readonly origin: 'written' | 'imported';
};

/**
 * What a take does to the story as readers have it: begins it, adds to it, puts a take right,
 * replaces all of it, leaves it as it is (it speaks to editors), or withdraws it.
 */
export type Effect = 'begins' | 'adds' | 'puts-right' | 'replaces' | 'leaves' | 'withdraws';

/** The {@link Effect} of each kind. */
export const effectOf: Readonly<Record<TakeKind, Effect>> = {
  report: 'begins',
  update: 'adds',
  correction: 'puts-right',
  writethru: 'replaces',
  advisory: 'leaves',
  kill: 'withdraws',
};

/**
 * The kinds a new take may have, given the kinds already published in its dispatch, oldest first.
 * A dispatch begins with a report; after a kill only an advisory may follow.
 */
export function kindsThatMayFollow(published: readonly TakeKind[]): readonly TakeKind[] {
  if (published.length === 0) return ['report'];
  if (published.includes('kill')) return ['advisory'];
  const tellsReaders = published.some((kind) => kind !== 'advisory');
  return tellsReaders
    ? ['update', 'correction', 'writethru', 'advisory', 'kill']
    : ['update', 'writethru', 'advisory', 'kill'];
}
