import type { Node } from 'prosemirror-model';
import { takeSchema } from '../document/schema';

/** Where a text was written, and by whose service, as its first paragraph says. */
export type Dateline = { readonly place: string; readonly agency: string };

/** `PARIS, 2 mai (Reuters) -`, `GENÈVE/BERNE (ATS) –`, `WASHINGTON, May 2 (AP) —`. */
const dateline =
  /^(?<place>\p{Lu}[\p{Lu}\s'’./-]{1,58}\p{Lu}\.?)(?:,\s(?:\d{1,2}(?:er)?\s\p{L}{3,10}\.?|\p{Lu}\p{L}{2,9}\.?\s\d{1,2})(?:,?\s\d{4})?)?\s?\((?<agency>[\p{L}\d][\p{L}\d .&-]{1,38})\)\s?[-–—]/u;

/**
 * The dateline of a take, which stays in its text; null where its first paragraph has none.
 */
export function datelineOf(document: Node): Dateline | null {
  const { lead, paragraph } = takeSchema.nodes;
  const first = document.children.find(({ type }) => type === lead || type === paragraph);
  const groups = dateline.exec(first?.textContent ?? '')?.groups;
  if (groups === undefined) return null;
  const { place = '', agency = '' } = groups;
  return {
    place: place.replaceAll(/\s+/g, ' ').slice(0, 120),
    agency: agency.trim().slice(0, 120),
  };
}
