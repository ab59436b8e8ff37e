import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { becoming } from '../../../src-renderer/editor/become';
import { editedTwice, story } from '../domain/compare/edited';
import { undo, undoPlugin } from '../../../src-renderer/editor/undo';

const stateOf = (doc: Node): EditorState =>
  EditorState.create({
    doc,
    plugins: [undoPlugin({ groupDelay: 400, depth: 200, restores: false })],
  });

describe('a draft that becomes another text', () => {
  it('is that text, and one undo gives the first again', () => {
    fc.assert(
      fc.property(editedTwice, ([, mine, theirs]) => {
        const before = stateOf(mine);
        let state = before.apply(becoming(before, theirs));
        expect(state.doc.toJSON()).toEqual(theirs.toJSON());
        const undone = undo(state, (transaction: Transaction) => {
          state = state.apply(transaction);
        });
        expect(undone).toBe(!mine.eq(theirs));
        expect(state.doc.toJSON()).toEqual(mine.toJSON());
      }),
    );
  });

  it('leaves the words around a change where they are', () => {
    const before = stateOf(story('Un raid a fait 58 morts.', 'Les pourparlers reprennent.'));
    const transaction = becoming(
      before,
      story('Un raid a fait 59 morts.', 'Paris réagit.', 'Les pourparlers reprennent.'),
    );
    const at = (state: Node, words: string): number => {
      let found = -1;
      state.descendants((node, position) => {
        const index = node.isText ? (node.text ?? '').indexOf(words) : -1;
        if (index >= 0) found = position + index;
      });
      return found;
    };
    for (const words of ['Un raid', 'morts', 'pourparlers']) {
      const { pos, deleted } = transaction.mapping.mapResult(at(before.doc, words));
      expect(deleted, words).toBe(false);
      expect(pos, words).toBe(at(transaction.doc, words));
    }
  });
});
