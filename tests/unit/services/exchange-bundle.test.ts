import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
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
import { appendUpdate as publishUpdate } from '../../support/publishing';
import { nodeOf } from '../../support/texts';

const text =
  'Publié le 2 mai 2017, 21:14\n\nUn pont fermé\n\nLe pont  est « fermé ».\n\natl/mbr\n\nPublié\n\nLe pont rouvre\n\nIl a rouvert.\n';
let ids = 0;
let clock = Date.UTC(2026, 0, 1);

function servicesOver(archive: Archive): Services {
  return createServices({
    archive,
    readText: readInThisThread,
    now: () => (clock += 1_000),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
}

let here: Archive;
let services: Services;
let folder: string;
let dispatchId: string;

beforeEach(async () => {
  ids = 0;
  here = archiveInProcess();
  services = servicesOver(here);
  folder = temporaryFolder();
  const report = await services.imports.run([sourceOfText('a.txt', text)]);
  const [outcome] = report.items.map((item) => item.outcome);
  dispatchId = outcome?.is === 'added' ? outcome.dispatchId : '';
});

async function everything(archive: Archive) {
  const rows = must(await archive.read('readBundleRows', { id: dispatchId }));
  // Numbers of rows are each archive's own.
  const without = (table: 'import' | 'note_event') => rows[table].map(({ id: _, ...row }) => row);
  return { ...rows, import: without('import'), note_event: without('note_event') };
}

async function exported(name = 'out'): Promise<string> {
  const place = path.join(folder, name);
  const scope = { of: 'dispatches' as const, ids: [dispatchId] };
  must(await services.exports.run({ scope, format: 'bundle', path: place }));
  return path.join(place, readdirSync(place)[0] ?? '');
}

async function noteOn(words: string): Promise<void> {
  const { takes } = must(await services.dispatches.get({ id: dispatchId }));
  const take = takes[0]!;
  const plain = canonicalText(nodeOf(take.document));
  const start = plain.indexOf(words);
  const anchor = makeAnchor(plain, start, start + words.length);
  const note = must(
    await services.annotations.create({
      dispatchId,
      target: { on: 'take', id: take.id },
      part: 'words',
      anchor,
      kind: 'query',
      body: 'Depuis quand ?',
      author: 'mbr',
      addressee: '',
      links: [],
    }),
  );
  must(await services.annotations.reply({ noteId: note.id, body: 'Mardi.', author: 'atl' }));
}

const appendUpdate = (words: string) => publishUpdate(services, dispatchId, words);

describe('a bundle', () => {
  it('comes in elsewhere without loss: takes, record, hashes, notes, originals', async () => {
    const { takes } = must(await services.dispatches.get({ id: dispatchId }));
    const stamp = {
      precision: 'minute',
      instant: Date.UTC(2017, 4, 3, 8),
      zone: 'Europe/Paris',
    } as const;
    const reason = 'Le relevé de la dépêche';
    must(
      await services.publishing.setStamp({ takeId: takes[1]!.id, stamp, reason, author: 'atl' }),
    );
    await appendUpdate('Il ferme de nouveau.');
    await noteOn('pont');
    const file = await exported();
    expect(readFileSync(file).includes(`dispatches/${dispatchId}/annotations.jsonld`)).toBe(true);
    const archive = archiveInProcess(newArchiveFile());
    const elsewhere = servicesOver(archive);
    const report = await elsewhere.imports.run(await sourcesOfPaths([file]));
    expect(report.items[0]?.outcome).toMatchObject({
      is: 'added',
      takes: 3,
      headline: 'Un pont fermé',
    });
    expect(await everything(archive)).toEqual(await everything(here));
    const verified = must(await elsewhere.care.verify());
    expect(verified).toMatchObject({ dispatches: 1, problems: [] });
    const there = must(await elsewhere.dispatches.get({ id: dispatchId }));
    expect(there).toEqual(must(await services.dispatches.get({ id: dispatchId })));
    const { sha256 } = there.originals[0]!;
    const original = must(await elsewhere.dispatches.original(sha256));
    expect(Buffer.from(original.bytes).toString()).toBe(text);
    expect(await elsewhere.imports.run(await sourcesOfPaths([file]))).toMatchObject({
      unchanged: 1,
    });
  });

  it('brings what is new to where it has been, and nothing when it is older', async () => {
    const old = await exported('old');
    const archive = archiveInProcess(newArchiveFile());
    const elsewhere = servicesOver(archive);
    await elsewhere.imports.run(await sourcesOfPaths([old]));
    await appendUpdate('Il ferme de nouveau.');
    const file = await exported('new');
    expect(
      (await elsewhere.imports.run(await sourcesOfPaths([file]))).items[0]?.outcome,
    ).toMatchObject({ is: 'updated', takes: 1 });
    expect(await everything(archive)).toEqual(await everything(here));
    expect(await services.imports.run(await sourcesOfPaths([old]))).toMatchObject({ unchanged: 1 });
    expect(must(await elsewhere.care.verify()).problems).toEqual([]);
  });

  it('with another history, with words changed, or damaged, is refused and changes nothing', async () => {
    const file = await exported();
    const bytes = readFileSync(file);
    const damaged = path.join(folder, 'damaged.zip');
    const broken = Buffer.from(bytes);
    // In what is read, whatever else the file holds beside it.
    const at = bytes.indexOf('dispatch.json') + 'dispatch.json'.length;
    broken.fill(7, at, at + 400);
    writeFileSync(damaged, broken);
    const archive = archiveInProcess(newArchiveFile());
    const elsewhere = servicesOver(archive);
    const report = await elsewhere.imports.run(await sourcesOfPaths([damaged]));
    expect(report.refused).toBeGreaterThan(0);
    expect(must(await archive.read('readFacts', {})).dispatches).toBe(0);

    const rows = must(await here.read('readBundleRows', { id: dispatchId }));
    const [take, ...others] = rows.take;
    const changed = String(take?.['document']).replace('fermé', 'ouvert');
    const forged = { ...rows, take: [{ ...take, document: changed }, ...others] };
    const originals = [{ bytes: Buffer.from(text), encoding: 'utf-8' }];
    const written = must(
      await archive.write('restoreDispatch', { rows: forged, originals, pictures: [] }),
    );
    expect(written).toMatchObject({ is: 'refused', error: { reason: 'bundle-record' } });
    expect(must(await archive.read('readFacts', {})).dispatches).toBe(0);
  });

  it('holds a text, a page and a proof for those without the workstation', async () => {
    const content = readFileSync(await exported()).toString('latin1');
    for (const name of [
      'writethru-bundle.json',
      'dispatch.json',
      'proof.json',
      'text.txt',
      'page.html',
    ]) {
      expect(content).toContain(name);
    }
  });
});
