/** The kinds of invisible sign, each shown by its own mark (marks.css draws them). */
const kinds: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\u00A0': 'no-break',
  '\u202F': 'narrow-no-break',
  '\t': 'tab',
  '\u2009': 'thin',
  '\u00AD': 'soft-hyphen',
  '\u200B': 'zero-width',
};

/** Every invisible sign of a text. */
export const invisible = /[ \u00A0\u202F\t\u2009\u00AD\u200B]/g;

/** The classes by which an invisible sign is shown. */
export function invisibleClass(sign: string): string {
  return `invisible invisible-${kinds[sign] ?? 'space'}`;
}
