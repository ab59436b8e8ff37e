import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { sharedPath, withoutShared } from '../../support/shared';

const corpora = sharedPath('corpora');
/** One file in so many is read; `WRITETHRU_CORPORA=1` for every one. */
const every = Number(process.env['WRITETHRU_CORPORA'] ?? 32);

/** What is refused, and why: the rest is to be read. */
const refusals: readonly (readonly [RegExp, string])[] = [
  // GOV.UK's own JSON, which is no interchange format.
  [/^corpora\/govuk-content-examples\/.*\.json$/, 'unknown-format JSON'],
  // Texts marked up for linguists, and the list of the French ones.
  [/^corpora\/wikinews-en-gum\/.*\.xml$/, 'unknown-format XML <text>'],
  [/ref_3\.xml$/, 'unknown-format XML <files>'],
  // Front matter with nothing under it.
  [/\/blog\/_index\.md$/, 'no-text'],
];

describe.skipIf(corpora === null)(`the corpora (or ${withoutShared})`, () => {
  test(
    'are read, file by file, or refused with a reason that is true',
    { timeout: 120_000 },
    async () => {
      const sources = await sourcesOfPaths([corpora ?? '']);
      expect(sources.length).toBeGreaterThan(2_800);
      for (const [index, source] of sources.entries()) {
        if (index % every !== 0 || !('read' in source)) continue;
        const read = await readText(
          await source.read(),
          'Europe/Paris',
          path.basename(source.name),
        );
        const said = read.is === 'read' ? 'read' : `${read.reason} ${read.detail ?? ''}`.trim();
        const expected = refusals.find(([name]) => name.test(source.name))?.[1] ?? 'read';
        expect(`${source.name}: ${said}`).toBe(`${source.name}: ${expected}`);
        if (read.is !== 'read') continue;
        // A dispatch of a file has words, and a headline to find it by.
        for (const { headline, takes } of read.dispatches) {
          expect(`${source.name}: ${takes.length > 0 && headline !== ''}`).toBe(
            `${source.name}: true`,
          );
        }
      }
    },
  );
});
