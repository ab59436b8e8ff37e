import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeDocuments,
  resolveMerge,
  type Merge,
  type MergeChoice,
  type MergeHunk,
} from '@domain/compare/merge';
import { documentParts } from '@domain/document/build';
import type { NodeJson } from '@domain/document/json';
import { parseDocument, toJson } from '@domain/document/node';
import type { Node } from 'prosemirror-model';
import { document } from '../arbitraries';
import { editedTwice, story, storyOf } from './edited';

const raid = 'Un raid a fait 58 morts dans la province d’Idlib, selon les secouristes.';
const talks = 'Les pourparlers sur la trêve reprennent mercredi à Astana, au Kazakhstan.';
const kremlin = 'Le Kremlin a appelé les deux parties à la retenue dans un communiqué.';
const added = 'Paris a demandé une réunion du Conseil de sécurité de l’ONU.';
const other = 'Londres a condamné une attaque barbare contre des civils.';

const words = (blocks: readonly NodeJson[]): string[] =>
  blocks.map((block) => JSON.stringify(block).match(/"text":"(.*?)"/)?.[1] ?? '');

/** The hunks with a change in short. */
const told = ({ hunks }: Merge) =>
  hunks
    .filter(({ is }) => is !== 'same')
    .map(({ is, base, mine, theirs }) => [is, words(base), words(mine), words(theirs)]);

const paragraphsOf = (doc: Node): string[] =>
  documentParts(doc).blocks.map((block) => ('text' in block ? block.text : ''));

describe('merging paragraph by paragraph', () => {
  it('takes changes to neighbouring paragraphs without a conflict', () => {
    const merge = mergeDocuments(
      story(raid, talks, kremlin),
      story(raid.replace('58', '59'), talks, kremlin),
      story(raid, talks.replace('mercredi', 'jeudi'), kremlin, added),
    );
    expect(told(merge).map(([is]) => is)).toEqual(['mine', 'theirs', 'theirs']);
    expect(paragraphsOf(resolveMerge(merge))).toEqual([
      raid.replace('58', '59'),
      talks.replace('mercredi', 'jeudi'),
      kremlin,
      added,
    ]);
  });

  it('puts a paragraph that both changed before the person, and keeps both when nobody chooses', () => {
    const [mine, theirs] = [raid.replace('58', '59'), raid.replace('58', '60')];
    const merge = mergeDocuments(story(raid, talks), story(mine, talks), story(theirs, talks));
    expect(told(merge)).toEqual([['conflict', [raid], [mine], [theirs]]]);
    const at = merge.hunks.findIndex(({ is }) => is === 'conflict');
    const resolved = (choice: MergeChoice) =>
      paragraphsOf(resolveMerge(merge, new Map([[at, choice]])));
    expect(resolved('mine')).toEqual([mine, talks]);
    expect(resolved('theirs')).toEqual([theirs, talks]);
    expect(resolved('base')).toEqual([raid, talks]);
    expect(resolved('both')).toEqual([mine, theirs, talks]);
    expect(paragraphsOf(resolveMerge(merge))).toEqual([mine, theirs, talks]);
  });

  it('takes a change that both made once', () => {
    const changed = raid.replace('58', '59');
    const merge = mergeDocuments(
      story(raid, talks),
      story(changed, talks, added),
      story(changed, talks, added, other),
    );
    expect(told(merge).map(([is]) => is)).toEqual(['both', 'both', 'theirs']);
    expect(paragraphsOf(resolveMerge(merge))).toEqual([changed, talks, added, other]);
  });

  it('sees a conflict between a paragraph replaced here and changed there', () => {
    const changed = talks.replace('mercredi', 'jeudi');
    const merge = mergeDocuments(
      story(raid, talks, kremlin),
      story(raid, added, kremlin),
      story(raid, changed, kremlin),
    );
    expect(told(merge)).toEqual([['conflict', [talks], [added], [changed]]]);
  });

  it('sees a conflict between different paragraphs put in at one place', () => {
    const merge = mergeDocuments(
      story(raid, talks),
      story(raid, added, talks),
      story(raid, other, talks),
    );
    expect(told(merge)).toEqual([['conflict', [], [added], [other]]]);
  });

  it('makes of a second headline and a second sign-off paragraphs', () => {
    const merge = mergeDocuments(
      storyOf({ headline: 'Raid à Idlib', signoff: 'ab/cd' }, raid),
      storyOf({ headline: 'Raid meurtrier à Idlib', signoff: 'ab/ef' }, raid),
      storyOf({ headline: 'Un raid à Idlib', signoff: '' }, raid),
    );
    const parts = documentParts(resolveMerge(merge));
    expect(parts).toEqual({
      headline: 'Raid meurtrier à Idlib',
      blocks: [
        { type: 'paragraph', text: 'Un raid à Idlib' },
        { type: 'paragraph', text: raid },
      ],
      signoff: 'ab/ef',
    });
  });
});

describe('laws of merging', () => {
  const joined = ({ hunks }: Merge, side: 'base' | 'mine' | 'theirs'): NodeJson[] =>
    hunks.flatMap((hunk: MergeHunk) => [...hunk[side]]);

  it('leaves nothing of any of the three documents out', () => {
    fc.assert(
      fc.property(editedTwice, ([base, mine, theirs]) => {
        const merge = mergeDocuments(base, mine, theirs);
        expect(joined(merge, 'base')).toEqual(toJson(base).content);
        expect(joined(merge, 'mine')).toEqual(toJson(mine).content);
        expect(joined(merge, 'theirs')).toEqual(toJson(theirs).content);
      }),
    );
  });

  it('gives the other side where one changed nothing', () => {
    fc.assert(
      fc.property(editedTwice, ([base, mine]) => {
        expect(resolveMerge(mergeDocuments(base, mine, base)).eq(mine)).toBe(true);
        expect(resolveMerge(mergeDocuments(base, base, mine)).eq(mine)).toBe(true);
        expect(resolveMerge(mergeDocuments(base, mine, mine)).eq(mine)).toBe(true);
      }),
    );
  });

  it('gives a side whole where it is chosen everywhere', () => {
    fc.assert(
      fc.property(fc.tuple(document, document, document), ([base, mine, theirs]) => {
        const merge = mergeDocuments(base, mine, theirs);
        const all = (choice: MergeChoice) =>
          resolveMerge(merge, new Map(merge.hunks.map((_, index) => [index, choice])));
        expect(all('mine').eq(mine)).toBe(true);
        expect(all('theirs').eq(theirs)).toBe(true);
        expect(all('base').eq(base)).toBe(true);
      }),
    );
  });

  it('gives a document of the schema, whatever is chosen, that keeps all words unless told not to', () => {
    const choice = fc.constantFrom<MergeChoice>('base', 'mine', 'theirs', 'both');
    fc.assert(
      fc.property(editedTwice, fc.array(choice, { maxLength: 12 }), (documents, choices) => {
        const merge = mergeDocuments(...documents);
        const resolved = resolveMerge(merge, new Map(choices.entries()));
        expect(parseDocument(toJson(resolved)).ok).toBe(true);
        const kept = new Set(words(toJson(resolveMerge(merge)).content ?? []));
        for (const { is, mine, theirs } of merge.hunks) {
          const changed = is === 'theirs' ? theirs : is === 'mine' ? mine : [...mine, ...theirs];
          for (const text of words(changed)) expect(text === '' || kept.has(text)).toBe(true);
        }
      }),
    );
  });
});
