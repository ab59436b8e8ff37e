import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { pictureFile, picturesOf, type Picture } from '../../../src-main/domain/document/picture';
import { toJson } from '../../../src-main/domain/document/node';
import { takeSchema } from '../../../src-main/domain/document/schema';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import {
  archiveInProcess,
  must,
  newArchiveFile,
  temporaryFolder,
  testId,
} from '../../support/archives';
import { jpegWith, pngOf } from '../../support/pictures';
import { nodeOf } from '../../support/texts';

const day = 86_400_000;
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

beforeEach(() => {
  ids = 0;
  clock = Date.UTC(2026, 0, 1);
  here = archiveInProcess();
  services = servicesOver(here);
});

const metadata = {
  iim: {
    120: 'À l’Élysée, « le Président » reçoit',
    80: 'Zoé Lefèvre',
    110: 'ATLANTE',
    55: '20170502',
  },
};
const add = async (bytes: Uint8Array<ArrayBuffer>) =>
  must(await services.photos.add({ bytes, preview: null }));

function documentWith(picture: Picture | null, credit = 'ATLANTE') {
  const { nodes } = takeSchema;
  const text = (words: string) => (words === '' ? null : takeSchema.text(words));
  return nodes.doc.create(null, [
    nodes.headline.create(null, takeSchema.text('Un pont fermé')),
    nodes.paragraph.create(null, takeSchema.text('Le pont est fermé.')),
    nodes.photo.create({ picture, alt: 'Le pont vu du sud' }, [
      nodes.caption.create(null, text('Le pont, mardi')),
      nodes.credit.create(null, text(credit)),
    ]),
    nodes.signoff.create(),
  ]);
}

async function draftWith(picture: Picture | null, credit?: string) {
  const { dispatchId, draftId } = must(
    await services.dispatches.create({ language: 'fr', author: 'mbr' }),
  );
  const document = toJson(documentWith(picture, credit));
  must(await services.drafts.checkpoint({ draftId, version: 0, document, notes: [] }));
  return { dispatchId, draftId };
}

const publish = async ({ draftId }: { readonly draftId: string }) =>
  services.publishing.publish({
    draftId,
    version: 0,
    key: testId((ids += 1)),
    author: 'mbr',
    stamp: { by: 'clock' },
  });

describe('a picture that is taken in', () => {
  it.each([
    ['IIM in UTF-8', metadata],
    [
      'IIM in Latin-1',
      {
        iim: { ...metadata.iim, 120: 'À l’Élysée'.replace('’', "'") },
        encoding: 'latin1' as const,
      },
    ],
  ])('brings its words by %s, accents right', async (_, embedded) => {
    const { picture, words } = await add(jpegWith(embedded));
    expect(words.caption).toContain('Élysée');
    expect(words.caption.startsWith('À l')).toBe(true);
    expect(words.credit).toBe('Zoé Lefèvre / ATLANTE');
    expect(picture).toMatchObject({
      type: 'image/jpeg',
      width: 48,
      height: 32,
      taken: '2017-05-02',
    });
  });

  it('brings its words by XMP first, its description too, and is as wide as it is looked at', async () => {
    const xmp =
      '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Forêt brûlée près d’Évora</rdf:li></rdf:Alt></dc:description>' +
      '<photoshop:Credit>AFP</photoshop:Credit><dc:creator><rdf:Seq><rdf:li>Inês Sá</rdf:li></rdf:Seq></dc:creator>' +
      '<Iptc4xmpCore:AltTextAccessibility>Des troncs noirs</Iptc4xmpCore:AltTextAccessibility>';
    const { picture, words } = await add(jpegWith({ ...metadata, xmp, orientation: 6 }));
    expect(words).toEqual({
      caption: 'Forêt brûlée près d’Évora',
      credit: 'Inês Sá / AFP',
      alt: 'Des troncs noirs',
    });
    expect(picture).toMatchObject({ width: 32, height: 48 });
  });

  it('is kept to the byte, once, and what is none is refused and leaves nothing', async () => {
    const bytes = jpegWith(metadata);
    const [one, again] = [await add(bytes), await add(bytes)];
    expect(again.picture.sha256).toBe(one.picture.sha256);
    const kept = must(await here.read('readPicture', { sha256: one.picture.sha256, what: 'file' }));
    expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true);
    const bomb = await services.photos.add({ bytes: pngOf(40_000, 40_000), preview: null });
    expect(bomb).toMatchObject({ error: { code: 'validation', reason: 'photo-too-many-pixels' } });
  });

  it('is published with its hash in the record, once it has a credit', async () => {
    const { picture } = await add(jpegWith());
    expect(await publish(await draftWith(picture, ''))).toMatchObject({
      error: { facts: { check: 'picture-without-credit' } },
    });
    const draft = await draftWith(picture);
    must(await publish(draft));
    const { takes } = must(await services.dispatches.get({ id: draft.dispatchId }));
    expect(picturesOf(nodeOf(takes[0]!.document))).toEqual([picture]);
    expect(must(await services.care.verify()).problems).toEqual([]);
  });

  it('changes nothing in the JSON of photos that are only words', () => {
    const photo = toJson(documentWith(null)).content?.find(({ type }) => type === 'photo');
    expect(photo?.attrs).toEqual({ alt: 'Le pont vu du sud' });
  });
});

describe('pictures that nothing refers to', () => {
  const dropAfter = (days: number) => here.write('dropUnusedPictures', { now: clock + days * day });

  it('are dropped after two months at the earliest; those of takes, drafts and put away ones never', async () => {
    const [published, drafted, discarded, unused] = await Promise.all(
      [1, 2, 3, 4].map((number) => add(jpegWith({ iim: { 120: `Photo ${number}` } }))),
    );
    must(await publish(await draftWith(published!.picture)));
    await draftWith(drafted!.picture);
    const { draftId } = await draftWith(discarded!.picture);
    must(await services.drafts.discard({ draftId }));
    expect(must(await dropAfter(29))).toBe(0);
    expect(must(await dropAfter(31))).toBe(0);
    expect(must(await dropAfter(60))).toBe(0);
    expect(must(await dropAfter(62))).toBe(1);
    const isThere = async ({ picture: { sha256 } }: { picture: Picture }) =>
      (await here.read('readPicture', { sha256, what: 'preview' })).ok;
    expect(await isThere(unused!)).toBe(false);
    for (const kept of [published, drafted, discarded]) expect(await isThere(kept!)).toBe(true);
  });

  it('are kept when they are used again before that', async () => {
    const bytes = jpegWith();
    const { picture } = await add(bytes);
    must(await dropAfter(31));
    clock += 50 * day;
    await draftWith(picture);
    expect(must(await dropAfter(40))).toBe(0);
    expect(must(await dropAfter(400))).toBe(0);
  });
});

describe('pictures on their way out and back', () => {
  async function exported(format: 'bundle' | 'html' | 'docx' | 'nitf' | 'newsml-g2' | 'markdown') {
    const bytes = jpegWith(metadata);
    const { picture } = await add(bytes);
    const draft = await draftWith(picture);
    must(await publish(draft));
    const folder = path.join(temporaryFolder(), 'out');
    mkdirSync(folder);
    const scope = { of: 'dispatches' as const, ids: [draft.dispatchId] };
    must(await services.exports.run({ scope, format, path: folder }));
    const name = readdirSync(folder).find((one) => one !== 'photos') ?? '';
    return { picture, bytes, folder, file: path.join(folder, name) };
  }

  it.each(['bundle', 'docx'] as const)('come back from a %s to the byte', async (format) => {
    const { picture, bytes, file } = await exported(format);
    const archive = archiveInProcess(newArchiveFile());
    const elsewhere = servicesOver(archive);
    const report = await elsewhere.imports.run(await sourcesOfPaths([file]));
    const [outcome] = report.items.map((item) => item.outcome);
    expect(outcome?.is).toBe('added');
    const dispatchId = outcome?.is === 'added' ? outcome.dispatchId : '';
    const { takes } = must(await elsewhere.dispatches.get({ id: dispatchId }));
    const photo = nodeOf(takes[0]!.document).children.find(({ type }) => type.name === 'photo');
    expect(photo?.attrs).toEqual({ alt: 'Le pont vu du sud', picture });
    expect(photo?.textContent).toBe('Le pont, mardiATLANTE');
    const kept = must(await archive.read('readPicture', { sha256: picture.sha256, what: 'file' }));
    expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true);
    expect(must(await elsewhere.care.verify()).problems).toEqual([]);
  });

  it.each(['html', 'nitf', 'newsml-g2', 'markdown'] as const)(
    'lie beside %s as they came, where it names them',
    async (format) => {
      const { picture, bytes, folder, file } = await exported(format);
      expect(readFileSync(file, 'utf8')).toContain(pictureFile(picture));
      expect(readFileSync(path.join(folder, pictureFile(picture))).equals(bytes)).toBe(true);
    },
  );

  it('that come with a photo of its own are its dispatch', async () => {
    const file = path.join(temporaryFolder(), 'pont.jpg');
    const { writeFileSync } = await import('node:fs');
    const bytes = jpegWith(metadata);
    writeFileSync(file, bytes);
    const report = await services.imports.run(await sourcesOfPaths([file]));
    const [outcome] = report.items.map((item) => item.outcome);
    expect(outcome).toMatchObject({ is: 'added', repairs: [] });
    const dispatchId = outcome?.is === 'added' ? outcome.dispatchId : '';
    const { takes } = must(await services.dispatches.get({ id: dispatchId }));
    const [picture] = picturesOf(nodeOf(takes[0]!.document));
    const kept = must(
      await here.read('readPicture', { sha256: picture?.sha256 ?? '', what: 'preview' }),
    );
    expect(Buffer.from(kept.bytes).equals(bytes)).toBe(true);
  });
});
