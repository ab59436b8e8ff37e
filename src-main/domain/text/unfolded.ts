import { fold } from './fold';

/**
 * A pattern that finds, in texts as they are written, at least every place at which a folded term
 * begins: a quick look that spares folding texts that hold none. It may find other places too.
 *
 * The first three letters are looked for, each in all its written forms, with what folding drops
 * between them: soft hyphens, marks of their own, the spaces of numbers, the points of initials. A
 * ligature stands for what is left of a term.
 *
 * @param terms folded terms or beginnings of such, none empty
 * @returns null where some letter is of a script whose written forms are not known here
 */
export function unfoldedPattern(terms: readonly string[]): RegExp | null {
  const beginnings = new Set(terms.map((term) => Array.from(term).slice(0, looked).join('')));
  const parts: string[] = [];
  for (const beginning of beginnings) {
    const part = partOf(Array.from(beginning));
    if (part === null) return null;
    parts.push(part);
  }
  return parts.length === 0 ? null : new RegExp(parts.join('|'));
}

/** Letters of a term that are looked for: more would find little less. */
const looked = 3;

const dropped = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\u0300-\\u036F .\\u00A0\\u2009\\u202F]*';

function partOf(letters: readonly string[]): string | null {
  const [letter, ...rest] = letters;
  if (letter === undefined) return '';
  const written = forms().get(letter);
  if (written === undefined) return null;
  const after = partOf(rest);
  if (after === null) return null;
  const single = rest.length === 0 ? written.single : `${written.single}${dropped}${after}`;
  return written.ligatures === '' ? `(?:${single})` : `(?:${single}|${written.ligatures})`;
}

/** The characters that fold to a letter, and those that fold to several it is the first of, as classes. */
type Written = { readonly single: string; readonly ligatures: string };

/** Beyond these nothing folds to a Latin, Greek or Cyrillic letter but the ligatures of print. */
const blocks = [
  [0x30, 0x530],
  [0x1e00, 0x2200],
  [0xfb00, 0xfb07],
] as const;

let known: ReadonlyMap<string, Written> | undefined;

function forms(): ReadonlyMap<string, Written> {
  known ??= readForms();
  return known;
}

function readForms(): ReadonlyMap<string, Written> {
  const single = new Map<string, string>();
  const ligatures = new Map<string, string>();
  for (const [from, beyond] of blocks) {
    for (let code = from; code < beyond; code += 1) {
      const character = String.fromCharCode(code);
      const folded = fold(character);
      const [first = ''] = folded;
      if (!/[\p{L}\p{N}]/u.test(first)) continue;
      const forms = folded.length === 1 ? single : ligatures;
      forms.set(first, `${forms.get(first) ?? ''}\\u${code.toString(16).padStart(4, '0')}`);
    }
  }
  return new Map(
    [...single].map(([letter, codes]) => {
      const joined = ligatures.get(letter);
      return [letter, { single: `[${codes}]`, ligatures: joined ? `[${joined}]` : '' }];
    }),
  );
}
