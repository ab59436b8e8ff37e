import type { StepMap } from 'prosemirror-transform';

/** A stretch of a document. ProseMirror positions. */
type Place = { readonly from: number; readonly to: number };

/** Where a note's words are after a step, and where writing in place of its last words goes on. */
export type Written = { readonly place: Place | null; readonly open: number | null };

/**
 * The end of a note while words are put right. Where its last words are typed over or deleted, what
 * is written there next, in one go, takes their place and is the note's; anything else written at its
 * edges is not.
 *
 * @param before where its words were before the step, and where such writing went on, or null
 * @param mapped where they are after it, by mapping alone
 */
export function writtenOn(
  map: StepMap,
  before: { readonly place: Place; readonly open: number | null },
  mapped: Place | null,
): Written {
  const changes = changesOf(map);
  const [change] = changes;
  if (change === undefined) return { place: mapped, open: before.open };
  if (changes.length > 1 || mapped === null) return { place: mapped, open: null };
  const { place, open } = before;
  if (open === place.to && change.from === open && change.to === open) {
    return { place: { from: mapped.from, to: change.newTo }, open: change.newTo };
  }
  const tookTheLast =
    change.from < change.to && change.from >= place.from && change.to === place.to;
  return { place: mapped, open: tookTheLast && mapped.to === change.newTo ? mapped.to : null };
}

type Change = { readonly from: number; readonly to: number; readonly newTo: number };

/** What a step replaced: where, in the document before it, and where that ends after it. */
function changesOf(map: StepMap): readonly Change[] {
  const changes: Change[] = [];
  map.forEach((from, to, _newFrom, newTo) => changes.push({ from, to, newTo }));
  return changes;
}
