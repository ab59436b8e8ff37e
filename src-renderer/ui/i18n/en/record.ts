/** Words of the record: what takes carry, stamps, embargoes, hours of publishing, states. */
export const record = {
  'check.correction-target-missing': 'Which take is corrected is not said.',
  'check.correction-wrong-missing': 'What was wrong is not said.',
  'check.correction-right-missing': 'What is right is not said.',
  'check.kill-reason-missing': 'Why it is withdrawn is not said.',
  'check.kill-decider-missing': 'Who decided to withdraw it is not said.',
  'check.day-does-not-fit':
    '{count, plural, one {A day does not fit the stamp:} other {# days do not fit the stamp:}} {words}.',
  'check.headline-over-length':
    '{count, plural, one {The headline is # character over its limit.} other {The headline is # characters over its limit.}}',
  'check.alert-over-length':
    '{count, plural, one {The alert is # character over its limit.} other {The alert is # characters over its limit.}}',
  'check.text-malformed':
    '{count, plural, one {# control character or broken sign stands in the text.} other {# control characters or broken signs stand in the text.}} Type those words again.',
  'check.suggestions-unsettled':
    '{count, plural, one {# suggestion is not settled.} other {# suggestions are not settled.}} Accept or reject each.',
  'error.embargoed':
    'The dispatch is under embargo. Nothing was given out; wait until it ends, or lift it.',
  'error.embargoed.until':
    'The dispatch is under embargo until {until}. Nothing was given out; wait until then, or lift the embargo.',
  'error.validation.stamp-zone-unknown':
    'There is no such time zone. Nothing was changed; choose one from the list.',
  'error.validation.stamp-in-the-future':
    'The stamp lies in the future. Nothing was changed; give an hour that has passed.',
  'error.validation.stamp-before-predecessor':
    'The stamp is earlier than that of the take before it. Nothing was changed; give a later hour.',
  'error.validation.stamp-after-successor':
    'The stamp is later than that of the take after it. Nothing was changed; give an earlier hour.',
  'error.validation.stamp-reason-missing':
    'A stamp set by hand needs a reason. Nothing was changed; say why, it is kept in the record.',
  'error.validation.embargo-zone-unknown':
    'There is no such time zone. The embargo is as it was; choose a zone from the list.',
  'error.validation.embargo-not-in-the-future':
    'The embargo would end in the past. It is as it was; give an hour to come.',
  'error.validation.embargo-reason-missing':
    'An embargo ends early only for a reason. It holds as before; say why, it is kept in the record.',
  'error.validation.embargo-none-to-lift': 'No embargo holds. Nothing was changed.',
  'error.validation.schedule-not-in-the-future':
    'The hour has passed. The draft is kept as it was; give an hour to come, or publish now.',
  'error.validation.nothing-published':
    'Nothing of this dispatch is published yet, so there is nothing to give out. Publish it first.',
  'error.internal.printing':
    'Nothing was printed: the system reported no usable printer. Check it and print again.',
  'publish.advisory-line': 'Advisory line',
  'publish.advisory-hint': 'Tells editors what changed; it goes above the text.',
  'publish.corrects': 'Take put right',
  'publish.corrects-none': 'Choose a take',
  'publish.corrects-take': '{ordinal, number}. {kind}, {stamp}',
  'publish.wrong': 'What was wrong',
  'publish.right': 'What is right',
  'publish.kill-reason': 'Why it is withdrawn',
  'publish.kill-decider': 'Who decided',
  'publish.kill-decider-hint': 'Name and function, for instance the editor in charge',
  'publish.when': 'When it goes out',
  'publish.when-now': 'Now',
  'publish.when-later': 'At a set time',
  'publish.when-by-hand': 'Stamp by hand',
  'publish.hour': 'Hour to publish at',
  'publish.stamp-time': 'Stamp',
  'publish.stamp-reason': 'Reason',
  'publish.stamp-reason-hint': 'Kept in the record for good.',
  'publish.later-note':
    'It is published by itself as it stands now. If the machine sleeps then, or the text is changed before, you are asked first.',
  'publish.schedule': 'Schedule',
  'publish.embargoed':
    'Under embargo until {time}: the take enters the record; nothing can be copied, exported or printed before.',
  'toast.scheduled': 'To be published {time}.',
  'time.zone': 'Time zone',
  'time.day': 'Day',
  'time.skipped': 'No clock there shows this time: check day, hour and zone.',
  'time.which': 'Clocks show this time twice',
  'time.clock': 'Time of day',
  'time.day-hint': 'Day, month, year: 02/05/2017',
  'time.clock-hint': 'For instance 21:14',
  'time.zone-hint': 'For instance Europe/Paris',
} as const;
