import type { Node } from 'prosemirror-model';
import type { DocumentJson } from '../document/json';
import { parseDocument, toJson } from '../document/node';

/** Who changed a place of the text suggestions are made on (its positions), and since when (ms). */
export type Hand = {
  readonly from: number;
  readonly to: number;
  /** Initials; may be empty. */
  readonly by: string;
  readonly at: number;
};

/** The attributes of a draft's document that hold its suggestions; both null where there are none. */
export const baseAttribute = 'suggestedOn';
export const handsAttribute = 'suggestedBy';

const parsed = new WeakMap<object, Node>();

/** The text the suggestions of a draft are made on; null where it is written plainly. */
export function baseOf(document: Node): Node | null {
  const json: unknown = document.attrs[baseAttribute];
  if (typeof json !== 'object' || json === null) return null;
  const found = parsed.get(json);
  if (found !== undefined) return found;
  const base = parseDocument(json);
  if (!base.ok) return null;
  parsed.set(json, base.value);
  return base.value;
}

/** Who made the suggestions of a draft. */
export function handsOf(document: Node): readonly Hand[] {
  const hands: unknown = document.attrs[handsAttribute];
  return Array.isArray(hands) ? (hands as readonly Hand[]) : [];
}

/** A document as it reads, without the text its suggestions were made on: what is published. */
export function withoutSuggestions(document: Node): Node {
  if (document.attrs[baseAttribute] === null) return document;
  return document.type.create(null, document.content, document.marks);
}

/** A document as the value of the attribute that holds the text suggestions are made on. */
export function asBase(document: Node): DocumentJson {
  const plain = withoutSuggestions(document);
  const json = toJson(plain);
  // The blocks that stay the same are then the very same nodes: comparing them costs nothing.
  parsed.set(json, plain);
  return json;
}
