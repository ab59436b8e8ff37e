import { err, ok, type Result } from '../result';

/** What is looked for: words as they stand, or a regular expression. */
export type Wanted = {
  readonly text: string;
  readonly is: 'words' | 'pattern';
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Whether accents count; where they do not, neither does the kind of a space or an apostrophe. */
  readonly accents: boolean;
};

/** A place where it stands: UTF-16 offsets of the text, and what the groups of a pattern hold. */
export type Match = {
  readonly start: number;
  readonly end: number;
  /** By number, the whole match first; undefined for a group that took no part. */
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
};

/** Finds all places in a text, in order; none holds nothing, and none touches another. */
export type Finder = (text: string) => readonly Match[];

/**
 * Makes what finds the wanted words. A pattern may take any time on a text: whoever runs it bounds it.
 *
 * @returns `nothing-wanted` for no text, `pattern` for a regular expression that is none
 */
export function finderOf(wanted: Wanted): Result<Finder, 'nothing-wanted' | 'pattern'> {
  if (wanted.text === '') return err('nothing-wanted');
  const expression = expressionOf(wanted);
  if (expression === null) return err('pattern');
  return ok((text) => {
    const plain = wanted.accents ? null : withoutAccents(text);
    const found: Match[] = [];
    for (const match of (plain?.text ?? text).matchAll(expression)) {
      if (match[0] === '') continue;
      const at = (offset: number) => plain?.map[offset] ?? offset;
      const cut = (range: readonly [number, number] | undefined) =>
        range === undefined ? undefined : text.slice(at(range[0]), at(range[1]));
      const [start, end] = [at(match.index), at(match.index + match[0].length)];
      const indices = match.indices;
      found.push({
        start,
        end,
        groups: indices?.map(cut) ?? [text.slice(start, end)],
        named: Object.fromEntries(
          Object.entries(indices?.groups ?? {}).map(([name, range]) => [name, cut(range)]),
        ),
      });
    }
    return found;
  });
}

/**
 * What is put in the place of a match. In the replacement of a pattern, `$1` or `$<name>` is what a
 * group holds, `$&` all of the match, and `$$` a dollar sign.
 */
export function replacementFor(match: Match, replacement: string, is: Wanted['is']): string {
  if (is === 'words') return replacement;
  return replacement.replaceAll(
    /\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/gu,
    (whole: string, dollar?: string, all?: string, number?: string, name?: string) => {
      if (dollar !== undefined) return '$';
      if (all !== undefined) return match.groups[0] ?? '';
      if (name !== undefined) return match.named[name] ?? '';
      // A number no group has stands for itself.
      return Number(number) < match.groups.length ? (match.groups[Number(number)] ?? '') : whole;
    },
  );
}

function expressionOf({ text, is, matchCase, wholeWord, accents }: Wanted): RegExp | null {
  const given = accents ? text : withoutAccents(text).text;
  const inner = is === 'pattern' ? `(?:${given})` : given.replaceAll(special, String.raw`\$&`);
  const source = wholeWord ? `(?<![\\p{L}\\p{N}_])${inner}(?![\\p{L}\\p{N}_])` : inner;
  try {
    // Where groups stand is asked of a pattern only: it takes as long as all else.
    return new RegExp(source, `${is === 'pattern' ? 'd' : ''}g${matchCase ? '' : 'i'}u`);
  } catch {
    // The constructor throws a SyntaxError on what is no regular expression.
    return null;
  }
}

const special = /[\\^$.*+?()[\]{}|/]/gu;
const apostrophes = /[’‘ʼ]/u;
const spaces = /[\u00A0\u202F\u2007\u2009]/u;

/** A text without accents and typographic variants, and where each of its UTF-16 units comes from. */
function withoutAccents(text: string): { readonly text: string; readonly map: readonly number[] } {
  let plain = '';
  const map: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = plainCharacter(character);
    for (let unit = 0; unit < piece.length; unit += 1) {
      map.push(piece.length === character.length ? at + unit : at);
    }
    plain += piece;
    at += character.length;
  }
  map.push(text.length);
  return { text: plain, map };
}

function plainCharacter(character: string): string {
  if (character < '\u0080') return character;
  if (apostrophes.test(character)) return "'";
  if (spaces.test(character)) return ' ';
  return character.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
