import { test } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { CommandInput } from '../../src-main/archive/client';
import { exportFormats } from '../../src-main/contract/exchange';
import { quietCommand } from '../../scripts/shared/electron-app.mjs';
import { pdfProgram } from '../../src-main/cli/pdf';
import { writeHtml } from '../../src-main/domain/exchange/html/write';
import type { ExchangeItem } from '../../src-main/domain/exchange/item';
import { readFile } from '../../src-main/domain/exchange/read';
import { extensions, textFormats, uriOf, writeText } from '../../src-main/domain/exchange/write';
import { readText } from '../../src-main/services/exchange/read-text';
import {
  createDesk,
  importAll,
  newFolder,
  removeFolder,
  taken,
  type OpenDesk,
} from './support/archive';
import { generateDispatches } from './support/generate';
import { median, ratio } from './support/measure';
import { tell, type Row } from './support/report';
import { size } from './support/run';

const count = size(10_000, 210);
const rounds = size(3, 1);
const batchSize = 32;
const zone = 'Europe/Zurich';
const exportedCount = size(1_000, 60);

type Inputs = CommandInput<'importDispatches'>['dispatches'];

/** Generated dispatches as files of the text formats in turn; their bytes by name. */
function mixedFiles(folder: string): ReadonlyMap<string, Uint8Array> {
  const place = path.join(folder, 'mixed');
  mkdirSync(place);
  const files = new Map<string, Uint8Array>();
  for (const [index, { text }] of generateDispatches(count).entries()) {
    const read = readFile(Buffer.from(text), 'a.txt', { zone });
    const item = read.ok ? read.value.items[0]?.item : undefined;
    if (item === undefined) throw new Error('A generated dispatch was not read.');
    const format = textFormats[index % textFormats.length] ?? 'wire';
    const bytes = Buffer.from(writeText(item, uriOf(item, uuidv7()), format, { madeAt: 0, zone }));
    const name = `${String(index).padStart(6, '0')}.${extensions[format]}`;
    writeFileSync(path.join(place, name), bytes);
    files.set(name, bytes);
  }
  return files;
}

/** What the archive is asked to put in, read beforehand. */
async function inputsOf(files: ReadonlyMap<string, Uint8Array>): Promise<Inputs> {
  const inputs: Inputs[number][] = [];
  for (const [name, bytes] of files) {
    const read = await readText(bytes, zone, name);
    const dispatch = read.is === 'read' ? read.dispatches[0] : undefined;
    if (dispatch === undefined) throw new Error(`${name} was not read.`);
    const { slug, language, agency, desk, place, takes, repairs } = dispatch;
    inputs.push({
      dispatch: {
        id: uuidv7(),
        slug,
        language,
        urgency: 5,
        desk,
        agency,
        place,
        createdAt: Date.now(),
      },
      takes: takes.map((take) => ({ ...take, id: uuidv7() })),
      original: { bytes, name, encoding: 'utf-8', repairs },
    });
  }
  return inputs;
}

/** Dispatches per second that the archive takes in when nothing has to be read. */
async function insertRate(folder: string, files: ReadonlyMap<string, Uint8Array>, round: number) {
  const inputs = await inputsOf(files);
  const { archive } = await createDesk(path.join(folder, `raw-${round}.writethru`));
  const began = performance.now();
  for (let at = 0; at < inputs.length; at += batchSize) {
    taken(
      await archive.write('importDispatches', { dispatches: inputs.slice(at, at + batchSize) }),
    );
  }
  const rate = (count * 1_000) / (performance.now() - began);
  await archive.close();
  return rate;
}

/** Imports the files; dispatches per second, and the most memory the process had, in MiB. */
async function importRate(folder: string, round: number) {
  const desk = await createDesk(path.join(folder, `desk-${round}.writethru`));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const began = performance.now();
  await importAll(desk, path.join(folder, 'mixed'));
  const rate = (count * 1_000) / (performance.now() - began);
  clearInterval(watch);
  return { desk, rate, peak: peak / 2 ** 20 };
}

test('exchange', async () => {
  const folder = newFolder();
  try {
    const files = mixedFiles(folder);
    const imported: number[] = [];
    const inserted: number[] = [];
    const peaks: number[] = [];
    const rows: Row[] = [];
    for (let round = 0; round < rounds; round += 1) {
      inserted.push(await insertRate(folder, files, round));
      const { desk, rate, peak } = await importRate(folder, round);
      imported.push(rate);
      peaks.push(peak);
      if (round === rounds - 1) rows.push(...(await exportRows(desk, folder)), await pdfRow());
      await desk.archive.close();
    }
    const perSecond = (rate: number): string => `${Math.round(rate)} per second`;
    tell('exchange', {
      title: 'Exchange',
      reference: 'see the rows',
      rows: [
        {
          what: 'imported, to the same put in without reading, median',
          ours: perSecond(median(imported)),
          reference: perSecond(median(inserted)),
          ratio: ratio(median(imported), median(inserted)),
        },
        {
          what: 'most memory while importing, worst round',
          ours: `${Math.round(Math.max(...peaks))} MiB`,
          reference: '–',
          ratio: '–',
        },
        ...rows,
      ],
      runs: `Rounds: ${rounds}, each of ${count} generated dispatches; ${exportedCount} exported in each format.`,
      how:
        `Dispatches as files of ${textFormats.join(', ')} in turn, imported by the services through the ` +
        'archive’s own threads. The reference puts the same dispatches in, read beforehand, with ' +
        'their originals, takes, hashes and search index, as many in a transaction. Exports are ' +
        'files in a folder, each flushed to the disk; their reference is the wire form. More is better.',
    });
  } finally {
    removeFolder(folder);
  }
});

async function exportRows(
  { archive, services }: OpenDesk,
  folder: string,
): Promise<readonly Row[]> {
  const ids = taken(await archive.read('listPublishedIds', { after: '', limit: exportedCount }));
  const scope = { of: 'dispatches' as const, ids: [...ids] };
  const rates = new Map<string, number>();
  for (const format of exportFormats) {
    if (format === 'webanno' || format === 'pdf') continue;
    const began = performance.now();
    const report = taken(
      await services.exports.run({ scope, format, path: path.join(folder, `out-${format}`) }),
    );
    if (report.written !== scope.ids.length) throw new Error(`${format}: ${report.refusedCount}`);
    rates.set(format, (report.written * 1_000) / (performance.now() - began));
  }
  const wire = rates.get('wire') ?? 1;
  return [...rates].map(([format, rate]) => ({
    what: `exported as ${format}`,
    ours: `${Math.round(rate)} per second`,
    reference: `${Math.round(wire)} per second`,
    ratio: ratio(rate, wire),
  }));
}

/** A dispatch of about so many pages, a page being some 3,000 characters. */
function longItem(pages: number): ExchangeItem {
  const words = 'Le pont de Valdane est fermé à la circulation, a annoncé la préfecture. '.repeat(
    7,
  );
  const text = Array.from({ length: Math.round(pages * 7.3) }, () => words).join('\n\n');
  const read = readFile(Buffer.from(`Publié\n\nUn pont fermé\n\n${text}\n`), 'a.txt', { zone });
  const item = read.ok ? read.value.items[0]?.item : undefined;
  if (item === undefined) throw new Error('A long dispatch was not read.');
  return item;
}

/** A PDF of a long dispatch, by the program that the command line begins. */
async function pdfRow(): Promise<Row> {
  const program = pdfProgram({ ...process.env, WRITETHRU_WINDOW: JSON.stringify(quietCommand()) });
  if (program === null) throw new Error('There is no display to begin the program on.');
  const html = writeHtml(longItem(50), `urn:uuid:${uuidv7()}`);
  // The first page waits for the program to begin.
  await program.make(writeHtml(longItem(1), `urn:uuid:${uuidv7()}`));
  const began = performance.now();
  const pdf = await program.make(html);
  const took = Math.round(performance.now() - began);
  program.close();
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return {
    what: `PDF of a dispatch of ${pages} pages`,
    ours: `${took} ms`,
    reference: '–',
    ratio: '–',
  };
}
