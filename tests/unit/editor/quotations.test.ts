import * as fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { canonicalText, textBlocks } from '@domain/document/canonical-text';
import { quotationsIn } from '@domain/typography/quotations';
import { pastGuard, quotedWordsChanged } from '../../../src-renderer/editor/quotation-guard';
import { replacePlaces } from '../../../src-renderer/editor/replace';
import { typesetTransaction } from '../../../src-renderer/editor/plugins/typography';
import { placesOfWords, wanting } from '../../support/finding';

const text = 'Il a dit « la Maison blanche ment », puis la Maison blanche a nié : “ non ”.';

function stateOf(...paragraphs: readonly string[]): EditorState {
  const blocks = paragraphs.map((one) => ({ type: 'paragraph', text: one }) as const);
  return EditorState.create({ doc: buildDocument({ headline: '', blocks, signoff: '' }) });
}

/** The position of words in the first paragraph. */
function at(state: EditorState, words: string): number {
  const block = textBlocks(state.doc)[1];
  if (block === undefined) throw new Error('There is a paragraph.');
  return block.pos + block.text.indexOf(words);
}

describe('quotations', () => {
  it('are what stands between marks of which both are there', () => {
    const words = (of: string) =>
      quotationsIn(of).map((one) => of.slice(one.words.start, one.words.end));
    expect(words(text)).toEqual(['la Maison blanche ment', 'non']);
    expect(words('Le film "Le pont" sort ; 5" de pluie, dit « et puis')).toEqual(['Le pont']);
    expect(words('rien « » ni “”')).toEqual([]);
  });

  it('are guarded: a change of their words is seen, one beside them or of all of them is none', () => {
    const state = stateOf(text, 'Autre.');
    const inside = at(state, 'blanche ment');
    const changed = (make: (tr: EditorState['tr']) => EditorState['tr']) =>
      quotedWordsChanged(make(state.tr))?.exact;
    expect(changed((tr) => tr.insertText('B', inside, inside + 1))).toBe('la Maison blanche ment');
    expect(changed((tr) => tr.insertText('!', at(state, ' », puis')))).toBe(
      'la Maison blanche ment',
    );
    expect(changed((tr) => tr.delete(inside, at(state, 'puis')))).toBe('la Maison blanche ment');
    expect(changed((tr) => tr.insertText('!', at(state, 'Il a')))).toBeUndefined();
    expect(changed((tr) => tr.delete(at(state, '« la'), at(state, ', puis')))).toBeUndefined();
    expect(changed((tr) => tr.delete(0, tr.doc.content.size))).toBeUndefined();
    expect(changed((tr) => pastGuard(tr.insertText('B', inside, inside + 1)))).toBeUndefined();
  });

  it('never change by the typography of a whole draft', () => {
    const said = fc.constantFrom("c'est", 'non ...', 'quoi ?', '1 200 hommes', '2ème', 'oui : non');
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), said, (words, beside) => {
        const state = stateOf(`${beside} « ${words.join(' ')} » ${beside}`);
        const { transaction } = typesetTransaction(state, 'fr');
        const [quoted] = quotationsIn(textBlocks(transaction.doc)[1]?.text ?? '');
        const after = canonicalText(transaction.doc).slice(1);
        expect(after.slice(quoted?.words.start, quoted?.words.end)).toBe(words.join(' '));
      }),
    );
  });
});

describe('replacing', () => {
  const wanted = wanting('Maison blanche');

  it('knows quoted words, and changes them where they are among the places, past the guard', () => {
    const state = stateOf(text);
    const places = placesOfWords(state.doc, wanted);
    expect(places.map(({ quoted }) => quoted)).toEqual([true, false]);
    const unquoted = places.filter(({ quoted }) => !quoted);
    const careful = replacePlaces(state, unquoted, 'Maison Blanche', 'words');
    expect(canonicalText(careful.doc)).toContain(
      '« la Maison blanche ment », puis la Maison Blanche',
    );
    const all = replacePlaces(state, places, 'Maison Blanche', 'words');
    expect(canonicalText(all.doc)).toContain('« la Maison Blanche ment »');
    expect(quotedWordsChanged(all)).toBeNull();
  });

  it('changes only the letters that differ, in every place', () => {
    const state = stateOf('la Maison blanche');
    const places = placesOfWords(state.doc, wanted);
    const transaction = replacePlaces(state, places, 'Maison Blanche', 'words');
    const start = at(state, 'blanche');
    expect(transaction.mapping.map(start, 1)).toBe(start);
    expect(transaction.steps).toHaveLength(1);
  });
});
