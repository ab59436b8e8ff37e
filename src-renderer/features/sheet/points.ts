import type { ResponseOf } from '@contract/requests';
import { publishedBy, type StoryTake } from '@domain/record/story';

/** A state the slider can stand on: after a take, or a kept version of the draft. */
export type Point =
  | { readonly after: 'take'; readonly take: StoryTake }
  | { readonly after: 'draft'; readonly version: number; readonly savedAt: number };

/** The states of a dispatch, oldest first: after each take, then the kept versions of its draft. */
export function pointsOf(
  takes: readonly StoryTake[],
  versions: ResponseOf<'draft.versions'>['versions'],
): readonly Point[] {
  return [
    ...takes.map((take): Point => ({ after: 'take', take })),
    ...versions.toReversed().map((version): Point => ({ after: 'draft', ...version })),
  ];
}

/**
 * The point that holds what readers had at an instant (ms), or -1 when they had nothing yet; and
 * whether a take of unknown time might have been out as well.
 */
export function pointAt(
  takes: readonly StoryTake[],
  at: number,
): { readonly index: number; readonly uncertain: boolean } {
  const outs = publishedBy(takes);
  const out = outs.filter(({ by }) => by <= at).length;
  return { index: out - 1, uncertain: outs[out]?.uncertain ?? false };
}
