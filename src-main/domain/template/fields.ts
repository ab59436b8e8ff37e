/** A field of a template that is still to be filled: its name, and where it stands with its braces. */
export type TemplateField = { readonly name: string; readonly start: number; readonly end: number };

/** The longest name of a field, in characters. */
const longest = 60;
const field = new RegExp(String.raw`\{(\p{L}[^{}\n]{0,${longest - 1}})\}`, 'gu');

/**
 * The fields that a text has left to fill: "{lieu}", a name that begins with a letter, between braces.
 *
 * @param text one text block
 * @returns the fields in order; UTF-16 offsets of the text
 */
export function fieldsIn(text: string): readonly TemplateField[] {
  if (!text.includes('{')) return [];
  return [...text.matchAll(field)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A text with the fields filled that something is known for; the others stay. */
export function withFields(text: string, given: ReadonlyMap<string, string>): string {
  return text.replace(field, (whole, name: string) => given.get(name.toLowerCase()) ?? whole);
}
