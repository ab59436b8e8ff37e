import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExchangeItem } from '@domain/exchange/item';
import { readFile } from '@domain/exchange/read';
import { extensions, textFormats, writeText, type TextFormat } from '@domain/exchange/write';
import { exchangeItem, plain, runs, zone } from './items';

const context = { zone, madeAt: Date.UTC(2026, 10, 23) };
const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';

/** What a format has no place for; docs/exchange.md lists the same. */
const lost: Readonly<Record<string, (item: ExchangeItem) => ExchangeItem>> = {
  'ninjs-1': withVersion,
  'ninjs-2': withVersion,
  ninjs: withVersion,
  html: withVersion,
  markdown: withVersion,
  nitf: (item) => withVersion(inOffsetsOnly(item)),
  'newsml-g2': (item) => withVersion(inOffsetsOnly(item)),
};

/** An item without a version of its own is written as the version with so many takes. */
function withVersion(item: ExchangeItem): ExchangeItem {
  return { ...item, version: item.version ?? item.takes.length };
}

/** NITF writes offsets, no names of zones: those that are not the desk's come back as UTC. */
function inOffsetsOnly(item: ExchangeItem): ExchangeItem {
  return {
    ...item,
    takes: item.takes.map((take) => {
      const { stamp } = take;
      if (stamp.precision === 'unknown' || stamp.zone === zone) return take;
      return { ...take, stamp: { ...stamp, zone: 'UTC' } };
    }),
  };
}

function back(item: ExchangeItem, format: TextFormat): ExchangeItem {
  const text = writeText(item, uri, format, context);
  const read = readFile(new TextEncoder().encode(text ?? ''), `a.${extensions[format]}`, { zone });
  if (!read.ok) throw new Error(`${format}: ${JSON.stringify(read.error)}\n${text}`);
  expect(read.value.items).toHaveLength(1);
  return read.value.items[0]!.item;
}

describe('what is written is read back the same', () => {
  test.each(textFormats.filter((format) => lost[format] !== undefined))('%s', (format) => {
    fc.assert(
      fc.property(exchangeItem, (item) => {
        expect(plain(back(item, format))).toEqual(plain((lost[format] ?? ((one) => one))(item)));
      }),
      { numRuns: runs },
    );
  });
});
