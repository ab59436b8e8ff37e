import type { Mappable } from 'prosemirror-transform';

/** Where a selection was, without a document: words, one node whole, or everything. */
export type Place =
  | { readonly is: 'text'; readonly anchor: number; readonly head: number }
  | { readonly is: 'node'; readonly anchor: number }
  | { readonly is: 'all' };

/** The place after changes. */
export function mappedPlace(place: Place, mapping: Mappable): Place {
  if (place.is === 'all') return place;
  const anchor = mapping.map(place.anchor);
  return place.is === 'node'
    ? { ...place, anchor }
    : { ...place, anchor, head: mapping.map(place.head) };
}
