import type { Node } from 'prosemirror-model';
import { canonicalText, offsetToPosition, positionToOffset } from '../document/canonical-text';
import type { StepJson } from '../document/replay';
import { stepOf } from '../document/step';
import { makeAnchor, resolveAnchor } from './anchor';
import type { Anchor } from './annotation';
import { writtenOn } from './typed-on';

/** An anchor and the version of the draft it was made in. */
export type VersionedAnchor = {
  readonly id: string;
  readonly anchor: Anchor;
  readonly version: number;
};

type Followed = {
  readonly id: string;
  readonly was: string;
  readonly anchor: Anchor;
  place: { readonly from: number; readonly to: number } | null;
  /** Where writing in place of its last words goes on: see {@link writtenOn}. */
  open: number | null;
};

/**
 * Follows anchors through the steps a draft was written in since they were made, as the editor's
 * own mapping would have: nothing is looked for. Words that the steps replaced whole are looked for
 * by {@link resolveAnchor}, with the text they were noted in.
 *
 * @param base the document at `baseVersion`
 * @param steps the steps from there on; they must apply
 * @returns the anchors in the document after all steps, by id; those not found, and those made
 *   before `baseVersion` or at a version that is not reached, are left out
 */
export function followAnchors(
  base: Node,
  baseVersion: number,
  steps: readonly StepJson[],
  anchors: readonly VersionedAnchor[],
): ReadonlyMap<string, Anchor> {
  let document = base;
  const followed: Followed[] = [];
  for (let done = 0; done <= steps.length; done += 1) {
    followed.push(...begun(document, baseVersion + done, anchors));
    const json = steps[done];
    if (json === undefined) break;
    const step = stepOf(json);
    const map = step.getMap();
    for (const one of followed) {
      if (one.place === null) continue;
      const [from, to] = [map.map(one.place.from, 1), map.map(one.place.to, -1)];
      const before = { place: one.place, open: one.open };
      const written = writtenOn(map, before, from < to ? { from, to } : null);
      one.place = written.place;
      one.open = written.open;
    }
    document = step.apply(document).doc ?? document;
  }
  return anchorsIn(document, followed);
}

function begun(
  document: Node,
  version: number,
  anchors: readonly VersionedAnchor[],
): readonly Followed[] {
  const here = anchors.filter((one) => one.version === version);
  if (here.length === 0) return [];
  const was = canonicalText(document);
  return here.map(({ id, anchor }) => ({
    id,
    was,
    anchor,
    open: null,
    place: was.startsWith(anchor.exact, anchor.start)
      ? {
          from: offsetToPosition(document, anchor.start),
          to: offsetToPosition(document, anchor.end),
        }
      : null,
  }));
}

function anchorsIn(document: Node, followed: readonly Followed[]): ReadonlyMap<string, Anchor> {
  const text = canonicalText(document);
  const found = new Map<string, Anchor>();
  for (const { id, was, anchor, place } of followed) {
    if (place !== null) {
      const start = positionToOffset(document, place.from);
      const end = positionToOffset(document, place.to);
      if (text.slice(start, end).trim() === '') continue;
      found.set(id, makeAnchor(text, start, end));
      continue;
    }
    const resolved = resolveAnchor(text, anchor, was);
    if (resolved.status !== 'orphaned') {
      found.set(id, makeAnchor(text, resolved.start, resolved.end));
    }
  }
  return found;
}
