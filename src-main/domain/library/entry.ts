/**
 * What a library entry is for: an explanation follows the term ("OTAN (Organisation du traité de
 * l’Atlantique nord)"), background is a paragraph of its own.
 */
export const libraryUses = ['explanation', 'background'] as const;
export type LibraryUse = (typeof libraryUses)[number];

/** What the desk says of a term whenever it comes up. */
export type LibraryWords = {
  /** The person, place or acronym, as it is written. */
  readonly term: string;
  /** Other names it goes by. */
  readonly forms: readonly string[];
  readonly language: 'fr' | 'en';
  readonly use: LibraryUse;
  /** What is inserted; the lines of background are paragraphs. */
  readonly text: string;
};

/** Lengths in UTF-16 units; an archive has at most so many entries. */
export const libraryBounds = { term: 120, forms: 20, text: 5_000, entries: 10_000 } as const;
