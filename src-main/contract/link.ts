import { idSchema } from './scalars';

/** The scheme of links to dispatches. */
export const linkScheme = 'writethru';

/** What a link leads to: a dispatch, as it read at an instant (ms) where one is given. */
export type Link = { readonly dispatchId: string; readonly at: number | null };

/** A link that opens a dispatch: `writethru://dispatch/ID`, with `?at=INSTANT` (ISO 8601, UTC). */
export function linkTo(dispatchId: string, at: number | null): string {
  const asOf = at === null ? '' : `?at=${new Date(at).toISOString()}`;
  return `${linkScheme}://dispatch/${dispatchId}${asOf}`;
}

/** What a text leads to if it is a link of ours; null when it is none, or not a sound one. */
export function parseLink(text: string): Link | null {
  const found = /^writethru:\/\/dispatch\/([^/?#]+)\/?(?:\?at=([^&#]+))?$/.exec(text.trim());
  if (found === null) return null;
  const id = idSchema.safeParse(found[1]);
  const at = found[2] === undefined ? null : Date.parse(found[2]);
  if (!id.success || Number.isNaN(at)) return null;
  return { dispatchId: id.data, at };
}
