import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Archive } from '../../../src-main/archive/client';
import { pictureOf } from '../../../src-main/domain/document/picture';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { jpegWith } from '../../support/pictures';
import { nodeOf } from '../../support/texts';

const text = `Publié

Un pont fermé à Valdane

Le pont, mardi. [ATLANTE - Zoé Lefèvre]

Le pont est fermé depuis mardi.

atl/mbr

Mis à jour

Valdane : le pont rouvrira vendredi

Le pont, en mars. [ATLANTE - Zoé Lefèvre/Archives]

Il rouvrira vendredi.

atl/mbr
`;
const pictureOfBridge = jpegWith({ iim: { 120: 'Une autre légende' }, xmp: altText('Un pont') });
const another = jpegWith({ iim: { 120: 'Le pont' } });

function altText(words: string): string {
  return `<Iptc4xmpCore:AltTextAccessibility>${words}</Iptc4xmpCore:AltTextAccessibility>`;
}

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
  folder = path.join(temporaryFolder(), 'wire');
  mkdirSync(folder);
});

type Files = Readonly<Record<string, string | Uint8Array>>;

async function given(files: Files) {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), content);
  }
  return services.imports.run(await sourcesOfPaths([folder]));
}

/** The photos of the only dispatch with words in it: caption, credit, description, and the kept bytes. */
async function photos(dispatchId: string) {
  const { takes } = must(await services.dispatches.get({ id: dispatchId }));
  const found = takes
    .flatMap(({ document }) => nodeOf(document).children)
    .filter(({ type }) => type.name === 'photo');
  return Promise.all(
    found.map(async (photo) => {
      const sha256 = pictureOf(photo)?.sha256;
      const kept =
        sha256 === undefined
          ? null
          : must(await archive.read('readPicture', { sha256, what: 'preview' })).bytes;
      return {
        caption: photo.child(0).textContent,
        alt: String(photo.attrs['alt']),
        bytes: kept === null ? null : Buffer.from(kept),
      };
    }),
  );
}

describe('pictures given with a text of their name', () => {
  it('are its photos, in their order; the words of the text stay', async () => {
    const report = await given({
      'pont.txt': text,
      'pont.JPG': pictureOfBridge,
      'pont-2.jpg': another,
      'lac.jpg': jpegWith({ iim: { 120: 'Le lac' } }),
    });
    expect(report.items.map(({ name, outcome }) => [name, outcome.is])).toEqual([
      ['wire/lac.jpg', 'added'],
      ['wire/pont.txt', 'added'],
    ]);
    const outcome = report.items[1]?.outcome;
    if (outcome?.is !== 'added') throw new Error('It was not added.');
    expect(await photos(outcome.dispatchId)).toEqual([
      { caption: 'Le pont, mardi.', alt: 'Un pont', bytes: Buffer.from(pictureOfBridge) },
      { caption: 'Le pont, en mars.', alt: '', bytes: Buffer.from(another) },
    ]);
    expect(must(await services.care.verify()).problems).toEqual([]);
    expect(await given({})).toMatchObject({ added: 0, unchanged: 2, refused: 0 });
  });

  it('are found in a ZIP too; what has no place there, or is none, comes in or is refused alone', async () => {
    const zip = new ZipFile();
    const files: Files = {
      'pont.txt': text,
      'pont-1.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
      'pont-2.jpg': pictureOfBridge,
      'pont-3.jpg': another,
      'pont-4.jpg': jpegWith({ iim: { 120: 'Un quatrième' } }),
      'sec.txt': 'Publié\n\nSans photo\n\nRien à voir.\n\natl/mbr\n',
      'sec.jpg': jpegWith({ iim: { 120: 'À sec' } }),
    };
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    const place = path.join(folder, 'wire.zip');
    await pipeline(zip.outputStream, createWriteStream(place));
    const report = await services.imports.run(await sourcesOfPaths([place]));
    const outcomes = report.items.map(({ name, outcome }) => [path.basename(name), outcome.is]);
    expect(outcomes).toEqual([
      ['pont.txt', 'added'],
      ['pont-1.jpg', 'refused'],
      ['pont-4.jpg', 'added'],
      ['sec.txt', 'added'],
      ['sec.jpg', 'added'],
    ]);
    const outcome = report.items[0]?.outcome;
    if (outcome?.is !== 'added') throw new Error('It was not added.');
    expect((await photos(outcome.dispatchId)).map(({ bytes }) => bytes)).toEqual(
      [pictureOfBridge, another].map((bytes) => Buffer.from(bytes)),
    );
  });

  it('are dispatches of their own beside a file that is refused', async () => {
    const report = await given({ 'pont.txt': ' \n', 'pont.jpg': another });
    expect(report.items.map(({ name, outcome }) => [name, outcome.is])).toEqual([
      ['wire/pont.txt', 'refused'],
      ['wire/pont.jpg', 'added'],
    ]);
  });
});

describe('the sample dispatches', () => {
  it('come with their photos, described for those who do not see them', async () => {
    const samples = path.resolve(import.meta.dirname, '../../../resources/samples');
    const report = await services.imports.run(await sourcesOfPaths([samples]));
    expect(report).toMatchObject({ added: 7, refused: 0 });
    for (const { outcome } of report.items) {
      if (outcome.is !== 'added') throw new Error('It was not added.');
      // oxlint-disable-next-line no-await-in-loop -- seven
      const shown = await photos(outcome.dispatchId);
      expect(shown).toHaveLength(1);
      expect(shown[0]?.bytes?.byteLength).toBeLessThan(150_000);
      expect(shown[0]?.alt).not.toBe('');
    }
  });
});
