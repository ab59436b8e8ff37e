import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument, type Block } from '../../../../src-main/domain/document/build';
import { canonicalText } from '../../../../src-main/domain/document/canonical-text';
import { replaceStep } from '../../../../src-main/domain/document/replace';
import { replaySteps } from '../../../../src-main/domain/document/replay';
import { withoutEmptyBlocks } from '../../../../src-main/domain/document/tidy';
import { canonicalJson } from '../../../../src-main/domain/record/canonical';
import { carriesNothing } from '../../../../src-main/domain/record/carries';
import { checkDraft, type CheckSubject } from '../../../../src-main/domain/record/checks';
import { agencyOf, proposeSlug } from '../../../../src-main/domain/record/slug';
import {
  newestInstant,
  stampNow,
  unknownStamp,
  type Stamp,
} from '../../../../src-main/domain/record/stamp';
import { kindsThatMayFollow, takeKinds } from '../../../../src-main/domain/record/take';

const stampArbitrary: fc.Arbitrary<Stamp> = fc.oneof(
  fc.constant(unknownStamp),
  fc.record({
    precision: fc.constantFrom('second', 'minute', 'day'),
    instant: fc.integer({ min: 0, max: 4e12 }),
    zone: fc.constant('Europe/Paris'),
  }),
);

function documentOf(headline: string, blocks: readonly Block[], signoff = 'atl/mbr') {
  return buildDocument({ headline, blocks, signoff });
}

describe('stamps', () => {
  it('never go back, and say when the clock did', () => {
    fc.assert(
      fc.property(fc.array(stampArbitrary), fc.integer({ min: 0, max: 4e12 }), (earlier, now) => {
        const { stamp, clockBehind } = stampNow(now, 'UTC', earlier);
        const newest = newestInstant(earlier) ?? -Infinity;
        expect(stamp.instant).toBe(Math.max(now, newest));
        expect(clockBehind).toBe(Math.max(0, newest - now));
      }),
    );
  });
});

describe('kinds of take', () => {
  it('begin with a report, and only an advisory follows a kill', () => {
    expect(kindsThatMayFollow([])).toEqual(['report']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...takeKinds), { minLength: 1 }), (published) => {
        const next = kindsThatMayFollow(published);
        expect(next).not.toContain('report');
        if (published.includes('kill')) expect(next).toEqual(['advisory']);
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of keys, and parses back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(value)).toBe(canonicalJson(reversed));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: undefined, c: [undefined, 'é'] })).toBe(
      '{"b":1,"c":[null,"é"]}',
    );
  });
});

describe('checks', () => {
  const paragraph: Block = { type: 'paragraph', text: 'Le pont rouvre.' };
  /** A report in French, to be stamped on Tuesday 2 May 2017. */
  const subject = (
    change: Partial<CheckSubject> & Pick<CheckSubject, 'document'>,
  ): CheckSubject => ({
    kind: 'report',
    language: 'fr',
    urgency: 5,
    carries: carriesNothing,
    published: [],
    openNotes: [],
    baseMoved: false,
    stamp: { instant: Date.UTC(2017, 4, 2, 19, 14), zone: 'Europe/Zurich' },
    ...change,
  });
  const codes = (
    document: ReturnType<typeof documentOf>,
    kind: (typeof takeKinds)[number] = 'report',
    openNotes: CheckSubject['openNotes'] = [],
  ) => checkDraft(subject({ kind, document, openNotes })).map(({ code }) => code);

  it('find nothing in a finished report', () => {
    expect(codes(documentOf('Titre', [paragraph]))).toEqual([]);
  });

  it('want a headline of a report, not of an update', () => {
    expect(codes(documentOf('', [paragraph]))).toEqual(['headline-missing']);
    expect(codes(documentOf('', [paragraph]), 'update')).toEqual([]);
  });

  it('find an empty text, blocking first', () => {
    const findings = checkDraft(
      subject({
        document: documentOf('Titre', [{ type: 'photo', caption: ' ', credit: '' }], ''),
        openNotes: ['legal', 'comment', 'legal'],
      }),
    );
    expect(findings.map(({ code, blocking, count }) => [code, blocking, count])).toEqual([
      ['text-missing', true, 1],
      ['open-legal-note', true, 2],
      ['photo-without-credit', false, 1],
      ['photo-without-caption', false, 1],
      ['signoff-missing', false, 1],
    ]);
  });

  it.each([
    ['« ouvert', true],
    ['« fermé »', false],
    ['un " seul', true],
    ['"deux"', false],
    ['“open', true],
  ])('quotation marks in %s', (text, found) => {
    const document = documentOf('T', [{ type: 'paragraph', text }]);
    expect(codes(document).includes('quotes-unbalanced')).toBe(found);
  });
});

describe('what will be published', () => {
  it('has no empty blocks, and the same words', () => {
    const words = fc.constantFrom('', ' ', 'Un mot', 'Deux mots');
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ type: fc.constantFrom('lead', 'paragraph', 'crosshead'), text: words }),
      fc.record({ type: fc.constant('photo'), caption: words, credit: words }),
      fc.record({ type: fc.constant('separator') }),
    );
    fc.assert(
      fc.property(words, fc.array(block), (headline, blocks) => {
        const tidy = withoutEmptyBlocks(documentOf(headline, blocks));
        tidy.check();
        const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
        expect(lines(canonicalText(tidy))).toEqual(
          lines(canonicalText(documentOf(headline, blocks))),
        );
        expect(withoutEmptyBlocks(tidy).eq(tidy)).toBe(true);
      }),
    );
  });
});

describe('replaying steps', () => {
  const from = documentOf('Avant', [{ type: 'paragraph', text: 'Un.' }]);
  const to = documentOf('Après', [{ type: 'paragraph', text: 'Deux.' }]);

  it('gives the document they lead to', () => {
    const replayed = replaySteps(from, [replaceStep(from, to), replaceStep(to, from)]);
    expect(replayed.ok && replayed.value.eq(from)).toBe(true);
  });

  it('stops at the step that does not apply, with the document so far', () => {
    const bad = { stepType: 'replace', from: 9_999, to: 10_000 };
    const replayed = replaySteps(from, [replaceStep(from, to), bad]);
    if (replayed.ok) throw new Error('The bad step was applied.');
    expect(replayed.error.failedAt).toBe(1);
    expect(replayed.error.document.eq(to)).toBe(true);
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (steps) => {
        replaySteps(from, steps);
      }),
    );
  });
});

describe('slugs and agencies', () => {
  it.each([
    ['Première discussion Trump-Poutine depuis les raids en Syrie', 'TRUMP-POUTINE-SYRIE'],
    ['Le pont de Valdane rouvre', 'VALDANE'],
    ['Grève générale annoncée', 'GENERALE-ANNONCEE'],
    ['Comet visible by August from Kelmouth', 'KELMOUTH'],
    ['', ''],
  ])('of “%s”', (headline, slug) => {
    expect(proposeSlug(headline)).toBe(slug);
  });

  it('name an agency only where the sign-off does', () => {
    expect(agencyOf('reuters/ptur')).toBe('Reuters');
    expect(agencyOf('asl/tib/pid/cac')).toBe('');
    expect(agencyOf('')).toBe('');
  });
});
