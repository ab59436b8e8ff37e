import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { exportFormats, type ExportFormat } from '../../../src-main/contract/exchange';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { documentParts } from '../../../src-main/domain/document/build';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText, sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import {
  archiveInProcess,
  must,
  newArchiveFile,
  temporaryFolder,
  testId,
} from '../../support/archives';
import { appendUpdate } from '../../support/publishing';
import { nodeOf } from '../../support/texts';

const text = (place: string): string =>
  `Publié le 2 mai 2017, 21:14\n\nUn pont fermé à ${place}\n\nLe pont est fermé [AFP - X]\n\nLe pont de ${place} est « fermé ».\n\nLes travaux durent.\n\natl/mbr\n\nMis à jour le 3 mai 2017 à 10h\n\nLe pont rouvre\n\nLe pont de ${place} a rouvert.\n`;

let ids = 0;
const now = { value: Date.UTC(2026, 0, 1) };

function servicesOver(archive: Archive): Services {
  return createServices({
    archive,
    readText: readInThisThread,
    now: () => now.value,
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
}

let services: Services;
let archive: Archive;
let folder: string;

beforeEach(() => {
  ids = 0;
  now.value = Date.UTC(2026, 0, 1);
  archive = archiveInProcess();
  services = servicesOver(archive);
  folder = path.join(temporaryFolder(), 'out');
});

async function given(...places: readonly string[]): Promise<readonly string[]> {
  const report = await services.imports.run(
    places.map((place) => sourceOfText(place, text(place))),
  );
  return report.items.map(({ outcome }) => (outcome.is === 'added' ? outcome.dispatchId : ''));
}

const all = (format: ExportFormat) =>
  services.exports.run({ scope: { of: 'all' }, format, path: folder });

/** The takes of the only dispatch of an archive, in plain parts. */
async function takesIn(of: Services) {
  const page = must(await of.dispatches.list({ view: 'all', after: null, limit: 10 }));
  expect(page.rows).toHaveLength(1);
  const dispatch = must(await of.dispatches.get({ id: page.rows[0]!.id }));
  return dispatch.takes.map(({ kind, stamp, document }) => ({
    kind,
    stamp,
    ...documentParts(nodeOf(document)),
  }));
}

describe('exporting', () => {
  it.each(exportFormats.filter((format) => !['atom', 'csv', 'webanno', 'pdf'].includes(format)))(
    'as %s gives a file that comes in elsewhere the same, and changes nothing here',
    async (format) => {
      await given('Valdane');
      expect(must(await all(format))).toMatchObject({ written: 1, files: 1, refusedCount: 0 });
      const elsewhere = servicesOver(archiveInProcess(newArchiveFile()));
      const report = await elsewhere.imports.run(await sourcesOfPaths([folder]));
      expect(report).toMatchObject({ added: 1, refused: 0 });
      expect(await takesIn(elsewhere)).toEqual(await takesIn(services));
      const again = await services.imports.run(await sourcesOfPaths([folder]));
      expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    },
  );

  it('a later export of a dispatch adds its new takes where the first went', async () => {
    const [id = ''] = await given('Valdane');
    await all('nitf');
    const elsewhere = servicesOver(archiveInProcess(newArchiveFile()));
    await elsewhere.imports.run(await sourcesOfPaths([folder]));
    await appendUpdate(services, id, 'Le pont ferme de nouveau.');
    await all('nitf');
    expect(await elsewhere.imports.run(await sourcesOfPaths([folder]))).toMatchObject({
      added: 0,
      updated: 1,
    });
    const takes = await takesIn(elsewhere);
    expect(takes.map(({ kind }) => kind)).toEqual(['report', 'update', 'update']);
    expect(takes).toEqual(await takesIn(services));
  });

  it('puts the notes beside each file, and they come in again where there are none', async () => {
    const [id = ''] = await given('Valdane', 'Orbe');
    const { takes } = must(await services.dispatches.get({ id }));
    const target = { on: 'take', id: takes[1]?.id ?? '' } as const;
    const plain = canonicalText(nodeOf(takes[1]?.document ?? { type: 'doc' }));
    const start = plain.indexOf('a rouvert');
    const anchor = makeAnchor(plain, start, start + 'a rouvert'.length);
    must(
      await services.annotations.create({
        dispatchId: id,
        target,
        anchor,
        kind: 'query',
        body: 'Quand ?',
        author: 'mbr',
      }),
    );
    expect(must(await all('nitf'))).toMatchObject({ written: 2, files: 3 });
    const names = readdirSync(folder).toSorted();
    const sidecar = names.find((name) => name.endsWith('.annotations.jsonld')) ?? '';
    expect(names).toContain(sidecar.replace('.annotations.jsonld', '.xml'));

    const elsewhere = servicesOver(archiveInProcess(newArchiveFile()));
    const file = path.join(folder, sidecar.replace('.annotations.jsonld', '.xml'));
    const report = await elsewhere.imports.run(await sourcesOfPaths([file]));
    const outcome = report.items[0]?.outcome;
    const there = outcome?.is === 'added' ? outcome.dispatchId : '';
    const page = readFileSync(path.join(folder, sidecar), 'utf8');
    expect(must(await elsewhere.annotations.importNotes(there, page))).toEqual({
      added: 1,
      unchanged: 0,
      withoutWords: 0,
    });
    const read = must(await elsewhere.dispatches.get({ id: there }));
    expect(read.notes).toMatchObject([{ target: { on: 'take', id: read.takes[1]?.id }, anchor }]);
  });

  it('gives names that every system takes, the same each time', async () => {
    await given('Valdane', 'Orbaz');
    await all('html');
    const names = readdirSync(folder);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[A-Z0-9-]+-[0-9a-f]{8}\.html$/);
    await all('html');
    expect(readdirSync(folder)).toEqual(names);
  });

  it('writes one file of many, and only what a query finds', async () => {
    await given('Valdane', 'Orbaz', 'Meyrac');
    const report = must(
      await services.exports.run({
        scope: { of: 'query', text: 'Orbaz' },
        format: 'csv',
        path: folder,
      }),
    );
    expect(report).toMatchObject({ written: 1, files: 1 });
    const csv = readFileSync(path.join(folder, 'dispatches.csv'), 'utf8');
    expect(csv).toContain('Orbaz');
    expect(csv).not.toContain('Valdane');
    expect(must(await all('atom'))).toMatchObject({ written: 3, files: 1 });
  });

  it('refuses what is under embargo, and writes the rest', async () => {
    const [held = ''] = await given('Valdane', 'Orbaz');
    const until = { instant: now.value + 60_000, zone: 'Europe/Paris' };
    must(await services.publishing.setEmbargo({ id: held, until, reason: '', author: 'atl' }));
    for (const format of ['nitf', 'csv'] as const) {
      const report = must(await all(format));
      expect(report).toMatchObject({ written: 1, refusedCount: 1 });
      expect(report.refused[0]).toMatchObject({ dispatchId: held, error: { code: 'embargoed' } });
    }
    const written = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), 'utf8'),
    );
    expect(written.join('')).not.toContain('Valdane');
    now.value += 120_000;
    expect(must(await all('nitf'))).toMatchObject({ written: 2, refusedCount: 0 });
  });

  it('keeps what went out, where to and as what', async () => {
    const [id = ''] = await given('Valdane');
    await all('ninjs');
    const { takes } = must(await services.dispatches.get({ id }));
    const trace = must(await services.search.trace({ takeId: takes[0]!.id, formulas: false }));
    expect(trace.exports).toMatchObject([{ way: 'file', format: 'ninjs' }]);
  });

  it('stops when told to, with whole files only', async () => {
    await given('Valdane', 'Orbaz', 'Meyrac');
    const control = new AbortController();
    const report = must(
      await services.exports.run(
        { scope: { of: 'all' }, format: 'nitf', path: folder },
        { signal: control.signal, progress: ({ done }) => done === 1 && control.abort() },
      ),
    );
    expect(report).toMatchObject({ written: 2, cancelled: true });
    expect(readdirSync(folder).every((name) => name.endsWith('.nitf.xml'))).toBe(true);
  });

  it('says why a folder cannot be written, and leaves no half file', async () => {
    await given('Valdane');
    const blocked = path.join(temporaryFolder(), 'file');
    await services.exports.run({ scope: { of: 'all' }, format: 'csv', path: blocked, file: true });
    expect(existsSync(blocked)).toBe(true);
    const report = await services.exports.run({
      scope: { of: 'all' },
      format: 'nitf',
      path: blocked,
    });
    expect(report).toMatchObject({
      ok: false,
      error: { code: 'archive-read-only', reason: 'file' },
    });
  });
});
