import Database from 'better-sqlite3';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { DocumentJson } from '../../../src-main/domain/document/json';
import { parseDocument, toJson } from '../../../src-main/domain/document/node';
import { replaceStep } from '../../../src-main/domain/document/replace';
import { parseWire } from '../../../src-main/domain/wire/parse';
import type { TakeKind } from '../../../src-main/domain/record/take';
import { createDesk, newFolder, removeFolder, taken, type OpenDesk } from './archive';
import { generateLongRead } from './generate';
import { median, ms, p95, ratio } from './measure';
import type { Row } from './report';
import { size } from './run';

const rounds = size(200, 20);
const words = 450;

/** The text of a take of about so many words. */
export function takeText(count: number, seed: number): DocumentJson {
  const parsed = parseWire(generateLongRead(count, seed), { zone: 'UTC' });
  const take = parsed.ok ? parsed.value.takes[0] : undefined;
  if (take === undefined) throw new Error('The text has no take.');
  return toJson(take.document);
}

/** A dispatch with an empty draft of its report. */
export async function begun({ services }: OpenDesk): Promise<string> {
  const request = { language: 'fr', author: 'mbr' } as const;
  return taken(await services.dispatches.create(request)).dispatchId;
}

/** Writes the open draft of a dispatch; gives what publishing it asks for. */
export async function written(desk: OpenDesk, dispatchId: string, text: DocumentJson) {
  const { draft } = taken(await desk.services.dispatches.get({ id: dispatchId }));
  if (draft === null) throw new Error('The dispatch has no draft.');
  const [from, to] = [parseDocument(draft.document), parseDocument(text)];
  if (!from.ok || !to.ok) throw new Error('The text is no document.');
  const steps = [replaceStep(from.value, to.value)];
  taken(
    await desk.services.drafts.journal({ draftId: draft.id, baseVersion: draft.version, steps }),
  );
  return {
    draftId: draft.id,
    version: draft.version + 1,
    key: uuidv7(),
    author: 'mbr',
    stamp: { by: 'clock' } as const,
  };
}

/** Begins another take on a dispatch. */
export async function appended(
  { services }: OpenDesk,
  dispatchId: string,
  kind: TakeKind,
): Promise<void> {
  taken(await services.drafts.append({ dispatchId, kind, corrects: null, author: 'mbr' }));
}

/** How long publishing takes beside one durable commit of the same bytes, by turns. */
export async function publishRows(): Promise<readonly Row[]> {
  const folder = newFolder();
  const desk = await createDesk(path.join(folder, 'publish.writethru'));
  const plain = plainArchive(path.join(folder, 'plain.sqlite'));
  try {
    const [ours, bare, alone]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const text = takeText(words, round);
      const request = await written(desk, await begun(desk), text);
      let start = performance.now();
      taken(await desk.services.publishing.publish(request));
      ours.push(performance.now() - start);
      const other = await written(desk, await begun(desk), text);
      start = performance.now();
      const input = { ...other, takeId: uuidv7(), now: Date.now(), zone: 'Europe/Zurich' };
      taken(await desk.archive.write('publishDraft', input));
      alone.push(performance.now() - start);
      const bytes = Buffer.from(JSON.stringify(text));
      start = performance.now();
      plain.commit(bytes);
      bare.push(performance.now() - start);
    }
    const figures = [
      ['median', median],
      ['p95', p95],
    ] as const;
    return figures.flatMap(([name, figure]) => [
      row(`publish a take, durably, ${name}`, figure(alone), figure(bare)),
      row(
        `the same, and its dispatch read again for the window, ${name}`,
        figure(ours),
        figure(bare),
      ),
    ]);
  } finally {
    plain.close();
    await desk.archive.close();
    removeFolder(folder);
  }
}

function row(what: string, ours: number, bare: number): Row {
  return { what, ours: ms(ours), reference: `${ms(bare)} (bare commit)`, ratio: ratio(ours, bare) };
}

/** One table, written as durably as the archive is. */
function plainArchive(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE take (bytes BLOB)');
  const insert = db.prepare('INSERT INTO take VALUES (?)');
  return { commit: (bytes: Buffer) => insert.run(bytes), close: () => db.close() };
}

/** What is to be said of these figures. */
export const publishHow =
  `Publishing: a report of ${words} words, from the request to the answer of the archive’s writer: ` +
  'checks, stamp, take, hash, search index, row of the wire, one durable transaction. The bare ' +
  'commit inserts the same bytes as one row of a plain table, `synchronous=FULL`, in this process.';
