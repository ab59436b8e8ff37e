import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, testId } from '../../support/archives';
import { nodeOf, rewrite } from '../../support/texts';

const syria = `Publié le 2 mai 2017, 21:14

Trois villages privés d’eau après les raids aériens

L’Élysée a réagi mardi. Les raids aériens ont coupé le réseau de Trois-Ponts ; l’œuvre de remise en état durera 1 874 heures.

atl/mbr

Publié le 3 mai 2017, 08:00

Le réseau est rétabli

L’eau coule de nouveau dans les villages.
`;
const harbour = `Published 4 May 2017 10:30

Harbour gates reopen after storm

The harbour gates reopened on Thursday, port officials said.

kle/ro
`;

let archive: Archive;
let services: Services;

beforeEach(async () => {
  archive = archiveInProcess();
  let ids = 0;
  services = createServices({
    archive,
    readText: readInThisThread,
    now: () => 1_500_000_000_000,
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  await services.imports.run([sourceOfText('a', syria), sourceOfText('b', harbour)]);
});

async function find(text: string) {
  const asked = { text, asOf: null };
  const page = await services.search.query({ ...asked, sort: 'date', after: null, limit: 50 });
  return { ...must(page), total: must(await services.search.count(asked)).total };
}

async function headlines(text: string): Promise<readonly string[]> {
  return (await find(text)).hits.map((hit) => hit.headline.text);
}

describe('what is found', () => {
  it.each([
    ['a word', 'villages ', 2],
    ['a singular for a plural', 'village ', 2],
    ['an accent left out', 'reagi ', 1],
    ['an inflection without accents', 'raid aerien ', 1],
    ['capitals', 'ÉLYSÉE ', 1],
    ['the word behind an elision', 'elysee ', 1],
    ['a typographic apostrophe', "l'Élysée ", 1],
    ['a ligature written out', 'oeuvre ', 1],
    ['one part of a hyphened name', 'ponts ', 1],
    ['a hyphened name', 'Trois-Ponts ', 1],
    ['a number with its space', '1874 ', 1],
    ['the beginning of a word, as typed', 'vill', 2],
    ['a phrase', '"raids aériens" ', 1],
    ['a phrase in another order', '"aériens raids" ', 0],
    ['words without another', 'villages -raids ', 1],
    ['one word or another', 'raids OR harbour ', 2],
    ['a field', 'headline:réseau ', 1],
    ['a filter', 'lang:en ', 1],
    ['a kind', 'kind:update ', 1],
    ['English inflections', 'gate ', 1],
    ['nothing', 'zeppelin ', 0],
  ])('finds %s', async (_case, query, total) => {
    expect((await find(query)).total).toBe(total);
  });

  it('gives the newest first', async () => {
    expect(await headlines('villages ')).toEqual([
      'Le réseau est rétabli',
      'Trois villages privés d’eau après les raids aériens',
    ]);
  });

  it('marks the words found at their places in the text as it reads', async () => {
    const [hit] = (await find('raid aérien ')).hits;
    const marked = (text: { text: string; ranges: readonly { start: number; end: number }[] }) =>
      text.ranges.map(({ start, end }) => text.text.slice(start, end));
    expect(marked(hit!.headline)).toEqual(['raids', 'aériens']);
    expect(marked(hit!.passage)).toEqual(['raids', 'aériens']);
    expect(hit!.places).toBe(4);
  });

  it('finds drafts as they are saved, and notes', async () => {
    const made = must(await services.dispatches.create({ language: 'fr', author: 'atl' }));
    const { draft } = must(await services.dispatches.get({ id: made.dispatchId }));
    const written = nodeOf(draft!.document);
    const document = {
      ...draft!.document,
      content: draft!.document.content!.map((node) =>
        node.type === 'headline'
          ? { ...node, content: [{ type: 'text', text: 'Éclipse totale' }] }
          : node,
      ),
    };
    const steps = [rewrite(draft!.document, document)];
    must(await services.drafts.journal({ draftId: draft!.id, baseVersion: 0, steps }));
    must(await services.drafts.checkpoint({ draftId: draft!.id, version: 1, document, notes: [] }));
    expect(canonicalText(written)).not.toContain('Éclipse');
    expect((await find('eclipse ')).hits[0]).toMatchObject({ source: 'draft' });
    expect((await find('eclipse is:draft ')).total).toBe(1);

    const text = canonicalText(nodeOf(document));
    must(
      await services.annotations.create({
        dispatchId: made.dispatchId,
        target: { on: 'draft', id: made.draftId },
        anchor: makeAnchor(text, 0, 7),
        kind: 'fact-check',
        body: 'Confirmer auprès de l’observatoire',
        author: 'atl',
      }),
    );
    expect((await find('observatoire ')).hits[0]).toMatchObject({ source: 'note' });
  });
});

describe('whatever is typed', () => {
  it('is never SQL or FTS syntax, and never fails', async () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            '(',
            ')',
            'NEAR(',
            'AND',
            'OR',
            '-',
            '^',
            ':',
            "'",
            ';--',
            '{',
            'villages',
            '\\',
            '+',
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const answer = await services.search.query({
          text,
          limit: 5,
          sort: 'date',
          after: null,
          asOf: null,
        });
        expect(answer.ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
