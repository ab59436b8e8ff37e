/**
 * What a desk does about something wrong in what it published: a correction of the words, the story
 * sent again whole (repeat, refile), a notice to hold it while it is checked, or its withdrawal.
 */
export type Remedy = 'correction' | 'refile' | 'hold' | 'kill';

/** The first question: whether the story still stands. */
export type StoryAnswer = 'stands' | 'in-doubt';
/** The second: what is wrong with it. */
export type FaultAnswer = 'facts' | 'garbled' | 'unconfirmed' | 'must-not-be-used';

/** The answers given so far. */
export type Answers = { readonly story: StoryAnswer | null; readonly fault: FaultAnswer | null };

/** What is asked, in order. */
export const remediesAsked: {
  readonly story: readonly StoryAnswer[];
  readonly fault: Readonly<Record<StoryAnswer, readonly FaultAnswer[]>>;
} = {
  story: ['stands', 'in-doubt'],
  fault: {
    stands: ['facts', 'garbled'],
    'in-doubt': ['unconfirmed', 'must-not-be-used'],
  },
};

const remedies: Readonly<Record<FaultAnswer, Remedy>> = {
  facts: 'correction',
  garbled: 'refile',
  unconfirmed: 'hold',
  'must-not-be-used': 'kill',
};

/** What two answers lead to; null before both are given, or where they do not belong together. */
export function chooseRemedy({ story, fault }: Answers): Remedy | null {
  if (story === null || fault === null) return null;
  return remediesAsked.fault[story].includes(fault) ? remedies[fault] : null;
}
