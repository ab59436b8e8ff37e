import type { Node } from 'prosemirror-model';
import { comparedBlocks, type BlockKind, type ComparedBlock } from '../../compare/blocks';
import { compareDocuments } from '../../compare/compare';
import type { Place, Row } from '../../compare/comparison';
import { countWords } from '../../document/counts';
import { swapsOf, type Swap } from './swaps';

/** Parts of a dispatch that an advisory line names by what they are, not by a number. */
export const namedParts = [
  'headline',
  'crosshead',
  'attribution',
  'table',
  'caption',
  'credit',
  'alt',
  'signoff',
] as const;
export type NamedPart = (typeof namedParts)[number];

/** Where something changed: a part with a name, a paragraph, or a quote in a paragraph. */
export type ChangedPlace =
  | { readonly is: NamedPart }
  | { readonly is: 'paragraph' | 'quote'; readonly number: number };

/** Something an advisory line may say, as found by comparing; nothing else is ever said. */
export type Fact =
  | {
      readonly is: 'added';
      /** Their numbers, from 1, in the story as it then reads; in order. */
      readonly paragraphs: readonly number[];
      /** What was added, a text for each paragraph. */
      readonly texts: readonly string[];
      /** Whether the words are only part of their paragraph. */
      readonly isPart: boolean;
      /** The crosshead or headline over them, where one was added with them. */
      readonly heading: string | null;
    }
  | {
      readonly is: 'changed';
      readonly place: ChangedPlace;
      readonly swaps: readonly Swap[];
      /** The paragraph as it then reads. */
      readonly text: string;
    }
  | { readonly is: 'rewritten'; readonly paragraphs: readonly number[] }
  | { readonly is: 'part-added'; readonly part: NamedPart | 'photo' }
  | { readonly is: 'part-removed'; readonly part: NamedPart | 'photo' }
  | { readonly is: 'removed'; readonly count: number }
  | { readonly is: 'moved'; readonly count: number };

/** So many added words, and none taken away, make of a changed paragraph one that was added to. */
const fewestAddedWords = 5;

/** What a text that replaces the one before it changes. */
export function factsOfReplacing(before: Node, after: Node): readonly Fact[] {
  const { rows } = compareDocuments(before, after);
  const facts: Fact[] = [];
  let at = 0;
  while (at < rows.length) {
    const stretch = stretchFrom(rows, at);
    facts.push(...factsOfStretch(stretch));
    at += stretch.length;
  }
  const moved = rows.filter((row) => row.is === 'moved' && row.end === 'to').length;
  if (moved > 0) facts.push({ is: 'moved', count: moved });
  return facts;
}

/** What a text that is appended to the story adds; its paragraphs are counted on from the story's. */
export function factsOfAppending(before: Node, after: Node): readonly Fact[] {
  const counted = comparedBlocks(before).filter(({ paragraph }) => paragraph !== null).length;
  return factsOfAdded(
    comparedBlocks(after)
      .filter(({ kind }) => kind !== 'signoff')
      .map((block) => ({
        ...block,
        paragraph: block.paragraph === null ? null : block.paragraph + counted,
      })),
  );
}

/** Rows of one place: inserted and deleted ones beside each other together, others alone. */
function stretchFrom(rows: readonly Row[], at: number): readonly Row[] {
  let end = at;
  while (isEither(rows[end])) end += 1;
  return rows.slice(at, Math.max(end, at + 1));
}

function isEither(row: Row | undefined): boolean {
  return row?.is === 'inserted' || row?.is === 'deleted';
}

function factsOfStretch(rows: readonly Row[]): readonly Fact[] {
  const [first] = rows;
  if (first?.is === 'changed') return changedFacts(first);
  if (first?.is === 'moved' && first.end === 'to') {
    return first.segments.some(({ is }) => is !== 'kept') ? changedFacts(first) : [];
  }
  const inserted = rows.filter(({ is }) => is === 'inserted');
  const deleted = rows.filter(({ is }) => is === 'deleted');
  const removedParagraphs = deleted.filter(({ left }) => isParagraph(left)).length;
  const addedParagraphs = inserted.filter(({ right }) => isParagraph(right));
  // As many paragraphs gone as have come, in one place: they were written anew.
  if (removedParagraphs > 0 && removedParagraphs === addedParagraphs.length) {
    const paragraphs = addedParagraphs.flatMap(({ right }) => right[0]?.paragraph ?? []);
    return [{ is: 'rewritten', paragraphs }, ...partFacts(inserted, deleted)];
  }
  const facts: Fact[] = [...factsOfAdded(inserted.map(insertedBlock))];
  if (removedParagraphs > 0) facts.push({ is: 'removed', count: removedParagraphs });
  return [...facts, ...partFacts([], deleted)];
}

type AddedBlock = Pick<ComparedBlock, 'kind' | 'paragraph' | 'text'>;

function insertedBlock({ right, segments }: Row): AddedBlock {
  const [place] = right;
  const text = segments.map((segment) => segment.text).join('');
  return { kind: place?.kind ?? 'paragraph', paragraph: place?.paragraph ?? null, text };
}

/** The facts of blocks added in one place: their paragraphs as one, photos and the like beside. */
function factsOfAdded(blocks: readonly AddedBlock[]): readonly Fact[] {
  const paragraphs = blocks.filter(({ paragraph }) => paragraph !== null);
  const headings = blocks.filter(({ kind }) => kind === 'headline' || kind === 'crosshead');
  const facts: Fact[] = [];
  if (paragraphs.length > 0) {
    facts.push({
      is: 'added',
      paragraphs: paragraphs.flatMap(({ paragraph }) => paragraph ?? []),
      texts: paragraphs.map(({ text }) => text),
      isPart: false,
      heading: headings[0]?.text ?? null,
    });
  } else facts.push(...headings.map(({ kind }) => partAdded(kind)));
  for (const { kind } of blocks) if (kind === 'caption') facts.push(partAdded(kind));
  // All that was added in one place is told as one table.
  if (blocks.some(({ kind }) => isCellKind(kind))) facts.push({ is: 'part-added', part: 'table' });
  return facts;
}

/** Parts put in or taken out: a photo is told once, by its caption. */
function partFacts(inserted: readonly Row[], deleted: readonly Row[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { right } of inserted) {
    const kind = right[0]?.kind;
    if (isToldPart(kind)) facts.push(partAdded(kind));
  }
  for (const { left } of deleted) {
    const kind = left[0]?.kind;
    if (isToldPart(kind))
      facts.push({ is: 'part-removed', part: kind === 'caption' ? 'photo' : kind });
  }
  const hasCells = (rows: readonly Row[], side: 'left' | 'right'): boolean =>
    rows.some((row) => isCellKind(row[side][0]?.kind));
  const [comes, goes] = [hasCells(inserted, 'right'), hasCells(deleted, 'left')];
  if (comes && !goes) facts.push({ is: 'part-added', part: 'table' });
  if (goes && !comes) facts.push({ is: 'part-removed', part: 'table' });
  return facts;
}

function isCellKind(kind: BlockKind | undefined): boolean {
  return kind === 'cell' || kind === 'header-cell';
}

function isToldPart(kind: BlockKind | undefined): kind is 'headline' | 'crosshead' | 'caption' {
  return kind === 'headline' || kind === 'crosshead' || kind === 'caption';
}

function partAdded(kind: BlockKind): Fact {
  return { is: 'part-added', part: kind === 'headline' || kind === 'crosshead' ? kind : 'photo' };
}

function changedFacts(row: Row): readonly Fact[] {
  const place = placeOf(row.right);
  if (place === null) return [];
  const added = row.segments.filter(({ is }) => is === 'inserted').map(({ text }) => text);
  const isOnlyAdded = row.segments.every(({ is }) => is !== 'deleted');
  const words = added.reduce((sum, text) => sum + countWords(text), 0);
  const text = row.segments
    .map((segment) => (segment.is === 'deleted' ? '' : segment.text))
    .join('');
  if (isOnlyAdded && words >= fewestAddedWords && 'number' in place) {
    return [
      {
        is: 'added',
        paragraphs: [place.number],
        texts: [added.join(' … ')],
        isPart: true,
        heading: null,
      },
    ];
  }
  const swaps = swapsOf(row.segments);
  return swaps.length === 0 ? [] : [{ is: 'changed', place, swaps, text }];
}

function placeOf(places: readonly Place[]): ChangedPlace | null {
  const [place] = places;
  if (place === undefined) return null;
  if (place.paragraph !== null) {
    return { is: place.kind === 'quote' ? 'quote' : 'paragraph', number: place.paragraph };
  }
  const part = isCellKind(place.kind) ? 'table' : namedParts.find((name) => name === place.kind);
  return part === undefined ? null : { is: part };
}

function isParagraph([place]: readonly Place[]): boolean {
  return place?.paragraph != null;
}
