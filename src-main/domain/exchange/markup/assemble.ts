import type { Node } from 'prosemirror-model';
import { takeSchema } from '../../document/schema';
import { isSignoffLine } from '../../wire/marks';
import { plainLine } from './inline';

const { nodes } = takeSchema;

/** The parts of a take as a reader found them. */
export type TakeParts = {
  readonly headline: string;
  readonly blocks: readonly Node[];
  /** Null where the format has no place for one: then a last paragraph that has the form of one is it. */
  readonly signoff: string | null;
  /** The lead, where the format tells it apart from the body; empty where it does not. */
  readonly lead?: string;
};

/**
 * A take's document from what a reader found. The lead told apart goes first, unless the body says
 * it too; a last paragraph such as `asl/tib/pid/cac` becomes the sign-off.
 */
export function assembleDocument({ headline, blocks, signoff, lead = '' }: TakeParts): Node {
  const signed = signoff === null ? withSignoff(blocks) : { blocks, signoff: plainLine(signoff) };
  const all = [...leadBlocks(plainLine(lead), signed.blocks), ...signed.blocks];
  if (all.length === 0) all.push(nodes.paragraph.create());
  return nodes.doc.create(null, [
    line(nodes.headline, plainLine(headline)),
    ...all,
    line(nodes.signoff, signed.signoff),
  ]);
}

/**
 * A document with photos after its headline: those whose caption none of `shown` has already. An
 * empty block that stood for want of words goes.
 */
export function withPhotos(
  document: Node,
  photos: readonly Node[],
  shown: readonly Node[] = [document],
): Node {
  const captions = new Set(
    shown.flatMap(({ children }) =>
      children
        .filter(({ type }) => type === nodes.photo)
        .map((photo) => photo.child(0).textContent),
    ),
  );
  const added = photos.filter((photo) => !captions.has(photo.child(0).textContent));
  if (added.length === 0) return document;
  const { children } = document;
  const blocks = children
    .slice(1, -1)
    .filter(({ isTextblock, content }) => !isTextblock || content.size > 0);
  return nodes.doc.create(null, [
    ...children.slice(0, 1),
    ...added,
    ...blocks,
    ...children.slice(-1),
  ]);
}

/** Whether a document has words, headline and sign-off aside. */
export function hasText(document: Node): boolean {
  return document.children.some(
    ({ type, textContent }) =>
      type !== nodes.headline && type !== nodes.signoff && textContent.trim() !== '',
  );
}

function withSignoff(blocks: readonly Node[]): {
  readonly blocks: readonly Node[];
  readonly signoff: string;
} {
  const last = blocks.at(-1);
  if (last?.type !== nodes.paragraph || !isSignoffLine(last.textContent)) {
    return { blocks, signoff: '' };
  }
  return { blocks: blocks.slice(0, -1), signoff: last.textContent };
}

function leadBlocks(lead: string, blocks: readonly Node[]): readonly Node[] {
  if (lead === '') return [];
  const isSaid = blocks.some(({ textContent }) => textContent === lead);
  return isSaid ? [] : [nodes.lead.create(null, takeSchema.text(lead))];
}

function line(type: typeof nodes.headline, text: string): Node {
  return type.create(null, text === '' ? null : takeSchema.text(text));
}
