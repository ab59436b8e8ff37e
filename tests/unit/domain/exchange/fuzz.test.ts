import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '@domain/exchange/read';
import { seeded } from '../../../bench/support/random';
import { sharedPath } from '../../../support/shared';
import { atom, email, iptc7901, liveBlog, newsml1 } from './samples';
import { zone } from './items';

/** How many mutated files are read; `WRITETHRU_FUZZ=10000` for the long form. */
const cases = Number(process.env['WRITETHRU_FUZZ'] ?? 400);
/** No mutated file of these sizes may take longer, ms. */
const longest = 2_000;

const samples: readonly Buffer[] = [
  ...[newsml1, liveBlog, atom].map((text) => Buffer.from(text)),
  iptc7901,
  email,
  Buffer.from(
    '---\ntitle: Un pont\n---\n\n# Un pont\n\n> cité\n\n- un\n  - deux\n\n**gras** _x_ [a](b)\n',
  ),
  ...officialExamples(),
];

function officialExamples(): readonly Buffer[] {
  const standards = sharedPath('standards');
  if (standards === null) return [];
  return ['ninjs/examples', 'newsml-g2/examples', 'nitf/examples', 'seed-mapping']
    .map((folder) => path.join(standards, folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => statSync(file).isFile() && statSync(file).size < 60_000)
    .map((file) => readFileSync(file));
}

const tokens = [
  '<',
  '>',
  '&',
  '"',
  '<![CDATA[',
  ']]>',
  '<!--',
  '</p>',
  '<p>',
  '<div><div>',
  '&#x0;',
  '&#xD800;',
  '&bomb;',
  '{',
  '}',
  '[',
  ']',
  '\\u0000',
  '\u0001',
  '\u0002',
  '\u0003',
  '\n---\n',
  '=?utf-8?b?',
  '--b1',
  '<nitf>',
  '</nitf>',
  '"uri":',
  '9'.repeat(400),
  '\uFEFF',
  '\u0000',
  '<table><tr><td>',
  '*'.repeat(60),
  '_'.repeat(60),
  '[['.repeat(40),
  '<!DOCTYPE a [<!ENTITY bomb "&bomb;&bomb;">]>',
];

describe('any reader', () => {
  test(
    'of mutated files ends in a dispatch or a reason, in bounded time',
    { timeout: 120_000 },
    () => {
      const random = seeded(17);
      const below = (bound: number) => Math.floor(random.next() * bound);
      const began = performance.now();
      let read = 0;
      for (let index = 0; index < cases; index += 1) {
        let bytes: Buffer = Buffer.from(samples[below(samples.length)] ?? Buffer.alloc(1));
        for (let mutation = below(6); mutation >= 0; mutation -= 1) bytes = mutated(bytes, below);
        const started = performance.now();
        const outcome = readFile(bytes, index % 3 === 0 ? 'a.md' : 'a', { zone });
        const took = performance.now() - started;
        expect(took, `case ${index}`).toBeLessThan(longest);
        if (!outcome.ok) continue;
        read += 1;
        for (const { item } of outcome.value.items) {
          expect(item.takes.length).toBeGreaterThan(0);
          for (const { document } of item.takes) document.check();
        }
      }
      expect(read).toBeGreaterThan(cases / 10);
      console.log(
        `${cases} mutated files, ${read} read, ${Math.round(performance.now() - began)} ms`,
      );
    },
  );

  test.each([
    ['emphasis', '*a '.repeat(100_000)],
    ['links', '[a]('.repeat(60_000)],
    ['brackets', '['.repeat(200_000)],
    ['quotes', '> '.repeat(50_000)],
    ['tags', '<a '.repeat(100_000)],
    ['front matter', `---\n${'a: '.repeat(100_000)}`],
    ['entities', '&amp'.repeat(100_000)],
  ])('of a long line of %s ends soon', (_name, text) => {
    const started = performance.now();
    readFile(new TextEncoder().encode(`# Un\n\n${text}`), 'a.md', { zone });
    readFile(new TextEncoder().encode(text), 'a.md', { zone });
    readFile(new TextEncoder().encode(`<html><body>${text}`), 'a', { zone });
    readFile(new TextEncoder().encode(`From: a\nSubject: b\nDate: c\n\n${text}`), 'a', { zone });
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});

/** A file with one thing changed: bytes lost, repeated, moved or put in. */
function mutated(bytes: Buffer, below: (bound: number) => number): Buffer {
  const from = below(bytes.length + 1);
  const to = Math.min(bytes.length, from + below(200));
  switch (below(5)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 2:
      return bytes.subarray(0, Math.max(1, from));
    case 3: {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[from % changed.length] = below(256);
      return changed;
    }
    default: {
      const token = Buffer.from(tokens[below(tokens.length)] ?? '<');
      return Buffer.concat([bytes.subarray(0, from), token, bytes.subarray(from)]);
    }
  }
}
