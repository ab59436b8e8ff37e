import type { TakeKind } from '../record/take';

/**
 * The take of a dispatch that is traced when none is named: the newest kill or correction, whose
 * words may stand elsewhere to be put right; else the newest take. Takes are first to last.
 */
export function takeToTrace<T extends { readonly kind: TakeKind }>(
  takes: readonly T[],
): T | undefined {
  return takes.findLast(({ kind }) => kind === 'kill' || kind === 'correction') ?? takes.at(-1);
}
