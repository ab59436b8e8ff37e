import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedBy } from '@domain/record/sign-off';

describe('a sign-off', () => {
  it.each([
    ['', 'MBR', 'MBR'],
    ['reuters/ptur', 'mbr', 'reuters/ptur/mbr'],
    ['reuters/ptur', 'MBR', 'reuters/ptur/mbr'],
    ['OAP/MBR', 'cau', 'OAP/MBR/cau'],
    ['reuters/ptur/mbr', 'ptur', 'reuters/mbr/ptur'],
    ['(asl/tib)', 'cac', '(asl/tib/cac)'],
    ['  ptur ', 'm b/r', 'ptur/mbr'],
  ])('%j signed by %j is %j', (signoff, initials, wanted) => {
    expect(signedBy(signoff, initials)).toEqual({ is: 'signed', signoff: wanted });
  });

  it('that ends with the person, or is words, stays as it is', () => {
    expect(signedBy('reuters/ptur', 'PTUR')).toEqual({ is: 'last-already' });
    expect(signedBy('reuters/ptur', ' ')).toEqual({ is: 'last-already' });
    expect(signedBy('Reporting by Paul Tur', 'mbr')).toEqual({ is: 'no-chain' });
    expect(signedBy('a//b', 'mbr')).toEqual({ is: 'no-chain' });
  });

  it('has whoever edited last at its end, once, and loses nobody', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (edits) => {
        let signoff = '';
        for (const initials of edits) {
          const signing = signedBy(signoff, initials);
          if (signing.is === 'signed') signoff = signing.signoff;
        }
        const chain = signoff.split('/');
        expect(chain.at(-1)).toBe(edits.at(-1));
        expect(chain.toSorted()).toEqual([...new Set(edits)].toSorted());
      }),
    );
  });
});
