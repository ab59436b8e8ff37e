import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { makeAnchor } from '@domain/annotation/anchor';
import { canonicalText } from '@domain/document/canonical-text';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { nodeOf } from '../../support/texts';

const text = 'Publié le 2 mai 2017, 21:14\n\nLe pont rouvre\n\nLa mairie l’a dit mardi.\n';
let folder: string;
let ids = 0;

function desk(): Services {
  return createServices({
    archive: archiveInProcess(),
    readText: readInThisThread,
    now: () => Date.UTC(2026, 0, 1),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
}

const imported = async ({ imports }: Services, ...names: readonly string[]) =>
  imports.run(await sourcesOfPaths(names.map((name) => path.join(folder, name))));

/** A dispatch with a note, written out: its text, and its notes beside it. */
beforeEach(async () => {
  ids = 0;
  folder = temporaryFolder();
  writeFileSync(path.join(folder, 'pont.txt'), text);
  const first = desk();
  const [item] = (await imported(first, 'pont.txt')).items;
  if (item?.outcome.is !== 'added') throw new Error('It was not imported.');
  const { dispatchId } = item.outcome;
  const [take] = must(await first.dispatches.get({ id: dispatchId })).takes;
  if (take === undefined) throw new Error('It has no take.');
  const words = canonicalText(nodeOf(take.document));
  const start = words.indexOf('mairie');
  must(
    await first.annotations.create({
      dispatchId,
      target: { on: 'take', id: take.id },
      anchor: makeAnchor(words, start, start + 6),
      part: 'words',
      kind: 'query',
      body: 'Laquelle ?',
      addressee: '',
      links: [],
      author: 'mbr',
    }),
  );
  const page = must(await first.annotations.exportNotes(dispatchId));
  writeFileSync(path.join(folder, 'pont.annotations.jsonld'), page.text);
});

const names = ['pont.annotations.jsonld', 'pont.txt'];

describe('a file of notes beside a dispatch', () => {
  it.each([['both files', names] as const, ['their folder', ['.']] as const])(
    'comes in with it: %s',
    async (_what, given) => {
      const other = desk();
      const report = await imported(other, ...given);
      expect(report).toMatchObject({ added: 1, refused: 0 });
      const outcomes = report.items.map(({ outcome }) => outcome);
      expect(outcomes).toMatchObject([
        { is: 'added' },
        { is: 'notes', headline: 'Le pont rouvre', added: 1, withoutWords: 0, unchanged: 0 },
      ]);
      const id = outcomes[0]?.is === 'added' ? outcomes[0].dispatchId : '';
      expect(must(await other.dispatches.get({ id })).notes).toMatchObject([
        { body: 'Laquelle ?', author: 'mbr', anchor: { exact: 'mairie' } },
      ]);
      expect((await imported(other, ...given)).items.map(({ outcome }) => outcome)).toMatchObject([
        { is: 'unchanged' },
        { is: 'notes', added: 0, unchanged: 1 },
      ]);
    },
  );

  it('is refused with its reason where it is none, and the dispatch comes in all the same', async () => {
    writeFileSync(path.join(folder, 'pont.annotations.jsonld'), '{');
    const { items } = await imported(desk(), ...names);
    expect(items.map(({ outcome }) => outcome)).toMatchObject([
      { is: 'added' },
      { is: 'refused', reason: 'unreadable', detail: 'annotations-unreadable' },
    ]);
  });

  it('alone stays what it is', async () => {
    const { items } = await imported(desk(), 'pont.annotations.jsonld');
    expect(items).toMatchObject([{ outcome: { is: 'refused' } }]);
  });
});
