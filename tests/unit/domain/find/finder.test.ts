import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  finderOf,
  replacementFor,
  type Match,
  type Wanted,
} from '../../../../src-main/domain/find/finder';
import { replacedIn } from '../../../../src-main/domain/find/in-document';
import { canonicalText } from '../../../../src-main/domain/document/canonical-text';
import { finding, placesOfWords, wanting } from '../../../support/finding';
import { document, nodeOf } from '../../../support/texts';

const plainly = wanting('');

function found(text: string, wanted: Partial<Wanted>): readonly Match[] {
  return finding({ ...plainly, ...wanted })(text);
}

const words = (text: string, wanted: Partial<Wanted>) =>
  found(text, wanted).map(({ start, end }) => text.slice(start, end));

describe('finding', () => {
  it('takes letters as they stand, or whatever their case and accents', () => {
    const text = 'Élysée, élysée, Elysee, ÉLYSÉE';
    expect(words(text, { text: 'Élysée' })).toEqual(['Élysée']);
    expect(words(text, { text: 'élysée', matchCase: false })).toHaveLength(3);
    expect(words(text, { text: 'elysee', accents: false })).toEqual(['élysée']);
    expect(words(text, { text: 'elysee', accents: false, matchCase: false })).toHaveLength(4);
  });

  it('takes any space and apostrophe where accents do not count', () => {
    const text = "21\u00A0h\u202F14, l’Élysée, l'Élysée";
    expect(words(text, { text: '21 h 14', accents: false })).toHaveLength(1);
    expect(words(text, { text: "l'Elysée", accents: false })).toEqual(['l’Élysée', "l'Élysée"]);
    expect(words(text, { text: '21 h 14' })).toEqual([]);
  });

  it('takes whole words', () => {
    const text = 'Trump, trumpisme, Trump-Poutine, antitrump, Trumpé';
    expect(words(text, { text: 'Trump', wholeWord: true })).toEqual(['Trump', 'Trump']);
  });

  it('takes signs that mean something in a pattern as they stand', () => {
    expect(words('a.b a+b (a)', { text: 'a.b' })).toEqual(['a.b']);
    expect(words('a.b a+b (a)', { text: '(a)', wholeWord: true })).toEqual(['(a)']);
    expect(words('a/b -', { text: 'a/b -' })).toEqual(['a/b -']);
  });

  it('takes patterns, with groups, and says what is none', () => {
    const [match] = found('Joe Biden', { text: '(?<first>\\p{Lu}\\p{Ll}+) (\\w+)', is: 'pattern' });
    if (match === undefined) throw new Error('It is there.');
    const put = (replacement: string) => replacementFor(match, replacement, 'pattern');
    expect(put('$2, $<first>')).toBe('Biden, Joe');
    expect(put('[$&] $$1 $9')).toBe('[Joe Biden] $1 $9');
    expect(replacementFor(match, '$1', 'words')).toBe('$1');
    expect(finderOf({ ...plainly, text: '(', is: 'pattern' })).toEqual({
      ok: false,
      error: 'pattern',
    });
    expect(finderOf(plainly)).toEqual({ ok: false, error: 'nothing-wanted' });
  });

  it('gives the groups of a pattern with their own accents and spaces', () => {
    const [match] = found('à l’Élysée', { text: "l'(\\w+)", is: 'pattern', accents: false });
    expect(match?.groups).toEqual(['l’Élysée', 'Élysée']);
  });

  it('never stands on nothing', () => {
    expect(found('abc', { text: 'x*', is: 'pattern' })).toEqual([]);
  });
});

describe('replacing', () => {
  const letters = fc.stringMatching(/^[eéo ’']{0,24}$/u);
  const some = fc.stringMatching(/^[eéo]{1,3}$/u);

  it('ends, changes exactly the places found, and never looks through what it put in', () => {
    fc.assert(
      fc.property(letters, letters, some, letters, (first, second, text, replacement) => {
        const node = nodeOf(document('', first, second));
        const places = placesOfWords(node, wanting(text));
        const { doc } = replacedIn(node, places, replacement, 'words');
        doc.check();
        const slow = (line: string) => line.split(text).join(replacement);
        expect(canonicalText(doc).split('\n').slice(0, 3)).toEqual([
          slow(''),
          slow(first),
          slow(second),
        ]);
        expect(places).toHaveLength(first.split(text).length + second.split(text).length - 2);
      }),
    );
  });

  it('puts longer words in the place of shorter ones that they hold', () => {
    const node = nodeOf(document('', 'Trump a dit que Trump partait.'));
    const places = placesOfWords(node, wanting('Trump'));
    const { doc } = replacedIn(node, places, 'Donald Trump', 'words');
    expect(doc.textContent).toContain('Donald Trump a dit que Donald Trump partait.');
  });
});
