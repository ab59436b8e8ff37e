import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@domain/document/canonical-text';
import { documentParts } from '@domain/document/build';
import { carriesNothing } from '@domain/record/carries';
import { checkDraft } from '@domain/record/checks';
import { fieldsIn, withFields } from '@domain/template/fields';
import { shippedTemplates } from '@domain/template/shipped';
import { templateBlocks, templateDocument, type TemplateWords } from '@domain/template/template';

const plain: TemplateWords = {
  name: 'Urgent',
  desk: '',
  language: 'fr',
  urgency: 2,
  headline: '{titre}',
  text: 'Texte',
  signoff: '',
};

describe('the fields of a text', () => {
  it.each([
    ['Séisme à {lieu}, {jour} à {heure}', ['lieu', 'jour', 'heure']],
    ['«\u202F{citation}\u202F»', ['citation']],
    ['{nom, fonction : qui}', ['nom, fonction : qui']],
    ['{} {1} { x} {a\nb} {a{b}', ['b']],
    [`{${'a'.repeat(61)}}`, []],
    ['sans champ', []],
  ])('%s', (text, names) => {
    const fields = fieldsIn(text);
    expect(fields.map(({ name }) => name)).toEqual(names);
    for (const { name, start, end } of fields) expect(text.slice(start, end)).toBe(`{${name}}`);
  });

  it('are filled by what is known, whatever is put in; the others stay', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (around, value) => {
        const text = `${around.replaceAll(/[{}]/g, '')}{Jour} {lieu}`;
        const filled = withFields(text, new Map([['jour', value]]));
        expect(filled).toBe(`${text.slice(0, -'{Jour} {lieu}'.length)}${value} {lieu}`);
      }),
    );
  });
});

describe('the text of a template', () => {
  it('is a block a line: lead, paragraphs, crossheads, quotes, lists, separators', () => {
    const text =
      '\n## Avant\nChapô\n\nSuite\n> Un\n> Deux\n---\n- a\n• b\n## Fin\n-tiret collé\n– incise';
    expect(templateBlocks(text)).toEqual([
      { type: 'crosshead', text: 'Avant' },
      { type: 'lead', text: 'Chapô' },
      { type: 'paragraph', text: 'Suite' },
      { type: 'quote', paragraphs: ['Un', 'Deux'] },
      { type: 'separator' },
      { type: 'list', ordered: false, items: ['a', 'b'] },
      { type: 'crosshead', text: 'Fin' },
      { type: 'paragraph', text: '-tiret collé' },
      { type: 'paragraph', text: '– incise' },
    ]);
  });

  it('makes a valid document of any text, with all its words', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (all) => {
        const document = templateDocument({ ...plain, text: all.join('\n') }, new Map(), 'atl/mbr');
        document.check();
        expect(documentParts(document).signoff).toBe('atl/mbr');
      }),
    );
  });

  it('has the hour and initials filled, and its own sign-off before the person’s', () => {
    const given = new Map([
      ['heure', '21\u00A0h\u00A014'],
      ['initiales', 'mbr'],
    ]);
    const words = { ...plain, text: '{heure} : {quoi}', signoff: 'oap/{initiales}' };
    expect(canonicalText(templateDocument(words, given, 'atl/mbr'))).toBe(
      '{titre}\n21\u00A0h\u00A014 : {quoi}\noap/mbr',
    );
  });
});

describe('the templates that are shipped', () => {
  it.each(shippedTemplates)('$id is a valid document with fields to fill', (template) => {
    const document = templateDocument(template, new Map(), '');
    document.check();
    const found = checkDraft({
      kind: 'report',
      document,
      language: template.language,
      urgency: template.urgency,
      carries: carriesNothing,
      published: [],
      baseMoved: false,
      openNotes: [],
      stamp: { instant: 0, zone: 'UTC' },
    });
    const fields = found.find(({ code }) => code === 'fields-unfilled');
    expect(fields?.words?.length).toBe(fields?.count);
    expect(fields?.count).toBeGreaterThan(1);
    // Its fields are all that keeps it from going out.
    const holding = found.filter(({ blocking }) => blocking).map(({ code }) => code);
    expect(holding).toEqual(['fields-unfilled']);
  });

  it('are alert, urgent, lead and live in both languages', () => {
    expect(shippedTemplates.map(({ id }) => id).toSorted()).toEqual(
      ['en', 'fr'].flatMap((one) =>
        ['alert', 'lead', 'live', 'urgent'].map((id) => `${one}-${id}`),
      ),
    );
  });
});
