import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ZipFile } from 'yazl';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src-main/domain/exchange/read';
import { createServices } from '../../../src-main/services';
import { writeDocx } from '../../../src-main/services/exchange/docx/write';
import { readAny } from '../../../src-main/services/exchange/read-any';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText, sourcesOfPaths } from '../../../src-main/services/exchange/sources';
import { openZipBytes } from '../../../src-main/services/exchange/zip';
import { seeded } from '../../bench/support/random';
import {
  archiveInProcess,
  must,
  newArchiveFile,
  temporaryFolder,
  testId,
} from '../../support/archives';
import { sharedFile } from '../../support/shared';

/** `WRITETHRU_FUZZ=10000` for the long form, of which these are a tenth. */
const cases = Math.round(Number(process.env['WRITETHRU_FUZZ'] ?? 200) / 10);
const zone = 'Europe/Paris';
const uri = 'urn:uuid:01890000-0000-7000-8000-000000000001';
const text =
  'Publié le 2 mai 2017, 21:14\n\nUn pont fermé\n\nLe pont est fermé [AFP - X]\n\nLe pont est fermé.\n\natl/mbr\n';
const random = seeded(23);
const below = (bound: number): number => Math.floor(random.next() * bound);

function services() {
  let ids = 0;
  return createServices({
    archive: archiveInProcess(newArchiveFile()),
    readText: readInThisThread,
    now: () => Date.UTC(2026, 0, 1),
    newId: () => testId((ids += 1)),
    zone: () => zone,
    changed: () => undefined,
  });
}

function mutated(bytes: Buffer): Buffer {
  const from = below(bytes.length + 1);
  const to = Math.min(bytes.length, from + below(80));
  const changed = Buffer.from(bytes);
  switch (below(4)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 1:
      return bytes.subarray(0, Math.max(1, from));
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    default:
      for (let index = from; index < to; index += 1 + below(9)) changed[index] = below(256);
      return changed;
  }
}

/** A ZIP with one of its files mutated, so that what is wrong is met behind the packing. */
async function mutatedInside(bytes: Buffer): Promise<Buffer> {
  const { entries } = await openZipBytes(bytes);
  const unlucky = below(entries.length);
  const zip = new ZipFile();
  for (const [index, entry] of entries.entries()) {
    const whole = Buffer.from(await entry.read());
    zip.addBuffer(index === unlucky ? mutated(whole) : whole, entry.name);
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function wordDocument(): Promise<Buffer> {
  const read = readFile(Buffer.from(text), 'a.txt', { zone });
  if (!read.ok) throw new Error('The text was not read.');
  return Buffer.from(await writeDocx(read.value.items[0]!.item, uri, zone));
}

describe('readers of what is packed', () => {
  test('of mutated Word documents and photos end in a dispatch or a reason', async () => {
    const photo = sharedFile(
      'standards/iptc-photo/reference-image/IPTC-PhotometadataRef-Std2017.1.jpg',
    );
    const word = await wordDocument();
    let read = 0;
    for (let index = 0; index < cases; index += 1) {
      const bytes =
        photo !== null && index % 3 === 0
          ? mutated(photo)
          : index % 3 === 1
            ? mutated(word)
            : await mutatedInside(word);
      const began = performance.now();
      const outcome = await readAny(bytes, 'a', zone).catch((thrown: unknown) => {
        // The reading of one file (read-text.ts) makes a reason of it; anything else would be a hang.
        expect(thrown).toBeInstanceOf(Error);
        return null;
      });
      expect(performance.now() - began).toBeLessThan(2_000);
      if (outcome?.ok === true) read += 1;
    }
    expect(read).toBeGreaterThan(cases / 10);
  });

  test('of mutated bundles take all of a dispatch, or nothing, with a reason', async () => {
    const folder = temporaryFolder();
    const from = services();
    await from.imports.run([sourceOfText('a', text)]);
    must(await from.exports.run({ scope: { of: 'all' }, format: 'bundle', path: folder }));
    const [source] = await sourcesOfPaths([folder]);
    const whole = readFileSync(path.join(folder, source!.name.split('/').at(-1)!));
    const into = services();
    const place = path.join(folder, 'mutated.zip');
    let refused = 0;
    for (let index = 0; index < cases / 2; index += 1) {
      writeFileSync(place, index % 2 === 0 ? mutated(whole) : await mutatedInside(whole));
      const report = await into.imports.run(await sourcesOfPaths([place]));
      refused += report.refused;
    }
    expect(refused).toBeGreaterThan(cases / 10);
    expect(must(await into.care.verify()).problems).toEqual([]);
  });
});
