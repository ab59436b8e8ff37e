import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../../src-main/domain/document/build';
import { propose } from '../../../../src-main/domain/record/proposal';
import { unknownStamp } from '../../../../src-main/domain/record/stamp';

const paragraphs = ['Le pont est fermé depuis mardi.', 'Il rouvrira vendredi à midi.'];
const documentOf = (texts: readonly string[]) =>
  buildDocument({
    headline: 'Un pont fermé',
    blocks: texts.map((text) => ({ type: 'paragraph', text })),
    signoff: 'atl/mbr',
  });

function proposed(texts: readonly string[]) {
  return propose({
    kind: 'correction',
    language: 'fr',
    carries: { of: 'correction', corrects: 'a', wrong: '', right: '' },
    published: [
      {
        id: 'a',
        ordinal: 1,
        recordedAt: 0,
        kind: 'report',
        stamp: unknownStamp,
        carries: { of: 'nothing' },
        document: documentOf(paragraphs),
      },
    ],
    draft: documentOf(texts),
  });
}

describe('what is proposed of a correction', () => {
  it('is the words on either side', () => {
    const { wrong, right } = proposed([paragraphs[0]!, 'Il rouvrira samedi à midi.']);
    expect([wrong, right]).toEqual(['vendredi', 'samedi']);
  });

  it.each([
    ['taken away', paragraphs.slice(0, 1)],
    ['added', [...paragraphs, 'Le bac est gratuit.']],
  ])('is never empty on one side where words were only %s', (_name, texts) => {
    const { advisoryLine, wrong, right } = proposed(texts);
    expect(advisoryLine).not.toBe('');
    expect(wrong).not.toBe('');
    expect(right).not.toBe('');
  });

  it('is nothing where nothing changed', () => {
    expect(proposed(paragraphs)).toMatchObject({ wrong: '', right: '' });
  });
});
