import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '@domain/exchange/read';
import { sharedPath, withoutShared } from '../../../support/shared';
import { zone } from './items';

const standards = sharedPath('standards');

/** All files below a folder, by their paths in it. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}

/** The official examples that hold no words of a dispatch, and why. */
const withoutNews: Readonly<Record<string, string>> = {
  // A schema, not an item.
  'ninjs/examples/2.1/schema-extension/extension-schema.json': 'unknown-format JSON',
  // Concepts, plans and catalogues are what news speaks of.
  LISTING_10: 'not-news conceptitem',
  LISTING_11: 'not-news conceptitem',
  LISTING_12: 'not-news knowledgeitem',
  LISTING_13: 'not-news catalogitem',
  LISTING_14: 'not-news conceptitem',
  LISTING_15: 'not-news knowledgeitem',
  LISTING_17: 'not-news planningitem',
  LISTING_18: 'not-news planningitem',
  LISTING_19: 'not-news planningitem',
  LISTING_20: 'not-news planningitem',
  // Packages that only name items which are elsewhere.
  LISTING_23: 'not-news packageitem',
  LISTING_6: 'not-news packageitem',
  // Fragments for the guidelines, without an item around them.
  LISTING_25: 'unknown-format XML <contentset>',
  LISTING_28: 'unknown-format XML <contentmeta>',
  LISTING_7: 'unknown-format XML <groupset>',
  LISTING_8: 'unknown-format XML <groupset>',
  LISTING_9: 'unknown-format XML <groupset>',
  // Items whose content is left out ("....."), or which carry concepts only.
  LISTING_16: 'no-text',
  LISTING_24: 'no-text',
  LISTING_29: 'no-text',
};

function expected(name: string): string {
  const listing = /^LISTING_\d+[A-Z]?/.exec(path.basename(name))?.[0];
  return withoutNews[name] ?? withoutNews[listing ?? ''] ?? 'read';
}

describe.skipIf(standards === null)(`the official examples (or ${withoutShared})`, () => {
  const folders = ['ninjs/examples', 'newsml-g2/examples', 'nitf/examples'];

  test.each(folders)('all of %s are read, or listed with a reason', (folder) => {
    for (const name of filesIn(path.join(standards ?? '', folder))) {
      const bytes = readFileSync(path.join(standards ?? '', folder, name));
      const read = readFile(bytes, name, { zone });
      const said = read.ok
        ? 'read'
        : `${read.error.code}${'detail' in read.error ? ` ${read.error.detail}` : ''}`;
      expect(`${name}: ${said}`).toBe(`${name}: ${expected(`${folder}/${name}`)}`);
      if (read.ok)
        for (const { item } of read.value.items) expect(item.takes.length).toBeGreaterThan(0);
    }
  });

  test('NITF keeps every word of its body', () => {
    const bytes = readFileSync(path.join(standards ?? '', 'nitf/examples/nitf-fishing.xml'));
    const read = readFile(bytes, 'nitf-fishing.xml', { zone });
    const item = read.ok ? read.value.items[0]?.item : undefined;
    expect(item).toMatchObject({
      guid: 'iptc.321656141.b',
      version: 1,
      slug: 'ongoing-winter-tide-updates',
      urgency: 3,
      language: 'en',
    });
    expect(item?.takes[0]).toMatchObject({ kind: 'kill' });
    const words = item?.takes[0]?.document.textContent.replace(/\s+/g, '') ?? '';
    const body =
      /<body\.content>[\s\S]*<\/body\.content>\s*<body\.end>/.exec(bytes.toString('utf8'))?.[0] ??
      '';
    for (const [, paragraph = ''] of body.matchAll(/<p>([^<]{20,})<\/p>/g)) {
      expect(words).toContain(paragraph.replace(/\s+/g, '').replaceAll('&apos;', "'"));
    }
  });

  test('a NewsML-G2 article is read with its metadata', () => {
    const name = 'newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml';
    const read = readFile(readFileSync(path.join(standards ?? '', name)), name, { zone });
    const item = read.ok ? read.value.items[0]?.item : undefined;
    expect(item).toMatchObject({
      guid: 'urn:newsml:acmenews.com:20161121:US-FINANCE-FED',
      version: 11,
      slug: 'US-Finance-Fed',
      agency: 'Associated Press',
      place: 'New York, NY',
    });
    expect(item?.subjects[1]).toEqual({ code: '20000350', name: 'central bank' });
    expect(item?.takes[0]?.document.child(0).textContent).toBe('Fed to halt QE to avert "bubble"');
    expect(item?.takes[0]).toMatchObject({
      stamp: { precision: 'second', instant: Date.UTC(2018, 10, 21, 21, 25, 32) },
    });
  });
});
