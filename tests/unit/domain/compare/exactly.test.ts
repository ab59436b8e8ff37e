import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '@domain/compare/compare';
import type { Segment } from '@domain/compare/word-diff';
import { isWord, tokensOf } from '@domain/compare/words';
import { sharedPath, withoutShared } from '../../../support/shared';
import { story } from './edited';

const samples = path.resolve(import.meta.dirname, '../../../../resources/samples');

/** The paragraphs of some real texts, each once. */
const paragraphs = [
  ...new Set(
    readdirSync(samples)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) =>
        readFileSync(path.join(samples, name), 'utf8')
          .split(/\n+/)
          .filter((line) => line.length > 80),
      ),
  ),
];

/** The words of all segments of a kind, in order of their rows. */
function wordsThat(is: Segment['is'], left: readonly string[], right: readonly string[]): string[] {
  const { rows } = compareDocuments(story(...left), story(...right));
  return rows
    .filter((row) => row.is !== 'moved' || row.end === 'to')
    .flatMap(({ segments }) => segments)
    .flatMap((segment) => (segment.is === is ? tokensOf(segment.text).filter(isWord) : []));
}

describe('exactly the changed words', () => {
  const change = fc.record({ paragraph: fc.nat(), word: fc.nat() });

  it('are marked, wherever words of real paragraphs give way to new ones', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const before = paragraphs.map((text) => tokensOf(text));
        const after = before.map((tokens) => [...tokens]);
        for (const [number, { paragraph, word }] of changes.entries()) {
          const tokens = after[paragraph % after.length]!;
          const places = [...tokens.keys()].filter((at) => isWord(tokens[at]!));
          tokens[places[word % places.length]!] = `neuf${number}`;
        }
        const isNew = (token: string): boolean => token.startsWith('neuf');
        const gone = before.flatMap((tokens, at) =>
          tokens.filter((_, place) => isNew(after[at]![place]!)),
        );
        const [left, right] = [before, after].map((all) => all.map((tokens) => tokens.join('')));
        expect(wordsThat('inserted', left!, right!)).toEqual(after.flat().filter(isNew));
        expect(wordsThat('deleted', left!, right!)).toEqual(gone);
      }),
      { numRuns: 40 },
    );
  });

  it('are none where paragraphs only change places, are split or joined', () => {
    const places = fc.shuffledSubarray([...paragraphs.keys()], { minLength: paragraphs.length });
    fc.assert(
      fc.property(places, (order) => {
        const moved = order.map((at) => paragraphs[at]!);
        expect(wordsThat('inserted', paragraphs, moved)).toEqual([]);
        expect(wordsThat('deleted', paragraphs, moved)).toEqual([]);
      }),
      { numRuns: 20 },
    );
    const split = paragraphs.flatMap((text) => text.split(/(?<=\.) (?=\p{Lu})/u));
    expect(split.length).toBeGreaterThan(paragraphs.length);
    expect(wordsThat('inserted', paragraphs, split)).toEqual([]);
    expect(wordsThat('deleted', split, paragraphs)).toEqual([]);
  });

  const seed = sharedPath('seed', 'dispatch.txt');

  it.skipIf(seed === null)(`are marked on the seed (or ${withoutShared})`, () => {
    const lines = readFileSync(seed ?? '', 'utf8').split(/\n+/);
    const right = lines.map((line) => line.replace('le 4 avril', 'le 7 avril'));
    expect(wordsThat('deleted', lines, right)).toEqual(['4']);
    expect(wordsThat('inserted', lines, right)).toEqual(['7']);
  });
});
