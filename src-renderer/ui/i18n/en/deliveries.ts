/** Folders by which words come in and go out by themselves. */
export const deliveries = {
  'folders.title': 'Wire-in and delivery',
  'folders.choose': 'Choose folder…',
  'wire-in.title': 'Wire-in',
  'wire-in.explain':
    'New files of this folder come into the wire within two seconds, in any format that is read. Each is read once, when it is whole, and stays where it is.',
  'wire-in.none': 'No folder chosen yet.',
  'wire-in.active': 'Watch this folder',
  'wire-in.state.off': 'Not watched.',
  'wire-in.state.watching': 'Watched.',
  'wire-in.state.missing': 'The folder is not there. It is looked for every few seconds.',
  'wire-in.state.paused': 'Not watched: the archive can only be read here.',
  'wire-in.arrived':
    '{count, plural, =0 {Nothing came in yet since the start.} one {# dispatch came in since the start, at {time}.} other {# dispatches came in since the start, the last at {time}.}}',
  'wire-in.refused': '{count, plural, one {# file was refused} other {# files were refused}}',
  'delivery.title': 'Delivery',
  'delivery.explain':
    'What is published is written to each of these folders at once, whole; what is under embargo when it ends. What fails is tried again.',
  'delivery.none': 'No folder yet: nothing is delivered.',
  'delivery.list': 'Delivery folders',
  'delivery.add': 'Add a folder…',
  'delivery.change': 'Change…',
  'delivery.change-which': 'Change “{name}”',
  'delivery.remove': 'Remove',
  'delivery.remove-which': 'Remove “{name}”',
  'delivery.remove-text':
    'Nothing more is delivered to “{name}”, and what waits for it is given up. The files in it stay.',
  'delivery.active': 'Deliver to “{name}”',
  'delivery.name': 'Name',
  'delivery.path': 'Folder',
  'delivery.no-path': 'none chosen',
  'delivery.formats': 'Formats',
  'delivery.pattern': 'File names',
  'delivery.pattern-hint':
    'Text, and of the dispatch: {parts}. Without {take}, an update replaces the file of the take before it.',
  'delivery.pattern-example': 'For example {name}',
  'delivery.save': 'Save folder',
  'delivery.queue': 'Yet to be delivered',
  'delivery.queue-empty': 'Everything is delivered.',
  'delivery.counts':
    '{waiting, plural, =0 {} one {# waiting. } other {# waiting. }}{held, plural, =0 {} one {# held by an embargo. } other {# held by embargoes. }}{failed, plural, =0 {} one {# failed.} other {# failed.}}',
  'delivery.row': '{slug}, take {take}, {format}, to “{name}”',
  'delivery.next':
    'Next attempt at {time}, after {attempts, plural, one {# failure} other {# failures}}.',
  'delivery.held-until': 'Under embargo until {time}.',
  'delivery.soon': 'Being delivered.',
  'delivery.retry': 'Try again now',
  'delivery.drop': 'Give up',
  'delivery.drop-which': 'Give up {what}',
  'status.delivery-failed': '{count, plural, one {# delivery failed} other {# deliveries failed}}',
  'status.delivery-waiting': '{count, plural, one {# to deliver} other {# to deliver}}',
  'status.delivery-on': 'Delivery on',
  'status.wire-in': 'Wire-in',
  'status.wire-in-missing': 'Wire-in folder missing',
  'status.wire-in-title': 'Files of {path} come into the wire',
  'error.archive-read-only.file':
    '{path} could not be written ({code}). Nothing was left half written; check the folder and its permissions.',
  'error.validation.pattern-part-unknown':
    'The file names hold a part in braces that is not known. Nothing was changed; use those named below the field.',
  'error.validation.pattern-without-id':
    'The file names need {braced}, or one dispatch would replace the file of another. Nothing was changed.',
  'error.validation.folders-overlap':
    'The folder of the wire and a delivery folder would be the same, or one within the other: what is delivered would come back in. Nothing was changed.',
} as const;
