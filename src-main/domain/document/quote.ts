import type { Node } from 'prosemirror-model';
import { takeSchema } from './schema';

const { nodes } = takeSchema;

/**
 * A quotation from its paragraphs and who said it. Without paragraphs the attribution is its words;
 * an empty attribution is none.
 */
export function quoteNode(paragraphs: readonly Node[], attribution: string): Node {
  const said = attribution === '' ? null : takeSchema.text(attribution);
  if (paragraphs.length === 0) return nodes.quote.create(null, nodes.paragraph.create(null, said));
  return nodes.quote.create(
    null,
    said === null ? paragraphs : [...paragraphs, nodes.attribution.create(null, said)],
  );
}

/**
 * A quotation as texts from elsewhere have it: where nothing else says who is quoted, a last paragraph
 * after a dash does.
 */
export function quoteAsRead(paragraphs: readonly Node[], attribution: string): Node {
  const last = paragraphs.at(-1);
  const dashed = last === undefined ? null : dashedAttribution(last.textContent);
  return attribution === '' && dashed !== null && dashed !== '' && paragraphs.length > 1
    ? quoteNode(paragraphs.slice(0, -1), dashed)
    : quoteNode(paragraphs, attribution);
}

/** The attribution of a quotation; null where it has none. */
export function attributionOf(quote: Node): Node | null {
  return quote.lastChild?.type === nodes.attribution ? quote.lastChild : null;
}

/** An attribution without the dash that other programs write before it; ours is drawn. */
export function attributionWords(text: string): string {
  return text.trim().replace(/^(?:[-\u2010-\u2015\u2212]\s*)+/u, '');
}

/** The words of a paragraph that says who is quoted, as `— Name`; null for any other. */
function dashedAttribution(text: string): string | null {
  return /^[—―–]\s*\S/u.test(text.trim()) ? attributionWords(text) : null;
}
