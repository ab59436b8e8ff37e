import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ZipFile } from 'yazl';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import type { ImportItem } from '../../../src-main/contract/models';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { sharedPath, withoutShared } from '../../support/shared';

let archive: Archive;
let services: Services;
let folder: string;

beforeEach(() => {
  archive = archiveInProcess();
  let ids = 0;
  services = createServices({
    archive,
    readText: readInThisThread,
    now: () => Date.UTC(2026, 0, 1),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
  folder = temporaryFolder();
});

/** One version of a story as a NewsML-G2 file. */
function version(number: number, text: string, more = '', status = 'usable'): string {
  return `<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:orbaz:1" version="${number}"
  standard="NewsML-G2" standardversion="2.35" xml:lang="fr">
 <itemMeta><itemClass qcode="ninat:text"/><provider literal="orbaz"/>
  <versionCreated>2017-05-02T2${number}:00:00+02:00</versionCreated>
  <pubStatus qcode="stat:${status}"/>${more}</itemMeta>
 <contentMeta><urgency>3</urgency><slugline>VALDANE-PONT</slugline>
  <subject qcode="medtop:20000139"><name>accident</name></subject>
  <headline>Un pont fermé à Valdane</headline></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml">
  <html xmlns="http://www.w3.org/1999/xhtml"><body><p>${text}</p></body></html>
 </inlineXML></contentSet>
</newsItem>`;
}

function file(name: string, content: string | Uint8Array): void {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

async function importAll(...names: readonly string[]) {
  const paths = names.length === 0 ? [folder] : names.map((name) => path.join(folder, name));
  return services.imports.run(await sourcesOfPaths(paths));
}

const outcomes = (items: readonly ImportItem[]) => items.map(({ outcome }) => outcome.is);

async function onlyDispatch() {
  const page = must(await services.dispatches.list({ view: 'all', after: null, limit: 10 }));
  expect(page.rows).toHaveLength(1);
  return must(await services.dispatches.get({ id: page.rows[0]!.id }));
}

describe('versions of one item', () => {
  it('become takes of one dispatch, by their numbers, whatever their files are called', async () => {
    file('a-10.xml', version(3, 'Le pont a rouvert.'));
    file(
      'b-2.xml',
      version(
        2,
        'Le pont reste fermé.',
        '<edNote>1er paragraphe</edNote><signal qcode="sig:correction"/>',
      ),
    );
    file('c-1.xml', version(1, 'Le pont est fermé.'));
    const report = await importAll();
    expect(report).toMatchObject({ added: 1, updated: 2, refused: 0 });
    expect(outcomes(report.items)).toEqual(['updated', 'updated', 'added']);
    const dispatch = await onlyDispatch();
    expect(dispatch).toMatchObject({ slug: 'VALDANE-PONT', urgency: 3, language: 'fr' });
    expect(dispatch.takes.map(({ kind, carries }) => [kind, carries])).toEqual([
      ['report', { of: 'nothing' }],
      [
        'correction',
        { of: 'correction', corrects: dispatch.takes[0]?.id, wrong: '', right: '1er paragraphe' },
      ],
      ['writethru', { of: 'nothing' }],
    ]);
    expect(dispatch.originals).toHaveLength(3);
  });

  it('change nothing when the folder is imported again, and add one take when one is new', async () => {
    file('1.xml', version(1, 'Le pont est fermé.'));
    file('2.xml', version(2, 'Le pont reste fermé.'));
    await importAll();
    expect(await importAll()).toMatchObject({ added: 0, updated: 0, unchanged: 2, refused: 0 });
    file('3.xml', version(3, 'Retirée.', '', 'canceled'));
    expect(await importAll()).toMatchObject({ added: 0, updated: 1, unchanged: 2 });
    const dispatch = await onlyDispatch();
    expect(dispatch.takes.map(({ kind }) => kind)).toEqual(['report', 'writethru', 'kill']);
    expect(must(await services.care.verify()).problems).toEqual([]);
  });

  it('that come late are kept beside the newer one, and are no takes', async () => {
    file('2.xml', version(2, 'Le pont reste fermé.'));
    await importAll();
    file('1.xml', version(1, 'Le pont est fermé.'));
    const report = await importAll('1.xml');
    expect(outcomes(report.items)).toEqual(['older']);
    const dispatch = await onlyDispatch();
    expect(dispatch.takes).toHaveLength(1);
    expect(dispatch.originals.map(({ repairs }) => repairs.map(({ code }) => code))).toContainEqual(
      ['older-version'],
    );
    // Once kept, it is known.
    expect(outcomes((await importAll('1.xml')).items)).toEqual(['unchanged']);
  });
});

describe('an import', () => {
  it('holds the embargo its source sets', async () => {
    const embargo = '<embargoed>2027-01-01T06:00:00+01:00</embargoed>';
    file('1.xml', version(1, 'Le pont est fermé.', embargo));
    await importAll();
    const dispatch = await onlyDispatch();
    expect(dispatch.embargo).toEqual({ instant: Date.UTC(2027, 0, 1, 5), zone: 'Europe/Paris' });
    expect(must(await services.care.verify()).problems).toEqual([]);
    expect(await services.release.release({ id: dispatch.id })).toMatchObject({
      ok: false,
      error: { code: 'embargoed' },
    });
  });

  it('makes a dispatch of each entry of a feed, once', async () => {
    const entries = ['Un', 'Deux', 'Trois'].map(
      (name) => `<item><title>${name} pont</title><guid>urn:x:${name}</guid>
        <pubDate>Tue, 02 May 2017 21:14:00 +0200</pubDate>
        <description>&lt;p&gt;Le pont ${name} est fermé.&lt;/p&gt;</description></item>`,
    );
    file(
      'feed.xml',
      `<rss version="2.0"><channel><title>Orbaz</title>${entries.join('')}</channel></rss>`,
    );
    const report = await importAll();
    expect(report.items.map(({ name }) => name)).toEqual(
      [1, 2, 3].map((number) => `${path.basename(folder)}/feed.xml (${number}/3)`),
    );
    expect(report).toMatchObject({ added: 3 });
    expect(await importAll()).toMatchObject({ added: 0, unchanged: 3 });
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]><nitf><body><body.content><p>&b;</p></body.content></body></nitf>',
    ],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>Mot &b;.</p></body.content></body></nitf>',
    ],
  ])('does not resolve %s', async (_name, xml) => {
    file('bad.xml', xml);
    const report = await importAll();
    const { takes } = await onlyDispatch();
    expect(JSON.stringify(takes)).not.toContain('root:');
    const outcome = report.items[0]?.outcome;
    const repairs = outcome?.is === 'added' ? outcome.repairs : [];
    expect(repairs.map(({ code }) => code)).toContain('doctype-dropped');
  });

  it.each([
    ['XML', `<nitf>${'<block>'.repeat(5_000)}<p>a</p>`],
    ['HTML', `<html><body>${'<div>'.repeat(200_000)}<p>a</p>`],
  ])('refuses %s nested without end, at once', async (_name, text) => {
    file('deep.txt', text);
    const began = performance.now();
    expect((await importAll()).items[0]?.outcome).toMatchObject({
      is: 'refused',
      reason: 'too-deep',
    });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('refuses a file that changed since it was looked at, and reads it the next time', async () => {
    file('1.xml', version(1, 'Le pont est fermé.'));
    const sources = await sourcesOfPaths([folder]);
    file('1.xml', version(1, 'Le pont est fermé, dit-on.'));
    expect((await services.imports.run(sources)).items[0]?.outcome).toEqual({
      is: 'refused',
      reason: 'unreadable',
      detail: 'changed',
    });
    expect(await importAll()).toMatchObject({ added: 1, refused: 0 });
  });

  it('reads nothing of a file that is larger than any text', async () => {
    const name = path.join(folder, 'huge.txt');
    writeFileSync(name, '');
    truncateSync(name, 1024 ** 3);
    const began = performance.now();
    expect((await importAll()).items[0]?.outcome).toMatchObject({
      is: 'refused',
      reason: 'too-large',
    });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('tells the line at which XML breaks off', async () => {
    file('half.xml', '<?xml version="1.0"?>\n<nitf>\n<body><p>Le pont</body>');
    expect((await importAll()).items[0]?.outcome).toMatchObject({
      is: 'refused',
      reason: 'not-well-formed',
      line: 3,
    });
  });

  it('executes and fetches nothing of a page', async () => {
    file(
      'page.html',
      `<html lang="fr"><body><article><h1>Un pont</h1><p onclick="evil()">Le pont est <a href="javascript:evil()">fermé</a>.</p>
       <script>evil()</script><img src="https://example.org/a.jpg" alt="Le pont"></article></body></html>`,
    );
    const report = await importAll();
    const json = JSON.stringify((await onlyDispatch()).takes);
    expect(json).not.toContain('evil');
    const outcome = report.items[0]?.outcome;
    expect(outcome?.is === 'added' && outcome.repairs.map(({ code }) => code)).toEqual([
      'active-content',
      'active-content',
      'remote-resource',
    ]);
  });
});

describe('the corpora', () => {
  const corpora = sharedPath('corpora', 'wikinews-fr-100');

  it.skipIf(corpora === null)(`of HTML come in, once (or ${withoutShared})`, async () => {
    const run = async () => services.imports.run(await sourcesOfPaths([corpora ?? '']));
    const report = await run();
    const html = report.items.filter(({ name }) => name.endsWith('.html'));
    expect(html).toHaveLength(100);
    for (const { name, outcome } of html) expect(`${name} ${outcome.is}`).toBe(`${name} added`);
    expect(await run()).toMatchObject({ added: 0, updated: 0 });
  });
});

describe('a ZIP', () => {
  const zipped = (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const pieces: Buffer[] = [];
    return new Promise((resolve) => {
      zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
      zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)));
    });
  };

  it('stands for the files in it, whatever they are', async () => {
    const files = {
      'wire/2.xml': version(2, 'Le pont a rouvert.'),
      'wire/1.xml': version(1, 'Le pont est fermé.'),
      '__MACOSX/wire/._1.xml': 'x',
      '.DS_Store': 'x',
      'a.bin': Buffer.from('%PDF-1.4'),
    };
    file('all.zip', await zipped(files));
    const report = await importAll();
    expect(report).toMatchObject({ added: 1, updated: 1, refused: 1 });
    expect(await importAll()).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  });

  it('that leads out of its folder, is a bomb or breaks off is refused whole', async () => {
    const good = await zipped({ 'aaaa.txt': 'Un pont\n\nLe pont est fermé.' });
    const escaping = Buffer.from(
      good.toString('latin1').replaceAll('aaaa.txt', '../a.txt'),
      'latin1',
    );
    file('1.zip', escaping);
    file('2.zip', await zipped({ 'bomb.txt': 'a'.repeat(20_000_000) }));
    file('3.zip', good.subarray(0, good.length - 30));
    const report = await importAll();
    expect(
      report.items.map(({ outcome }) => (outcome.is === 'refused' ? outcome.detail : outcome.is)),
    ).toEqual(['zip-unsafe', 'zip-too-large', 'zip-damaged']);
  });
});
