import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { canonicalText } from '@domain/document/canonical-text';
import type { LibraryWords } from '@domain/library/entry';
import { insertion } from '../../../src-renderer/editor/library-handle';

const nato: LibraryWords = {
  term: 'OTAN',
  forms: [],
  language: 'fr',
  use: 'explanation',
  text: '(Organisation du traité de l’Atlantique nord)',
};

/** The text with what the library says put in; null where the term is not there. */
function inserted(paragraphs: readonly string[], entry: LibraryWords, signoff = ''): string | null {
  const doc = buildDocument({
    headline: 'Titre',
    blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
    signoff,
  });
  const transaction = insertion(EditorState.create({ doc }), entry);
  if (transaction === null) return null;
  transaction.doc.check();
  expect(transaction.selection.empty).toBe(true);
  return canonicalText(transaction.doc);
}

describe('what the library says of a term is put into the draft', () => {
  it('after the term, as an explanation', () => {
    expect(inserted(['L’OTAN a réagi. L’OTAN attend.'], nato)).toBe(
      `Titre\nL’OTAN ${nato.text} a réagi. L’OTAN attend.\n`,
    );
  });

  it('as paragraphs after the block with the term, as background', () => {
    const background = { ...nato, use: 'background', text: 'Un.\n\nDeux.' } as const;
    expect(inserted(['L’OTAN a réagi.', 'Fin.'], background)).toBe(
      'Titre\nL’OTAN a réagi.\nUn.\nDeux.\nFin.\n',
    );
    expect(inserted(['Fin.'], background, 'OTAN')).toBe('Titre\nFin.\nUn.\nDeux.\nOTAN');
  });

  it('not where the term is gone', () => {
    expect(inserted(['Rien.'], nato)).toBeNull();
  });
});
