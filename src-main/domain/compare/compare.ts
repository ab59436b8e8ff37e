import type { Node } from 'prosemirror-model';
import { countWords } from '../document/counts';
import { alignUnits, type AlignedUnit, type Alignment } from './align';
import { comparedBlocks, sameForm, type ComparedBlock } from './blocks';
import { columnKind } from './candidates';
import type { Comparison, ComparisonCounts, Place, Row } from './comparison';
import { formattedSegments } from './formatted';
import { groupsOf, type Group } from './groups';
import { ordinaryEffort, type Effort } from './sequence';
import { newProfiles, similarity, type Profiles } from './similarity';
import { diffWords, type Segment } from './word-diff';

/** Below this likeness a changed block is told as replaced: words found in both would be chance. */
const leastLikeness = 0.2;

/**
 * Compares two documents of the take schema, block by block, then word by word.
 *
 * @returns plain data; see {@link Comparison}. The work is bounded whatever the texts: where they
 *   are too different to be worth it, whole stretches are told as replaced.
 */
export function compareDocuments(left: Node, right: Node): Comparison {
  const sides: Sides = {
    left: comparedBlocks(left),
    right: comparedBlocks(right),
    effort: { steps: ordinaryEffort },
    profiles: newProfiles(),
  };
  const { effort, profiles } = sides;
  const alignment = alignUnits(sides.left.map(unitOf), sides.right.map(unitOf), effort, profiles);
  const rows = rowsOf(sides, alignment);
  return { rows, counts: countsOf(rows) };
}

/** Cells are of one kind where they are of one column: a figure gives way to another there. */
function unitOf({ kind, text, column }: ComparedBlock): AlignedUnit {
  return { kind: column === 0 ? kind : `${columnKind}${column}`, text };
}

type Sides = {
  readonly left: readonly ComparedBlock[];
  readonly right: readonly ComparedBlock[];
  readonly effort: Effort;
  readonly profiles: Profiles;
};

/** A row whose move, if it is one, does not yet know the index of its other end. */
type Draft = { readonly row: Row; readonly move: number | null };

function rowsOf(sides: Sides, alignment: Alignment): Row[] {
  const { movesOfLeft, movesOfRight } = movesBySide(alignment);
  const segmentsOfMoves = alignment.moves.map(({ left, right }) =>
    wordsOf(sides, { left: [left], right: [right] }),
  );
  const drafts: Draft[] = [];
  const addMove = (number: number, end: 'from' | 'to'): void => {
    const move = alignment.moves[number];
    if (move === undefined) return;
    const places = placesOf(sides, { left: [move.left], right: [move.right] });
    const segments = segmentsOfMoves[number] ?? [];
    drafts.push({ row: { is: 'moved', end, other: 0, ...places, segments }, move: number });
  };
  for (const group of groupsOf(sides, alignment, sides.profiles)) {
    const [movedFrom, movedTo] = [
      movesOfLeft.get(group.left[0] ?? -1),
      movesOfRight.get(group.right[0] ?? -1),
    ];
    if (group.right.length === 0 && movedFrom !== undefined) addMove(movedFrom, 'from');
    else if (group.left.length === 0 && movedTo !== undefined) addMove(movedTo, 'to');
    else drafts.push({ row: rowOf(sides, group), move: null });
  }
  return withOtherEnds(drafts);
}

function movesBySide({ moves }: Alignment) {
  return {
    movesOfLeft: new Map(moves.map(({ left }, number) => [left, number])),
    movesOfRight: new Map(moves.map(({ right }, number) => [right, number])),
  };
}

function withOtherEnds(drafts: readonly Draft[]): Row[] {
  const ends = new Map<string, number>();
  for (const [index, { row, move }] of drafts.entries()) {
    if (row.is === 'moved') ends.set(`${row.end} ${move ?? ''}`, index);
  }
  return drafts.map(({ row, move }) => {
    if (row.is !== 'moved') return row;
    const other = ends.get(`${row.end === 'from' ? 'to' : 'from'} ${move ?? ''}`) ?? 0;
    return { ...row, other };
  });
}

function rowOf(sides: Sides, group: Group): Row {
  const parts = { ...placesOf(sides, group), segments: wordsOf(sides, group) };
  if (group.left.length === 0) return { is: 'inserted', ...parts };
  if (group.right.length === 0) return { is: 'deleted', ...parts };
  const hasOtherWords = parts.segments.some(({ is }) => is === 'inserted' || is === 'deleted');
  if (hasOtherWords) return { is: 'changed', ...parts };
  const [left, right] = [sides.left[group.left[0] ?? -1], sides.right[group.right[0] ?? -1]];
  const isSame = left !== undefined && right !== undefined && sameForm(left, right);
  return { is: isSame ? 'same' : 'formatted', ...parts };
}

function placesOf(sides: Sides, group: Group): Pick<Row, 'left' | 'right'> {
  const place = (block: ComparedBlock | undefined, index: number): Place => ({
    kind: block?.kind ?? 'paragraph',
    index,
    paragraph: block?.paragraph ?? null,
  });
  return {
    left: group.left.map((index) => place(sides.left[index], index)),
    right: group.right.map((index) => place(sides.right[index], index)),
  };
}

function wordsOf(sides: Sides, group: Group): readonly Segment[] {
  const left = group.left.flatMap((index) => sides.left[index] ?? []);
  const right = group.right.flatMap((index) => sides.right[index] ?? []);
  const [leftText, rightText] = [textOf(left), textOf(right)];
  if (left.length === 0 || right.length === 0) {
    const is = left.length === 0 ? 'inserted' : 'deleted';
    const text = leftText + rightText;
    return text === '' ? [] : [{ is, text }];
  }
  const segments = isAnotherText(leftText, rightText, sides.profiles)
    ? replaced(leftText, rightText)
    : diffWords(leftText, rightText, sides.effort);
  return formattedSegments(segments, left, right);
}

function textOf(blocks: readonly ComparedBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

function isAnotherText(left: string, right: string, profiles: Profiles): boolean {
  if (left === right) return false;
  return similarity(profiles(left), profiles(right)) < leastLikeness;
}

function replaced(left: string, right: string): Segment[] {
  const segments: Segment[] = [];
  if (left !== '') segments.push({ is: 'deleted', text: left });
  if (right !== '') segments.push({ is: 'inserted', text: right });
  return segments;
}

function countsOf(rows: readonly Row[]): ComparisonCounts {
  const told = rows.filter((row) => row.is !== 'moved' || row.end === 'to');
  const rowsWith = (is: Row['is']): number => told.filter((row) => row.is === is).length;
  const wordsIn = (is: Segment['is']): number => {
    let words = 0;
    for (const { segments } of told) {
      for (const segment of segments) if (segment.is === is) words += countWords(segment.text);
    }
    return words;
  };
  return {
    wordsInserted: wordsIn('inserted'),
    wordsDeleted: wordsIn('deleted'),
    paragraphsInserted: rowsWith('inserted'),
    paragraphsDeleted: rowsWith('deleted'),
    paragraphsChanged: rowsWith('changed'),
    paragraphsMoved: rowsWith('moved'),
    paragraphsFormatted: rowsWith('formatted'),
  };
}
