/** Words of the preferences and of the keymap. */
export const preferences = {
  'preferences.search': 'Find a setting',
  'preferences.sections': 'Sections',
  'preferences.found':
    '{count, plural, =0 {No setting has these words.} one {# setting} other {# settings}}',
  'preferences.section.general': 'You and the desk',
  'preferences.section.house': 'House style',
  'preferences.section.spelling': 'Spelling',
  'preferences.section.folders': 'Folders and exports',
  'preferences.section.keys': 'Shortcuts',
  'preferences.section.updates': 'New versions',
  'preferences.theme.contrast': 'High contrast',
  'preferences.sign-off': 'Sign-off',
  'preferences.sign-off-hint':
    'The chain of initials that drafts begin with as their last line. Empty: they begin without.',
  'preferences.sign-off-placeholder': 'for instance atl/ptur',
  'preferences.abbreviations': 'Abbreviations',
  'preferences.abbreviations-hint':
    'One to a line: md | Maison Blanche. A space or sign typed after an abbreviation expands it; one Backspace gives it back. Always there: jj → {day}, hh → {time}.',
  'preferences.sheet': 'The sheet',
  'preferences.sheet-measure': 'Characters in a line (56 to 84)',
  'preferences.sheet-text-size': 'Size of the text (14 to 28 px)',
  'preferences.sheet-line': 'Keep the line in hand at one height',
  'preferences.sheet-line-hint':
    'The text scrolls under the line that is being written, as in a typewriter.',
  'sheet.line-held': 'The line in hand stays at one height.',
  'sheet.line-free': 'The line in hand is no longer held at one height.',
  'sheet.now.measure': 'Lines of {value} characters.',
  'sheet.now.textSize': 'Text of {value} pixels.',
  'preferences.typography-in.fr': 'in French',
  'preferences.typography-in.en': 'in English',
  'preferences.limits': 'Lengths, in characters',
  'preferences.limits-hint':
    'Headlines, crossheads and alerts (urgency 1) tell how near they are, and the checks say what is over. Pages are counted by the last.',
  'preferences.limit.headline': 'Headline',
  'preferences.limit.alert': 'Alert',
  'preferences.limit.crosshead': 'Crosshead',
  'preferences.limit.feuillet': 'Page',
  'preferences.export-format': 'Format of exports',
  'preferences.export-format-hint': 'What an export begins with; each can choose another.',
  'preferences.folders': 'Wire-in and delivery…',
  'preferences.folders-hint':
    'The folder the wire comes in by, and those that what is published is delivered to. They belong to the archive.',
  'preferences.backups': 'Backups…',
  'preferences.backups-hint':
    'The archive’s own backups, and a second folder in which they are kept too.',
  'preferences.update-feed': 'Where new versions are looked for',
  'preferences.update-feed-hint':
    'An https address that holds latest.json, asked once a day. Empty: nothing is asked, and the workstation uses no network at all.',
  'preferences.export': 'Save as a file…',
  'preferences.import': 'Take in a file…',
  'preferences.exported': 'The preferences were saved as {path}.',
  'preferences.imported':
    '{count, plural, =0 {The file has no preferences that differ.} one {# preference was taken in.} other {# preferences were taken in.}}',
  'error.validation.not-preferences':
    'The file holds no preferences that are understood ({where}). Nothing was changed.',
  'error.validation.preferences-too-large':
    'The file is too large to be preferences. Nothing was changed.',
  'keymap.hint':
    'Press Change, then the keys. Shortcuts hold at once, in the menu, the palette and the list of shortcuts.',
  'keymap.none': 'none',
  'keymap.change': 'Change',
  'keymap.change-of': 'Change the shortcut of {name}',
  'keymap.press': 'Press the keys…',
  'keymap.press-for': 'Press the keys for {name}; Escape leaves it as it is',
  'keymap.remove': 'Remove',
  'keymap.remove-of': 'Remove the shortcut of {name}',
  'keymap.reset': 'Reset',
  'keymap.reset-of': 'Reset the shortcut of {name}',
  'keymap.reset-all': 'Reset all shortcuts',
  'keymap.clash': '{keys} is given to several commands: {commands}. Only the first has it.',
  'keymap.held': '{keys} belongs to {name}.',
  'keymap.take': 'Take it from {name}',
  'keymap.refused.altgr':
    '{keys} is AltGr on many keyboards: a French one types € @ # [ ] or another sign by it.',
  'keymap.refused.types': '{keys} types something. Hold Ctrl or ⌘ with it, or take a function key.',
  'keymap.refused.system': '{keys} belongs to the system or to the menu’s own items.',
} as const;
