import { noteKinds } from '../../domain/annotation/annotation';
import { takeKinds } from '../../domain/record/take';
import type { Standing } from '../../domain/record/standing';

/** What is searched: takes, drafts, notes, and what an imported file had besides its takes. */
export const entrySources = ['take', 'draft', 'note', 'original'] as const;
export type EntrySource = (typeof entrySources)[number];

/** All kinds an entry can be of: a take's or a note's; an original has none. */
export const entryKinds: readonly string[] = ['', ...takeKinds, ...noteKinds];
export const languages = ['fr', 'en'] as const;

/** What is known of an entry in bits; see {@link packMarks}. */
export type Marks = {
  readonly source: EntrySource;
  readonly kind: string;
  readonly language: 'fr' | 'en';
  /** 1–8 */
  readonly urgency: number;
  readonly ended: Standing['ended'];
  readonly photo: boolean;
  readonly openNote: boolean;
  readonly undated: boolean;
};

/** Where each fact stands in the bits: the lowest bit and the number of values there is room for. */
export const layout = {
  source: { shift: 0, size: 4 },
  kind: { shift: 2, size: 16 },
  language: { shift: 6, size: 2 },
  urgency: { shift: 7, size: 16 },
} as const;
/** The bits of those facts: the lowest, so that they are a number of their own. */
export const factBits = 11;
/** Single bits. */
export const flag = {
  corrected: 1 << 11,
  rewritten: 1 << 12,
  killed: 1 << 13,
  photo: 1 << 14,
  openNote: 1 << 15,
  undated: 1 << 16,
} as const;

/** The bits of what may change without its words changing. */
export const changing = flag.corrected | flag.rewritten | flag.killed | flag.openNote;

/** The facts of an entry as one number of 17 bits. */
export function packMarks(marks: Marks): number {
  const kind = Math.max(0, entryKinds.indexOf(marks.kind));
  return (
    (entrySources.indexOf(marks.source) << layout.source.shift) |
    (kind << layout.kind.shift) |
    (languages.indexOf(marks.language) << layout.language.shift) |
    (marks.urgency << layout.urgency.shift) |
    endedFlag(marks.ended) |
    (marks.photo ? flag.photo : 0) |
    (marks.openNote ? flag.openNote : 0) |
    (marks.undated ? flag.undated : 0)
  );
}

/** The bit for what became of an entry's words; 0 while they stand. */
export function endedFlag(ended: Standing['ended']): number {
  return ended === null ? 0 : flag[ended];
}

/** What became of an entry's words. */
export function endedOf(marks: number): Standing['ended'] {
  if ((marks & flag.killed) !== 0) return 'killed';
  if ((marks & flag.corrected) !== 0) return 'corrected';
  return (marks & flag.rewritten) !== 0 ? 'rewritten' : null;
}

/** The value of a fact in the bits, as its index. */
export function markOf(marks: number, { shift, size }: { shift: number; size: number }): number {
  return (marks >> shift) & (size - 1);
}
