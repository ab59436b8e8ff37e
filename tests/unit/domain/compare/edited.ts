import * as fc from 'fast-check';
import { buildDocument, type Block, type DocumentParts } from '@domain/document/build';
import type { Node } from 'prosemirror-model';
import { block, document, documentParts, lineText } from '../arbitraries';

/** A document from its paragraphs, in plain text. */
export function story(...paragraphs: readonly string[]): Node {
  return storyOf({ headline: '', signoff: '' }, ...paragraphs);
}

/** A document with a headline and a sign-off. */
export function storyOf(
  frame: Pick<DocumentParts, 'headline' | 'signoff'>,
  ...paragraphs: readonly (string | Block)[]
): Node {
  const blocks = paragraphs.map((text): Block =>
    typeof text === 'string' ? { type: 'paragraph', text } : text,
  );
  return buildDocument({ ...frame, blocks });
}

/** One change a person makes to a text, as a number of its place and what it does there. */
const change = fc.record({
  at: fc.nat(30),
  to: fc.nat(30),
  does: fc.constantFrom('delete', 'insert', 'move', 'copy', 'reword', 'retype', 'split'),
  block,
  word: lineText,
});

function changed(
  parts: DocumentParts,
  made: typeof change extends fc.Arbitrary<infer C> ? C : never,
) {
  const blocks = [...parts.blocks];
  const at = made.at % (blocks.length + 1);
  const to = made.to % (blocks.length + 1);
  const [found] = blocks.slice(at, at + 1);
  if (made.does === 'insert') blocks.splice(at, 0, made.block);
  else if (found === undefined) return { ...parts, headline: made.word };
  else if (made.does === 'delete') blocks.splice(at, 1);
  else if (made.does === 'move') blocks.splice(to, 0, ...blocks.splice(at, 1));
  else if (made.does === 'copy') blocks.splice(to, 0, found);
  else if (found.type === 'paragraph' || found.type === 'lead') {
    const words = found.text.split(' ');
    const place = made.to % (words.length + 1);
    if (made.does === 'reword') {
      words.splice(place, 1, made.word);
      blocks[at] = { ...found, text: words.join(' ') };
    } else if (made.does === 'retype') blocks[at] = { type: 'crosshead', text: found.text };
    else {
      const halves = [words.slice(0, place), words.slice(place)];
      blocks.splice(
        at,
        1,
        ...halves.map((half): Block => ({ type: 'paragraph', text: half.join(' ') })),
      );
    }
  }
  return { ...parts, blocks };
}

/** A document and what became of it after some changes. */
export const editedPair: fc.Arbitrary<readonly [Node, Node]> = fc
  .tuple(documentParts, fc.array(change, { maxLength: 6 }))
  .map(([parts, changes]) => [
    buildDocument(parts),
    buildDocument(changes.reduce<DocumentParts>(changed, parts)),
  ]);

/** A document and two independent sets of changes to it. */
export const editedTwice: fc.Arbitrary<readonly [base: Node, mine: Node, theirs: Node]> = fc
  .tuple(documentParts, fc.array(change, { maxLength: 4 }), fc.array(change, { maxLength: 4 }))
  .map(([parts, mine, theirs]) => [
    buildDocument(parts),
    buildDocument(mine.reduce<DocumentParts>(changed, parts)),
    buildDocument(theirs.reduce<DocumentParts>(changed, parts)),
  ]);

/** Two documents: one edited into the other, or strangers. */
export const anyPair: fc.Arbitrary<readonly [Node, Node]> = fc.oneof(
  { weight: 3, arbitrary: editedPair },
  { weight: 1, arbitrary: fc.tuple(document, document) },
);
