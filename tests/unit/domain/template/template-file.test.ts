import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLibrary } from '@domain/library/file';
import { readTemplatesFile, templateKey, writeTemplates } from '@domain/template/file';
import { shippedTemplates } from '@domain/template/shipped';
import { templateBounds, type TemplateWords } from '@domain/template/template';

const line = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((text) => text.slice(0, maxLength).trim());
const whole = (text: string) => text !== '';

/** Templates as the archive may hold them: each name once in a desk and language. */
const anyTemplates: fc.Arbitrary<readonly TemplateWords[]> = fc.uniqueArray(
  fc.record({
    name: line(templateBounds.name).filter(whole),
    desk: line(20),
    language: fc.constantFrom('fr', 'en'),
    urgency: fc.integer({ min: 1, max: 8 }),
    headline: line(60),
    text: fc
      .array(line(40), { minLength: 1, maxLength: 6 })
      .map((lines) => lines.join('\n').trim())
      .filter(whole),
    signoff: line(20),
  }),
  { minLength: 1, maxLength: 6, selector: templateKey },
);

const one: TemplateWords = {
  name: 'Urgent justice',
  desk: 'Justice',
  language: 'fr',
  urgency: 2,
  headline: '{titre}',
  text: '{qui} {jour} à {lieu}\n## Le contexte',
  signoff: '',
};
const fileOf = (...entries: readonly object[]) => JSON.stringify({ templates: 1, entries });

describe('a file of templates', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyTemplates, (given) => {
        expect(readTemplatesFile(writeTemplates(given))).toEqual({ ok: true, value: given });
      }),
      { numRuns: 300 },
    );
  });

  it('holds those that are shipped without their ids, a line of text a line', () => {
    const file = writeTemplates(shippedTemplates);
    const words = shippedTemplates.map(({ id: _id, ...template }) => template);
    expect(readTemplatesFile(file)).toEqual({ ok: true, value: words });
    expect(file).toContain('"## {intertitre : les réactions}",\n');
  });

  it('may be written by hand: a bare list, a text in one string, only what has to be there', () => {
    const byHand = [{ name: ' Brève ', language: 'fr', text: '{qui}\n{quoi}' }];
    expect(readTemplatesFile(`\uFEFF${JSON.stringify(byHand)}`)).toEqual({
      ok: true,
      value: [
        {
          name: 'Brève',
          desk: '',
          language: 'fr',
          urgency: 5,
          headline: '',
          text: '{qui}\n{quoi}',
          signoff: '',
        },
      ],
    });
  });

  it.each([
    ['{', { reason: 'templates-unreadable' }],
    ['', { reason: 'templates-unreadable' }],
    ['[]', { reason: 'templates-none' }],
    ['"words"', { reason: 'templates-none' }],
    ['null', { reason: 'templates-none' }],
    [
      writeLibrary([{ term: 'ONU', forms: [], language: 'fr', use: 'background', text: 'x' }]),
      { reason: 'templates-none' },
    ],
    [JSON.stringify({ templates: 2, entries: [one] }), { reason: 'templates-newer' }],
    [
      fileOf(...Array.from({ length: templateBounds.templates + 1 }, () => one)),
      { reason: 'templates-too-large' },
    ],
    ['x'.repeat(40_000_001), { reason: 'templates-too-large' }],
    [fileOf(one, { ...one, name: ' ' }), { reason: 'templates-entry', entry: 2 }],
    [fileOf({ ...one, text: ['a', 7] }), { reason: 'templates-entry', entry: 1 }],
    [fileOf({ ...one, text: 'x'.repeat(20_001) }), { reason: 'templates-entry', entry: 1 }],
    [fileOf({ ...one, language: 'de' }), { reason: 'templates-entry', entry: 1 }],
    [fileOf({ ...one, urgency: 9 }), { reason: 'templates-entry', entry: 1 }],
    [fileOf({ ...one, urgency: 1.5 }), { reason: 'templates-entry', entry: 1 }],
    [fileOf({ ...one, desk: null }), null],
    [fileOf({ ...one, signoff: 7 }), { reason: 'templates-entry', entry: 1 }],
    [fileOf(one, { ...one, urgency: 4 }), { reason: 'templates-twice', entry: 2 }],
  ])('is refused whole with its reason: %#', (file, error) => {
    const read = readTemplatesFile(file);
    if (error === null) expect(read.ok).toBe(true);
    else expect(read).toEqual({ ok: false, error });
  });
});
