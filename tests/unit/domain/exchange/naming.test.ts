import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOf, nameParts, patternFault, plainPattern } from '@domain/exchange/naming';

const facts = {
  slug: 'Élysée: raid/été',
  id: '01890000-0000-7000-8000-0000001f7a3c',
  take: 2,
  kind: 'update',
  language: 'fr',
  urgency: 3,
  desk: 'France',
  date: '20170502',
  time: '211400',
};

describe('names of delivered files', () => {
  test('are made of the parts of a pattern', () => {
    expect(nameOf(plainPattern, facts)).toBe('ELYSEE-RAID-ETE-001f7a3c');
    expect(nameOf('{date}T{time}_{slug}_{take}{kind}_{id}', facts)).toBe(
      '20170502T211400_ELYSEE-RAID-ETE_2update_001f7a3c',
    );
  });

  test('need what tells dispatches apart, and only parts that are known', () => {
    expect(patternFault(plainPattern)).toBeNull();
    expect(patternFault('{slug}')).toBe('pattern-without-id');
    expect(patternFault('{id}-{title}')).toBe('pattern-part-unknown');
    expect(patternFault('{id}-{')).toBe('pattern-part-unknown');
  });

  test('are taken by every system, whatever is in them, and stay in their folder', () => {
    const piece = fc.oneof(
      fc.constantFrom(...nameParts.map((part) => `{${part}}`)),
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[{}]/g, '')),
      fc.constantFrom('CON', 'aux.', '../', 'C:\\', ' ', '.', 'a'.repeat(300), '\u0000', '\uD800'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.string({ maxLength: 90 }),
        (pieces, slug) => {
          const name = nameOf([...pieces, '{id}'].join(''), { ...facts, slug });
          expect(name).toContain('001f7a3c');
          // oxlint-disable-next-line no-control-regex -- NTFS refuses them
          expect(name).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]|^[ .]|[ .]$|\p{Surrogate}/u);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(name.length).toBeLessThanOrEqual(161);
        },
      ),
      { numRuns: 300 },
    );
  });
});
