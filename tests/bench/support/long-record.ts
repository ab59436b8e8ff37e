import { createHash } from 'node:crypto';
import path from 'node:path';
import { canonicalRevision } from '../../../src-main/domain/record/canonical';
import { createDesk, newFolder, removeFolder, taken, type OpenDesk } from './archive';
import { median, ms, p95, ratio } from './measure';
import { appended, begun, takeText, written } from './publishing';
import { seeded } from './random';
import type { Row } from './report';
import { size } from './run';

/** Takes of the long dispatch, and about how many words each has. */
export const longTakes = size(200, 30);
const takeWords = 500;
const rounds = size(200, 20);
const verifyRounds = size(10, 2);
const firstStamp = Date.UTC(2017, 4, 2, 6);
const between = 10 * 60_000;

/** A dispatch of many takes, ten minutes apart. */
export async function longDispatch(
  file: string,
): Promise<{ readonly desk: OpenDesk; readonly dispatchId: string }> {
  let now = firstStamp;
  const desk = await createDesk(file, () => now);
  const dispatchId = await begun(desk);
  for (let take = 0; take < longTakes; take += 1) {
    now = firstStamp + take * between;
    if (take > 0) await appended(desk, dispatchId, 'update');
    const request = await written(desk, dispatchId, takeText(takeWords, take));
    taken(await desk.services.publishing.publish(request));
  }
  return { desk, dispatchId };
}

/** How long any state of a long dispatch takes to be read, and verifying its record. */
export async function longRecordRows(): Promise<readonly Row[]> {
  const folder = newFolder();
  const { desk, dispatchId } = await longDispatch(path.join(folder, 'long.writethru'));
  try {
    return [...(await stateRows(desk, dispatchId)), ...(await verifyRows(desk, dispatchId))];
  } finally {
    await desk.archive.close();
    removeFolder(folder);
  }
}

async function stateRows(desk: OpenDesk, dispatchId: string): Promise<readonly Row[]> {
  const random = seeded(5);
  const times: number[] = [];
  const parses: number[] = [];
  const { takes } = taken(await desk.services.dispatches.get({ id: dispatchId }));
  const texts = takes.map(({ document }) => JSON.stringify(document));
  for (let round = 0; round < rounds; round += 1) {
    const at = firstStamp + random.whole(0, longTakes) * between;
    let start = performance.now();
    taken(await desk.services.dispatches.state({ ref: { of: 'story-at', dispatchId, at } }));
    times.push(performance.now() - start);
    start = performance.now();
    for (const text of texts) JSON.parse(text);
    parses.push(performance.now() - start);
  }
  const row = (name: string, ours: number, reference: number): Row => ({
    what: `the story as it read at any instant, ${name}`,
    ours: ms(ours),
    reference: `${ms(reference)} (JSON.parse of its takes)`,
    ratio: ratio(ours, reference),
  });
  return [row('median', median(times), median(parses)), row('p95', p95(times), p95(parses))];
}

async function verifyRows(desk: OpenDesk, dispatchId: string): Promise<readonly Row[]> {
  const record = taken(await desk.archive.read('readProvableRecord', { id: dispatchId }));
  const texts = record.map(({ previousHash, format, hash: _, ...content }) =>
    canonicalRevision(content, previousHash, format),
  );
  const times: number[] = [];
  const hashes: number[] = [];
  for (let round = 0; round < verifyRounds; round += 1) {
    let start = performance.now();
    const { problems } = taken(await desk.archive.read('verifyRecord', {}));
    if (problems.length > 0) throw new Error('The record is not whole.');
    times.push(performance.now() - start);
    start = performance.now();
    for (const text of texts) createHash('sha256').update(text).digest('hex');
    hashes.push(performance.now() - start);
  }
  const perSecond = (time: number): number => Math.round((texts.length * 1_000) / time);
  const [ours, raw] = [median(times), median(hashes)];
  return [
    {
      what: 'verify the whole archive, takes, median',
      ours: `${perSecond(ours)} per second`,
      reference: `${perSecond(raw)} per second (SHA-256 alone)`,
      ratio: ratio(raw, ours),
    },
  ];
}

/** What is to be said of these figures. */
export const longRecordHow =
  `The long dispatch has ${longTakes} takes of ${takeWords} words. Its states are asked of the ` +
  'archive’s threads at random instants and carried over; JSON.parse reads the same takes in this ' +
  'process, and nothing else. Verifying is SQLite’s integrity check, reading every revision, making ' +
  'its canonical bytes and hashing them; the reference hashes the same bytes, ready made.';
