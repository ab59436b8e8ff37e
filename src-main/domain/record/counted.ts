import type { TakeKind } from './take';

/** What takes are counted as where it matters what they did, not how. */
export const countedKinds = ['report', 'update', 'correction', 'kill'] as const;
export type CountedKind = (typeof countedKinds)[number];

/** What each kind is counted as: a writethru or advisory goes with the updates. */
export const countedAs: Readonly<Record<TakeKind, CountedKind>> = {
  report: 'report',
  update: 'update',
  writethru: 'update',
  advisory: 'update',
  correction: 'correction',
  kill: 'kill',
};
