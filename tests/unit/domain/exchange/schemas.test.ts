import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExchangeItem } from '@domain/exchange/item';
import { parseXml } from '@domain/exchange/markup/xml';
import { Repairs } from '@domain/exchange/repair';
import { listEnd, listEntry, listStart, writeText, type TextFormat } from '@domain/exchange/write';
import { readFile } from '@domain/exchange/read';
import { sharedFile, sharedPath, withoutShared } from '../../../support/shared';
import { ninjsProblems, xsdProblems } from '../../../support/schemas';
import { exchangeItem, plain, runs, zone } from './items';

const context = { zone, madeAt: Date.UTC(2026, 10, 23) };
const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';
const seed = sharedFile('seed', 'dispatch.txt');
const standards = sharedPath('standards');

function seedItem(): ExchangeItem {
  const read = readFile(seed ?? new Uint8Array(), 'dispatch.txt', { zone });
  if (!read.ok) throw new Error('The seed was not read.');
  return read.value.items[0]!.item;
}

function problemsOf(format: TextFormat, problems: (text: string) => string) {
  const check = (item: ExchangeItem): string =>
    problems(writeText(item, uri, format, context) ?? '');
  expect(check(seedItem())).toBe('');
  fc.assert(
    fc.property(exchangeItem, (item) => {
      expect(check(item)).toBe('');
    }),
    { numRuns: runs },
  );
}

describe.skipIf(standards === null || seed === null)(
  `what is written is valid (or ${withoutShared})`,
  () => {
    test('ninjs 3.1', () => problemsOf('ninjs', ninjsProblems('3.1')));
    test('ninjs 2.2', () => problemsOf('ninjs-2', ninjsProblems('2.2')));
    test('ninjs 1.6', () => problemsOf('ninjs-1', ninjsProblems('1.6')));
    test('NITF 3.6', () =>
      problemsOf('nitf', xsdProblems('nitf', 'specification', 'nitf-3-6.xsd')));
    test('NewsML-G2 2.35', () => {
      const g2 = xsdProblems('newsml-g2', 'specification', 'NewsML-G2_2.35-spec-All-Power.xsd');
      const nitf = xsdProblems('nitf', 'specification', 'nitf-3-6.xsd');
      problemsOf('newsml-g2', (text) => {
        // What stands inside is checked by the schema of its own.
        const inner = /<nitf[\s\S]*<\/nitf>/.exec(text)?.[0] ?? '';
        return g2(text) + nitf(inner);
      });
    });

    test('the seed comes back the same through each format', () => {
      const item = seedItem();
      for (const format of [
        'ninjs',
        'ninjs-2',
        'ninjs-1',
        'nitf',
        'newsml-g2',
        'html',
        'markdown',
        'wire',
      ] as const) {
        const text = writeText(item, uri, format, context) ?? '';
        const read = readFile(
          new TextEncoder().encode(text),
          `a.${format === 'markdown' ? 'md' : ''}`,
          { zone },
        );
        if (!read.ok) throw new Error(format);
        const back = read.value.items[0]!;
        expect(plain(back.item)['takes'], format).toEqual(plain(item)['takes']);
      }
    });
  },
);

describe('files of many dispatches', () => {
  test('an Atom feed is well-formed and read back, entry by entry', () => {
    fc.assert(
      fc.property(fc.array(exchangeItem, { minLength: 1, maxLength: 3 }), (items) => {
        const facts = { id: uri, title: 'Valdane & Orbaz', madeAt: context.madeAt };
        const entries = items.map((item, index) =>
          listEntry(item, `${uri}-${index}`, 'atom', context.madeAt),
        );
        const feed = listStart('atom', facts) + entries.join('') + listEnd('atom');
        expect(parseXml(feed, new Repairs()).ok).toBe(true);
        const read = readFile(new TextEncoder().encode(feed), 'a.xml', { zone });
        expect(read.ok && read.value.items.map(({ item }) => item.guid)).toEqual(
          items.map((_, index) => `${uri}-${index}`),
        );
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  test('CSV keeps fields apart and runs nothing in a spreadsheet', () => {
    fc.assert(
      fc.property(exchangeItem, (item) => {
        const csv = listEntry(item, uri, 'csv', context.madeAt);
        const rows = fieldsOf(csv);
        expect(rows).toHaveLength(item.takes.length);
        for (const row of rows) {
          expect(row).toHaveLength(15);
          for (const field of row) expect(field).not.toMatch(/^[=+\-@\t\r]/);
        }
      }),
      { numRuns: runs },
    );
  });
});

/** The fields of a CSV text (RFC 4180). */
function fieldsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
