import { diffArrays } from 'diff';
import type { Node } from 'prosemirror-model';
import { compareDocuments } from '../../../src-main/domain/compare/compare';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { parseWire } from '../../../src-main/domain/wire/parse';
import type { StateRef } from '../../../src-main/contract/record';
import { createDesk, importAll, removeFolder, newFolder, taken, writeDispatches } from './archive';
import { generateLongRead } from './generate';
import { median, ms, p95, ratio } from './measure';
import { seeded } from './random';
import type { Row } from './report';
import { size } from './run';
import path from 'node:path';

const words = size(20_000, 4_000);
const rounds = size(40, 5);
/** Nobody waits longer for a comparison; the reference is stopped then. */
const longest = size(20_000, 4_000);
/** One word in ten gives way to another; so many paragraphs stand elsewhere. */
const changed = 0.1;
const moved = 6;

/** Times comparing two long states, alone and as the archive's threads answer, beside the library alone. */
export async function compareRows(): Promise<readonly Row[]> {
  const before = generateLongRead(words);
  const after = revised(before);
  const other = generateLongRead(words, 23);
  const [left, right, stranger] = [before, after, other].map(documentOf) as [Node, Node, Node];
  const alone = timed(rounds, () => compareDocuments(left, right));
  const apart = timed(rounds, () => compareDocuments(left, stranger));
  const plain = timed(size(5, 1), () => wordsApart(left, right));
  const strange = timed(1, () => wordsApart(left, stranger));
  const answers = await answersOf(before, after);
  const reference = median(plain);
  const row = (what: string, value: number): Row => ({
    what,
    ours: ms(value),
    reference: `${ms(reference)} (diffArrays)`,
    ratio: ratio(value, reference),
  });
  return [
    row('compare of two states, median', median(alone)),
    row('compare of two states, p95', p95(alone)),
    row('the same, answered by the archive’s threads, median', median(answers)),
    row('the same, answered by the archive’s threads, p95', p95(answers)),
    {
      what: 'compare of two states with nothing in common but the words, median',
      ours: ms(median(apart)),
      ...stoppedOr(median(apart), median(strange)),
    },
  ];
}

/** What is to be said of these figures. */
export const compareHow =
  `Two states of ${words.toLocaleString('en')} words each: one word in ten changed, ${moved} paragraphs moved. The ` +
  'reference is the library’s diffArrays over all words of both texts, without blocks, moves, ' +
  `spaces or signs; it is stopped after ${ms(longest)}.`;

/** A reference that may have been stopped: then the ratio is only known to be less than that. */
function stoppedOr(value: number, reference: number): Pick<Row, 'reference' | 'ratio'> {
  if (reference < longest) {
    return { reference: `${ms(reference)} (diffArrays)`, ratio: ratio(value, reference) };
  }
  const most = (value / longest).toFixed(3);
  return { reference: `over ${ms(longest)} (diffArrays)`, ratio: `under ${most} ×` };
}

/** The words two texts differ by, as the library tells them by itself. */
function wordsApart(left: Node, right: Node): unknown {
  const wordsOf = (node: Node): string[] => canonicalText(node).split(/\s+/);
  return diffArrays(wordsOf(left), wordsOf(right), { timeout: longest });
}

function timed(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

/** A text with words changed and paragraphs moved. */
function revised(text: string): string {
  const random = seeded(31);
  const [stamp = '', headline = '', ...parts] = text.trimEnd().split('\n\n');
  const vocabulary = text.split(/\s+/).filter((word) => /^\p{Ll}{4,}$/u.test(word));
  const reworded = parts.map((part) =>
    part
      .split(' ')
      .map((word) => (random.happens(changed) ? random.pick(vocabulary) : word))
      .join(' '),
  );
  for (let count = 0; count < moved; count += 1) {
    const from = random.whole(0, reworded.length - 2);
    const [paragraph = ''] = reworded.splice(from, 1);
    reworded.splice(random.whole(0, reworded.length - 1), 0, paragraph);
  }
  return `${[stamp, headline, ...reworded].join('\n\n')}\n`;
}

function documentOf(text: string): Node {
  const parsed = parseWire(text, { zone: 'UTC' });
  const take = parsed.ok ? parsed.value.takes[0] : undefined;
  if (take === undefined) throw new Error('The text has no take.');
  return take.document;
}

/** How long the archive takes to answer, the texts read and the answer carried over. */
async function answersOf(before: string, after: string): Promise<number[]> {
  const folder = newFolder();
  const desk = await createDesk(path.join(folder, 'compare.writethru'));
  try {
    const texts = [before, after].map((text, index) => ({ name: `${index}.txt`, text }));
    await importAll(desk, writeDispatches(folder, texts));
    const wire = taken(await desk.services.dispatches.list({ view: 'all', after: null, limit: 2 }));
    const refs: StateRef[] = [];
    for (const { id } of wire.rows) {
      const [take] = taken(await desk.services.dispatches.get({ id })).takes;
      if (take !== undefined) refs.push({ of: 'take', takeId: take.id });
    }
    const [left, right] = refs;
    if (left === undefined || right === undefined) throw new Error('The texts have no takes.');
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      taken(await desk.services.compare.states({ left, right }));
      times.push(performance.now() - began);
    }
    return times;
  } finally {
    await desk.archive.close();
    removeFolder(folder);
  }
}
