import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import type { ImportItem } from '../../../src-main/contract/models';
import { documentParts } from '../../../src-main/domain/document/build';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText, sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { sharedFile, sharedPath, withoutShared } from '../../support/shared';
import { nodeOf } from '../../support/texts';

const text = 'Publié\n\nUn pont fermé à Valdane\n\nLe pont est fermé depuis mardi.\n\natl/mbr\n';

let archive: Archive;
let services: Services;
let folder: string;

beforeEach(() => {
  archive = archiveInProcess();
  let ids = 0;
  services = createServices({
    archive,
    readText: readInThisThread,
    now: () => 1_000_000,
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  folder = temporaryFolder();
});

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

async function importPaths(...paths: readonly string[]) {
  return services.imports.run(await sourcesOfPaths(paths));
}

/** The outcome of importing one file. */
async function outcomeOf(place: string): Promise<ImportItem['outcome'] | undefined> {
  return (await importPaths(place)).items[0]?.outcome;
}

async function dispatchCount(): Promise<number> {
  return must(await archive.read('readFacts', {})).dispatches;
}

describe('the seed', () => {
  const seed = sharedPath('seed', 'dispatch.txt');

  it.skipIf(seed === null)(`comes in whole, once (or ${withoutShared})`, async () => {
    const outcome = await outcomeOf(seed ?? '');
    if (outcome?.is !== 'added') throw new Error('The seed was not added.');
    expect(outcome).toMatchObject({
      headline: 'Première discussion Trump-Poutine depuis les raids américains en Syrie',
      takes: 2,
      repairs: [{ code: 'doubled-caption', line: 6 }],
    });
    const dispatch = must(await services.dispatches.get({ id: outcome.dispatchId }));
    expect(dispatch.language).toBe('fr');
    expect(dispatch.takes.map(({ kind, stamp }) => [kind, stamp.precision])).toEqual([
      ['report', 'unknown'],
      ['update', 'unknown'],
    ]);
    const report = documentParts(nodeOf(dispatch.takes[0]!.document));
    expect(report.blocks.map(({ type }) => type)).toEqual([
      'photo',
      'lead',
      'paragraph',
      'paragraph',
      'paragraph',
      'crosshead',
      'paragraph',
      'paragraph',
    ]);
    expect(report.blocks[0]).toMatchObject({ credit: 'REUTERS - Ivan Sekretarev/Lucas Jackson' });
    expect(report.blocks[5]).toMatchObject({ text: 'Appel à la retenue en Corée du Nord' });
    expect(report.signoff).toBe('reuters/ptur');

    const original = must(await services.dispatches.original(dispatch.originals[0]!.sha256));
    expect(Buffer.compare(original.bytes, sharedFile('seed', 'dispatch.txt')!)).toBe(0);

    expect(await outcomeOf(seed ?? '')).toMatchObject({
      is: 'unchanged',
      dispatchId: outcome.dispatchId,
    });
    expect(await dispatchCount()).toBe(1);
  });
});

describe('bad input', () => {
  it.each([
    ['an empty file', new Uint8Array(), { reason: 'empty' }],
    ['white space only', new TextEncoder().encode(' \n\n\t\n'), { reason: 'empty' }],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      { reason: 'binary', detail: 'png' },
    ],
    ['noise', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 97) % 256), { reason: 'binary' }],
  ])('refuses %s', async (_name, bytes, refusal) => {
    const outcome = await outcomeOf(file('given.txt', bytes));
    expect(outcome).toMatchObject({ is: 'refused', ...refusal });
    expect(await dispatchCount()).toBe(0);
  });

  it('refuses 200 MB without reading them', async () => {
    const place = file('huge.txt', '');
    truncateSync(place, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await outcomeOf(place)).toMatchObject({ is: 'refused', reason: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('says what a missing file is', async () => {
    const outcome = await outcomeOf(path.join(folder, 'gone.txt'));
    expect(outcome).toMatchObject({ is: 'refused', reason: 'unreadable', detail: 'ENOENT' });
  });

  it.each([
    ['Latin-1', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
  ])('reads %s and says so', async (_name, bytes, encoding) => {
    const outcome = await outcomeOf(file('given.txt', bytes));
    if (outcome?.is !== 'added') throw new Error('It was not added.');
    expect(outcome.headline).toBe('Un pont fermé à Valdane');
    expect(outcome.encoding).toBe(encoding);
    expect(outcome.repairs.length).toBeGreaterThan(0);
  });

  it('takes the good files of a folder and tells of the bad one', async () => {
    file('wire/a.txt', text);
    file('wire/b.txt', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]));
    file('wire/deep/c.txt', text.replace('Valdane', 'Orbaz'));
    const report = await importPaths(path.join(folder, 'wire'));
    expect(report).toMatchObject({ added: 2, unchanged: 0, refused: 1 });
    expect(report.items.map(({ name, outcome }) => [name, outcome.is])).toEqual([
      ['wire/a.txt', 'added'],
      ['wire/b.txt', 'refused'],
      ['wire/deep/c.txt', 'added'],
    ]);
    expect(await dispatchCount()).toBe(2);
  });
});

describe('importing again', () => {
  it('adds nothing, also when only the bytes differ', async () => {
    await importPaths(file('a.txt', text));
    const report = await importPaths(file('b.txt', text.replaceAll('\n', '\r\n')));
    expect(report).toMatchObject({ added: 0, unchanged: 1 });
    expect(await dispatchCount()).toBe(1);
  });

  it('stops between files when told to, with whole dispatches only', async () => {
    const control = new AbortController();
    const sources = ['A', 'B', 'C'].map((name) =>
      sourceOfText(name, text.replace('Valdane', `Val-${name}`)),
    );
    const report = await services.imports.run(sources, {
      signal: control.signal,
      progress: ({ done }) => {
        if (done === 1) control.abort();
      },
    });
    expect(report).toMatchObject({ added: 2, cancelled: true });
    expect(await dispatchCount()).toBe(2);
  });
});
