/** Words of dispatch templates, their fields, and the sign-off. */
export const templates = {
  'template.title': 'Dispatch templates',
  'template.search': 'Search the templates',
  'template.list': 'Templates',
  'template.new': 'New template',
  'template.one': 'Template',
  'template.none-found': 'No template has these words.',
  'template.shipped': 'shipped',
  'template.shipped-hint': 'It comes with Writethru. A copy of it can be changed.',
  'template.copy': 'Make a copy',
  'template.remove': 'Remove',
  'template.import': 'Import…',
  'template.import-label': 'Import templates',
  'template.import.stays': 'Import, keeping templates of the same name',
  'template.import.is-replaced': 'Import, replacing templates of the same name',
  'template.export': 'Export…',
  'template.imported':
    '{added, plural, =0 {No template added} one {# template added} other {# templates added}}, {replaced, number} replaced, {kept, number} kept as they were here, {unchanged, number} there already.',
  'template.exported':
    '{templates, plural, one {# template was} other {# templates were}} saved to {path}',
  'template.kept': '“{name}” is among the templates.',
  'template.name': 'Name',
  'template.desk': 'Desk',
  'template.desk-hint': 'Dispatches begun by it are that desk’s. Empty: for all desks.',
  'template.language': 'Language',
  'template.headline': 'Headline',
  'template.headline-hint': 'What is to be filled stands between braces: {field}.',
  'template.text': 'Text',
  'template.text-hint':
    'Each line is a paragraph; the first is the lead. “## ” begins a crosshead, “> ” a quote, “- ” an item of a list; --- is a separator. The clock fills {day} and {time}, the preferences {initials}.',
  'template.signoff': 'Sign-off',
  'template.signoff-hint': 'Empty: the one in the preferences.',
  'template.urgency':
    'urgency {urgency, plural, =1 {1 alert} =2 {2 urgent} =3 {3 priority} =5 {5 routine} =8 {8 least} other {#}}',
  'template.choose': 'Template',
  'template.choose-title.dispatch': 'New dispatch from template',
  'template.choose-title.draft': 'Put a template into the draft',
  'template.choose-note': 'Tab then goes from field to field.',
  'template.draft-has-words': 'The draft has words already. A template goes into an empty one.',
  'template.no-fields': 'No field is left to fill.',
  'check.fields-unfilled':
    '{count, plural, one {A field of the template is left to fill: {words}.} other {# fields of the template are left to fill: {words}.}}',
  'sign.offer': 'Sign {signoff}',
  'sign.offer-hint': 'Whoever edits last stands last in the sign-off.',
  'sign.signed': 'Signed {signoff}.',
  'sign.last-already': 'The sign-off already ends with {initials}.',
  'sign.no-chain':
    'This sign-off is words, not a chain such as reuters/ptur. Add your initials by hand.',
  'sign.no-initials': 'Your initials are not in the preferences yet.',
  'error.validation.template-name':
    'This desk has a template of this name in this language. Nothing was changed; choose another name.',
  'error.validation.templates-unreadable':
    'The file is not JSON. Nothing was changed; choose a file of templates.',
  'error.validation.templates-none':
    'The file holds no templates of dispatches. Nothing was changed; choose a file of templates.',
  'error.validation.templates-newer':
    'The file is of a later version of Writethru. Nothing was changed; take it in with that version.',
  'error.validation.templates-too-large':
    'The file is too large for one of templates. Nothing was changed; divide it.',
  'error.validation.templates-entry':
    'Template {entry, number} of the file lacks a name, a text or a language, has an urgency that is not 1 to 8, or something too long. Nothing was changed; mend the file.',
  'error.validation.templates-twice':
    'Template {entry, number} of the file has the name of one before it, in the same desk and language. Nothing was changed; give it another.',
  'error.validation.templates-too-many':
    'There are too many templates. This one was not kept; remove some first.',
} as const;
