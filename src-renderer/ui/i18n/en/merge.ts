/** Words of a draft whose dispatch was published on since it was begun. */
export const merge = {
  'check.base-moved':
    'Something was published since this draft was begun. Merge the draft with it first.',
  'merge.title': 'Merge with what was published',
  'merge.base-moved': 'Something was published since this draft was begun.',
  'merge.open': 'Look and merge…',
  'merge.reading': 'Both texts are being merged…',
  'merge.since': 'Published since this draft was begun',
  'merge.take': 'Take {ordinal, number}: {kind}, {stamp}',
  'merge.explain':
    'What only one side changed is merged. Where both changed the same words you choose; until you do, both are kept. One undo takes the merge back.',
  'merge.nothing':
    'The words of this draft are its own: nothing in them has to change. See whether they still fit what was published.',
  'merge.what-changed': 'See what was published…',
  'merge.text': 'The texts side by side',
  'merge.begun-with': 'As it was when the draft was begun',
  'merge.published': 'As published since',
  'merge.draft': 'This draft',
  'merge.unchanged': '{count, plural, one {# block unchanged} other {# blocks unchanged}}',
  'merge.hunk.mine': 'Changed in the draft',
  'merge.hunk.theirs': 'Changed by what was published',
  'merge.hunk.both': 'Changed alike by both',
  'merge.hunk.conflict': 'Changed by both, differently',
  'merge.absent': 'nothing',
  'merge.taken': 'What is taken of change {number, number}',
  'merge.choice.mine': 'The draft',
  'merge.choice.theirs': 'What was published',
  'merge.choice.both': 'Both',
  'merge.choice.base': 'As it was',
  'merge.conflicts': '{count, plural, =0 {No conflict} one {# conflict} other {# conflicts}}',
  'merge.take-it': 'Merge into the draft',
  'merge.go-on': 'Go on with this draft',
  'merge.draft-changed':
    'The draft was written in meanwhile. Nothing was merged; the texts shown are the newest.',
  'merge.not-flushed':
    'The last words of the draft are not saved yet. They are kept here; try again.',
  'toast.merged': 'The draft takes account of what was published.',
  'toast.base-not-moved': 'Nothing was published since this draft was begun.',
} as const;
