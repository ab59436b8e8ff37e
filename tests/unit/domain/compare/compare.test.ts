import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedBlocks } from '@domain/compare/blocks';
import { compareDocuments } from '@domain/compare/compare';
import { changesOf, rowHasSide, sideText, type Comparison } from '@domain/compare/comparison';
import { takeSchema } from '@domain/document/schema';
import { document } from '../arbitraries';
import { anyPair, story, storyOf } from './edited';

const first =
  'Les dirigeants américain et russe ont eu mardi leur premier entretien depuis les frappes.';
const second =
  'La présidence russe a qualifié de constructive cette conversation, la troisième depuis janvier.';
const third = 'Washington a évoqué une très bonne discussion et annoncé un représentant à Astana.';

/** The rows in short: what each is and its words, as wdiff writes them. */
function told({ rows }: Comparison): string[] {
  return rows.map((row) => {
    const words = row.segments
      .map(({ is, text }) =>
        is === 'kept' ? text : `${{ deleted: '-', inserted: '+', formatted: '*' }[is]}[${text}]`,
      )
      .join('');
    return row.is === 'moved' ? `moved ${row.end} ${row.other}: ${words}` : `${row.is}: ${words}`;
  });
}

describe('comparing two documents', () => {
  it('tells the changed words of a paragraph', () => {
    const comparison = compareDocuments(
      story(first, second, third),
      story(first, second.replace('troisième', '3e'), third),
    );
    expect(told(comparison)).toEqual([
      `same: ${first}`,
      'changed: La présidence russe a qualifié de constructive cette conversation, la -[troisième]+[3e] depuis janvier.',
      `same: ${third}`,
    ]);
    expect(comparison.counts).toEqual({
      wordsInserted: 1,
      wordsDeleted: 1,
      paragraphsInserted: 0,
      paragraphsDeleted: 0,
      paragraphsChanged: 1,
      paragraphsMoved: 0,
      paragraphsFormatted: 0,
    });
    expect(comparison.rows[1]?.left).toEqual([{ kind: 'paragraph', index: 1, paragraph: 2 }]);
  });

  it('tells a changed cell, one that stands in another column, and who is quoted', () => {
    const told3 = (rows: readonly (readonly string[])[], attribution: string) =>
      storyOf(
        { headline: '', signoff: '' },
        { type: 'quote', paragraphs: [first], attribution },
        { type: 'table', header: true, rows },
      );
    const before = told3(
      [
        ['Pont', 'Mardi', 'Jeudi'],
        ['Orbaz', '12', ''],
        ['Valdane', '7', '31'],
      ],
      'Zoé Lefèvre',
    );
    const after = told3(
      [
        ['Pont', 'Mardi', 'Jeudi'],
        ['Orbaz', '', '12'],
        ['Valdane', '8', '31'],
      ],
      'Zoé Lefebvre',
    );
    const { rows } = compareDocuments(before, after);
    const changes = rows.filter(({ is }) => is !== 'same');
    expect(changes.map(({ is, right }) => [is, right[0]?.kind])).toEqual([
      ['changed', 'attribution'],
      ['formatted', 'cell'],
      ['changed', 'cell'],
    ]);
    expect(told({ rows: changes, counts: compareDocuments(before, after).counts })).toEqual([
      'changed: Zoé -[Lefèvre]+[Lefebvre]',
      'formatted: 12',
      'changed: -[7]+[8]',
    ]);
  });

  it('tells inserted and deleted paragraphs', () => {
    const comparison = compareDocuments(story(first, second), story(third, first));
    expect(told(comparison)).toEqual([
      `inserted: +[${third}]`,
      `same: ${first}`,
      `deleted: -[${second}]`,
    ]);
    expect(comparison.counts).toMatchObject({ wordsInserted: 13, wordsDeleted: 13 });
  });

  it('recognises a moved paragraph, the shorter of two that changed places', () => {
    const comparison = compareDocuments(story(first, second, third), story(third, first, second));
    expect(told(comparison)).toEqual([
      `moved to 3: ${third}`,
      `same: ${first}`,
      `same: ${second}`,
      `moved from 0: ${third}`,
    ]);
    expect(comparison.counts).toMatchObject({ paragraphsMoved: 1, wordsInserted: 0 });
    expect(changesOf(comparison)).toEqual([0]);
  });

  it('recognises a paragraph that was moved and changed on the way', () => {
    const comparison = compareDocuments(
      story(first, second, third),
      story(third.replace('très bonne', 'excellente'), first, second),
    );
    expect(told(comparison)[0]).toBe(
      'moved to 3: Washington a évoqué une -[très bonne]+[excellente] discussion et annoncé un représentant à Astana.',
    );
    expect(comparison.counts).toMatchObject({ wordsInserted: 1, wordsDeleted: 2 });
  });

  it('tells a short paragraph as moved rather than the long, changed one that it passed', () => {
    const short = 'Washington a salué la trêve.';
    const comparison = compareDocuments(
      story(first, short, third),
      story(short, first.replace('mardi', 'lundi'), third),
    );
    expect(comparison.rows.map(({ is }) => is)).toEqual(['moved', 'changed', 'moved', 'same']);
  });

  it('does not take two paragraphs for one because they share little words', () => {
    const comparison = compareDocuments(
      story(first, 'La trêve a été rompue dans la nuit par les rebelles, selon les ONG.', third),
      story(first, 'Le prix de la tonne de blé a monté à la Bourse de Chicago lundi.', third),
    );
    expect(comparison.rows.map(({ is }) => is)).toEqual(['same', 'deleted', 'inserted', 'same']);
  });

  it('tells a paragraph split in two without touching its words', () => {
    const comparison = compareDocuments(
      story(`${first} ${second}`, third),
      story(first, second, third),
    );
    expect(told(comparison)).toEqual([`changed: ${first}-[ ]+[\n]${second}`, `same: ${third}`]);
    expect(comparison.rows[0]).toMatchObject({
      left: [{ index: 0 }],
      right: [{ index: 0 }, { index: 1 }],
    });
    expect(comparison.counts).toMatchObject({ wordsInserted: 0, wordsDeleted: 0 });
  });

  it('tells two paragraphs made one without touching their words', () => {
    const comparison = compareDocuments(
      story(first, second, third),
      story(first, `${second} ${third}`),
    );
    expect(told(comparison)).toEqual([`same: ${first}`, `changed: ${second}-[\n]+[ ]${third}`]);
  });

  it('tells a paragraph made a crosshead, and words made bold, as formatted', () => {
    const { strong } = takeSchema.marks;
    const plain = story('Appel à la retenue', first);
    const marked = takeSchema.node('doc', null, [
      takeSchema.node('headline'),
      takeSchema.node('crosshead', null, takeSchema.text('Appel à la retenue')),
      takeSchema.node('paragraph', null, [
        takeSchema.text(first.slice(0, 15), [strong.create()]),
        takeSchema.text(first.slice(15)),
      ]),
      takeSchema.node('signoff'),
    ]);
    const comparison = compareDocuments(plain, marked);
    expect(told(comparison)).toEqual([
      'formatted: Appel à la retenue',
      `formatted: *[${first.slice(0, 15)}]${first.slice(15)}`,
    ]);
    expect(comparison.rows[0]).toMatchObject({
      left: [{ kind: 'paragraph' }],
      right: [{ kind: 'crosshead' }],
    });
  });

  it('pairs headline, caption and credit with their own, however different', () => {
    const photo = (caption: string, credit: string) =>
      ({ type: 'photo', caption, credit, alt: caption }) as const;
    const comparison = compareDocuments(
      storyOf({ headline: 'Trêve en Syrie', signoff: 'ab/cd' }, photo('Alep', 'AFP'), first),
      storyOf({ headline: 'Raids à Idlib', signoff: 'ef/gh' }, photo('Damas', 'EPA'), first),
    );
    expect(comparison.rows.map(({ is, left }) => `${is} ${left[0]?.kind}`)).toEqual([
      'changed headline',
      'changed caption',
      'changed credit',
      'changed alt',
      'same paragraph',
      'changed signoff',
    ]);
  });

  it('tells a separator, and an item that begins a list of its own', () => {
    const list = (...items: string[]) => ({ type: 'list', ordered: false, items }) as const;
    const comparison = compareDocuments(
      storyOf({ headline: '', signoff: '' }, list('un deux', 'trois quatre')),
      storyOf(
        { headline: '', signoff: '' },
        list('un deux'),
        { type: 'separator' },
        list('trois quatre'),
      ),
    );
    expect(told(comparison)).toEqual(['same: un deux', 'inserted: ', 'formatted: trois quatre']);
  });

  it('matches paragraphs that occur several times in order', () => {
    const comparison = compareDocuments(
      story('***', first, '***', second, '***'),
      story('***', first, '***', '***', third),
    );
    expect(comparison.rows.map(({ is }) => is)).toEqual([
      'same',
      'same',
      'same',
      'deleted',
      'same',
      'inserted',
    ]);
  });
});

describe('laws of comparing', () => {
  it('tells every block of both sides once, in order, word for word', () => {
    fc.assert(
      fc.property(anyPair, ([left, right]) => {
        const comparison = compareDocuments(left, right);
        for (const [side, doc] of [
          ['left', left],
          ['right', right],
        ] as const) {
          const blocks = comparedBlocks(doc);
          const rows = comparison.rows.filter((row) => rowHasSide(row, side));
          expect(rows.flatMap((row) => row[side].map(({ index }) => index))).toEqual([
            ...blocks.keys(),
          ]);
          for (const row of rows) {
            const texts = row[side].map(({ index }) => blocks[index]?.text);
            expect(sideText(row, side)).toBe(texts.join('\n'));
          }
        }
      }),
    );
  });

  it('says “same” of all rows only where the blocks are the same', () => {
    fc.assert(
      fc.property(anyPair, ([left, right]) => {
        const comparison = compareDocuments(left, right);
        if (changesOf(comparison).length > 0) return;
        expect(comparedBlocks(left)).toEqual(comparedBlocks(right));
      }),
    );
  });

  it('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const { rows, counts } = compareDocuments(doc, doc);
        expect(rows.every(({ is }) => is === 'same')).toBe(true);
        expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      }),
    );
  });

  it('is plain data, and the two ends of a move know each other', () => {
    fc.assert(
      fc.property(anyPair, ([left, right]) => {
        const comparison = compareDocuments(left, right);
        expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
        for (const [index, row] of comparison.rows.entries()) {
          if (row.is !== 'moved') continue;
          const other = comparison.rows[row.other];
          expect(other).toMatchObject({ is: 'moved', other: index, segments: row.segments });
          expect(other?.is === 'moved' && other.end).toBe(row.end === 'from' ? 'to' : 'from');
        }
      }),
    );
  });
});
