import { EditorState } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import path from 'node:path';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { placesIn } from '../../../src-main/domain/find/in-document';
import { typeset } from '../../../src-main/domain/typography/typography';
import { parseWire } from '../../../src-main/domain/wire/parse';
import { checkBlocks } from '../../../src-main/services/spelling/check';
import { loadDictionaries } from '../../../src-main/services/spelling/dictionaries';
import { typesetTransaction } from '../../../src-renderer/editor/plugins/typography';
import { finding, wanting } from '../../support/finding';
import { generateLongRead } from './generate';
import { median, ms, ratio } from './measure';
import type { Row } from './report';
import { root, size } from './run';

const spelled = 10_000;
const rounds = size(7, 3);

/** Spelling, typography and finding, each beside the least that could do it. */
export async function proseRows(words: number, longest: number): Promise<readonly Row[]> {
  return [await spellingRow(), typographyRow(words), findRow(longest)];
}

/** The thread's own work on blocks it has not seen, beside Hunspell asked of every run of letters. */
async function spellingRow(): Promise<Row> {
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const texts = generateLongRead(spelled, 100 + round).split('\n\n');
    const dictionaries = await loadDictionaries(path.join(root, 'out/main/dictionaries'));
    const blocks = texts.map((text) => ({ text, language: 'fr' as const, parts: [] }));
    ours.push(timed(() => checkBlocks({ blocks }, dictionaries)));
    // Dictionaries remember what they were asked: the reference gets its own.
    const { fr } = await loadDictionaries(path.join(root, 'out/main/dictionaries'));
    const runs = texts.flatMap((text) => text.replaceAll('’', "'").match(/[\p{L}'-]+/gu) ?? []);
    bare.push(timed(() => runs.map((word) => fr.knows(word))));
  }
  return row('spelling of 10,000 words and their languages', ours, bare, 'Hunspell');
}

function typographyRow(words: number): Row {
  const document = documentOf(untyped(generateLongRead(words)));
  const state = EditorState.create({ doc: document });
  const text = canonicalText(document);
  const ours = times(() => typesetTransaction(state, 'fr'));
  const bare = times(() => text.split('\n').map((line) => typeset(line, 'fr')));
  const what = `typography of ${words.toLocaleString('en')} words set right, as one change`;
  return row(what, ours, bare, 'the rules on plain text');
}

function findRow(words: number): Row {
  const document = documentOf(generateLongRead(words));
  const find = finding(wanting('selon', { matchCase: false }));
  const ours = times(() => placesIn(document, find));
  const bare = times(() => [...canonicalText(document).matchAll(/selon/giu)].length);
  const what = `find a word in ${words.toLocaleString('en')} words`;
  return row(what, ours, bare, 'one expression on the text');
}

/** A text as typed on a plain keyboard. */
function untyped(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll(/« | »/g, '"');
}

function documentOf(text: string): Node {
  const parsed = parseWire(text, { zone: 'UTC' });
  const take = parsed.ok ? parsed.value.takes[0] : undefined;
  if (take === undefined) throw new Error('The text has no take.');
  return take.document;
}

function times(work: () => unknown): number[] {
  // Once beforehand: the first compiles what it runs.
  work();
  return Array.from({ length: rounds }, () => timed(work));
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function row(
  what: string,
  ours: readonly number[],
  bare: readonly number[],
  reference: string,
): Row {
  return {
    what: `${what}, median`,
    ours: ms(median(ours)),
    reference: `${ms(median(bare))} (${reference})`,
    ratio: ratio(median(ours), median(bare)),
  };
}
