import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src-main/domain/text/fold';
import { terms } from '../../../../src-main/domain/text/tokens';
import { unfoldedPattern } from '../../../../src-main/domain/text/unfolded';

const signs = [
  Array.from('aàâäbcdeéèêëfghiïîklmnoôprstuùûvyzAÀÉÈOUS01789.\'-"’« '),
  ['œ', 'Œ', 'æ', 'ß', 'ø', 'ł', 'đ', 'ﬁ', 'ﬀ', 'ﬃ', 'ſ', 'İ', 'ı', 'K', 'Å'],
  ['\u00AD', '\u200B', '\u200D', '\u2060', '\u0301', '\u0308', '\u202F', '\u00A0', '\u2009'],
  ['1 874', '12\u202F000', 'O.N.U.', 'U.S.S.R.', 'σ', 'ς', 'Σ', 'ж', 'Й', '日', '😀'],
].flat();
const text = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((parts) => parts.join(''));

describe('looking for terms in texts that are not folded', () => {
  it('misses no place that folding would show', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), (before, words, from) => {
        const whole = `${before} ${words}`;
        for (const term of terms(whole)) {
          const beginning = term.slice(0, 1 + (from % term.length));
          const found = unfoldedPattern([beginning]);
          if (fold(whole).includes(beginning)) expect(found?.test(whole) ?? true).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('passes over texts without them', () => {
    const pattern = unfoldedPattern(['gouvernement', 'oeuvre']);
    expect(pattern?.test('Le ministre a parlé hier au sénat.')).toBe(false);
    expect(pattern?.test('Le GOUVERNEMENT')).toBe(true);
    expect(pattern?.test('Une œuvre')).toBe(true);
  });

  it('does not know scripts whose letters it has not read', () => {
    expect(unfoldedPattern(['日本'])).toBeNull();
  });
});
