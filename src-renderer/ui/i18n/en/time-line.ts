/** Words of the time line of the archive and of a day at the desk. */
export const timeLine = {
  'time-line.title': 'Time line of the archive',
  'time-line.units': 'Zoom',
  'time-line.unit.year': 'Years',
  'time-line.unit.month': 'Months',
  'time-line.unit.day': 'Days',
  'time-line.unit.hour': 'Hours',
  'time-line.zoom-in': 'Zoom in',
  'time-line.zoom-out': 'Zoom out',
  'time-line.earlier': 'Earlier',
  'time-line.later': 'Later',
  'time-line.today': 'The desk’s day',
  'time-line.table': 'Table',
  'time-line.brush': 'Stretch of time',
  'time-line.keys':
    'Arrow keys move, with Shift they stretch; + and − zoom; Enter searches these dates.',
  'time-line.value':
    '{when}: {takes, plural, =0 {nothing published} one {# take} other {# takes}}{corrections, plural, =0 {} one {, # correction} other {, # corrections}}{kills, plural, =0 {} one {, # kill} other {, # kills}}',
  'time-line.hour': '{from}–{to}',
  'time-line.hours-of': '{day}, {from}–{to}',
  'time-line.from-to': '{from} – {to}',
  'time-line.of.dispatches': 'Dispatches begun',
  'time-line.of.report': 'Reports',
  'time-line.of.update': 'Updates, writethrus, advisories',
  'time-line.of.correction': 'Corrections',
  'time-line.of.kill': 'Kills',
  'time-line.when': 'When',
  'time-line.undated':
    '{count, plural, one {The time of # take is unknown: it stands nowhere on the line.} other {The times of # takes are unknown: they stand nowhere on the line.}}',
  'time-line.no-hour':
    '{count, plural, one {Of # take only the day is known: it is in no hour.} other {Of # takes only the day is known: they are in no hour.}}',
  'time-line.more': 'There are more; the first {count, number} are told. A search finds all.',
  'time-line.search': 'Search these dates',
  'time-line.takes': 'Published',
  'time-line.hour-unknown': 'hour unknown',
  'time-line.none': 'Nothing was published then.',
  'time-line.empty.title': 'Nothing is published yet',
  'time-line.empty': 'The time line shows what was published when, once there is something.',
  'time-line.building':
    'The search index is being built; the time line is counted over it and shows itself then.',
  'time-line.counting': 'Counting the archive…',
} as const;
