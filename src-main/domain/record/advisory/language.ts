import type { ChangedPlace, NamedPart } from './facts';
import type { Swap } from './swaps';

/** How a language says the facts of an advisory line, in the manner of a wire: no subject, few articles. */
export type AdvisoryLanguage = {
  /** What some added text is (a reaction, a quote, a toll), the most telling first. */
  readonly topics: (text: string) => readonly string[];
  /** Whether a text counts dead, injured or missing people. */
  readonly hasToll: (text: string) => boolean;
  /** A proper name of an added text, as it stands after “on”; one not in `known` if possible. */
  readonly subject: (text: string, known: string) => string | null;
  readonly detailsOn: (name: string) => string;
  /** The paragraphs under a heading. */
  readonly passage: (heading: string) => string;
  readonly someDetails: string;
  readonly toll: string;
  readonly passim: string;

  /** “a, b and c”. */
  readonly list: (items: readonly string[]) => string;
  /** Between two clauses. */
  readonly separator: string;
  readonly colon: string;

  /** “in paragraph 4”. */
  readonly inParagraphs: (numbers: readonly number[]) => string;
  /** Places as the object of a verb: “headline and paragraphs 2 and 4”. */
  readonly places: (places: readonly ChangedPlace[]) => string;
  /** Places as it is said where something is corrected, before what is. */
  readonly inPlaces: (places: readonly ChangedPlace[]) => string;
  /** A part that was put in, or taken out, as the object of a verb. */
  readonly newPart: (part: NamedPart | 'photo', count: number) => string;
  readonly oldPart: (part: NamedPart | 'photo', count: number) => string;
  /** “2 paragraphs”. */
  readonly paragraphs: (count: number) => string;
  /** The right words, and the wrong ones. */
  readonly swap: (swap: Swap) => string;

  readonly verbs: Readonly<
    Record<'add' | 'update' | 'correct' | 'rewrite' | 'remove' | 'move', string>
  >;
};
