import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { textBlocks } from '@domain/document/canonical-text';
import type { StyleMark } from '@domain/style/marks';
import {
  placedMarks,
  setStyleMarks,
  styleMarksPlugin,
} from '../../../src-renderer/editor/plugins/style-marks';
import { replaceWords } from '../../../src-renderer/editor/replace';

const document = buildDocument({
  headline: 'Un evenement rare',
  blocks: [
    { type: 'lead', text: 'Le presidant a parlé de la Maison blanche et du goverment.' },
    { type: 'paragraph', text: 'Un autre evenement, le le même jour, à 21h14.' },
  ],
  signoff: 'atl/mbr',
});
const marked = ['evenement', 'presidant', 'Maison blanche', 'goverment', 'le le', '21h14'];

/** A draft in which these words are marked wherever they stand. */
function withMarks(): EditorState {
  const state = EditorState.create({ doc: document, plugins: [styleMarksPlugin(() => undefined)] });
  const blocks = textBlocks(document).map(({ pos, text }) => ({
    pos: pos - 1,
    node: document.resolve(pos).parent,
    language: null,
    marks: marked.flatMap((words) =>
      [...text.matchAll(new RegExp(words, 'g'))].map(({ index }): StyleMark => ({
        kind: 'spelling',
        words,
        fixes: [],
        start: index,
        end: index + words.length,
      })),
    ),
  }));
  const shown = setStyleMarks(state, { blocks, drawn: true }, ({ words }) => words);
  return shown === null ? state : state.apply(shown);
}

const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(12),
  text: fc.constantFrom('', 'x', ' ', 'mot ', 'e'),
});

describe('marks on spelling and style', () => {
  it('stand on their words, and on those alone, whatever is written around them', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let state = withMarks();
        for (const { at, length, text } of edits) {
          const { size } = state.doc.content;
          const from = 1 + (at % (size - 1));
          const $from = state.doc.resolve(from);
          if (!$from.parent.isTextblock) continue;
          const to = Math.min(from + length, $from.end());
          const { tr } = state;
          state = state.apply(text === '' ? tr.delete(from, to) : tr.insertText(text, from, to));
        }
        for (const { mark, from, to } of placedMarks(state)) {
          expect(state.doc.textBetween(from, to)).toBe(mark.words);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('go where their words are put right, and the others stay', () => {
    const state = withMarks();
    const all = placedMarks(state);
    for (const place of all) {
      const after = state.apply(replaceWords(state, place, 'autre chose'));
      expect(placedMarks(after)).toHaveLength(all.length - 1);
      expect(after.doc.textContent).toContain('autre chose');
    }
  });

  it('are not drawn anew where nothing changed', () => {
    const state = withMarks();
    const { doc } = state;
    const blocks = textBlocks(doc).map(({ pos, text }) => ({
      pos: pos - 1,
      node: doc.resolve(pos).parent,
      language: null,
      marks: placedMarks(state)
        .filter(({ from }) => from >= pos && from <= pos + text.length)
        .map(({ mark }) => ({ ...mark })),
    }));
    expect(setStyleMarks(state, { blocks, drawn: true }, ({ words }) => words)).toBeNull();
  });
});
