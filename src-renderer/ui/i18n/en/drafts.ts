/** Words of drafts that were discarded, or found again. */
export const drafts = {
  'discarded.title': 'Discarded drafts',
  'discarded.list': 'Discarded drafts, the last one first',
  'discarded.explain':
    'A discarded draft can be brought back for 30 days, with its notes and what could be undone in it.',
  'discarded.none': 'No draft was discarded within the last 30 days.',
  'discarded.when': '{kind}, discarded {time}.',
  'discarded.taken': 'Its dispatch has another draft: publish or discard that first.',
  'discarded.bring-back': 'Bring back',
  'discarded.bring-back-named': 'Bring back “{title}”',
  'toast.undo': 'Undo',
  'recovered.title': 'Recovered draft',
  'recovered.text':
    'Writethru stopped without closing while this was being written. It is as it stood at {time}.',
  'recovered.compare': 'Compare with what was saved before…',
} as const;
