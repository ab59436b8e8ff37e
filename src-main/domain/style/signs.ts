import { protectedStretches, type Stretch } from '../typography/protected';
import { surroundings, type StyleMark } from './marks';

/** Words that stand twice in good French and English ("nous nous sommes", "he had had"). */
const maybeTwice = new Set(['nous', 'vous', 'had', 'that', 'bla', 'cha', 'très']);

/** A word written twice in a row; names such as "Bora Bora" are left alone. */
export function repeatedWords(text: string): readonly StyleMark[] {
  const pattern = /(?<![\p{L}\p{N}'’-])(\p{L}{1,40})([ \u00A0\u202F]+)\1(?![\p{L}\p{N}'’-])/giu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [words, word = ''] = match;
    const isName = /^\p{Lu}/u.test(word) && /\p{Lu}\p{L}*$/u.test(words) && match.index > 0;
    if (isName || maybeTwice.has(word.toLowerCase())) return [];
    const at = { start: match.index, end: match.index + words.length };
    return [{ ...at, kind: 'repeated', words, fixes: [word] } satisfies StyleMark];
  });
}

const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»', '“': '”' };
const opens: Readonly<Record<string, string>> = { ')': '(', ']': '[', '»': '«', '”': '“' };
/** "a)" and "1)" begin items of a list. */
const itemSign = /(?:^|[\s(])[\p{L}\p{N}]{1,2}\)$/u;

/**
 * Brackets and quotation marks of a block that lack their other half, straight quotation marks when
 * they are odd in number. Whether an open quotation goes on in the next block is not known here.
 */
export function unpairedSigns(text: string): readonly StyleMark[] {
  const open: { readonly sign: string; readonly at: number }[] = [];
  const alone: { readonly at: number; readonly why: 'opening' | 'closing' }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(/[()[\]«»“”]/g)) {
    if (sign in closes) {
      open.push({ sign, at });
    } else if (open.some((one) => one.sign === opens[sign])) {
      // What was opened since and not closed stays open.
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        if (last.sign === opens[sign]) break;
        alone.push({ at: last.at, why: 'opening' });
      }
    } else if (sign !== ')' || !itemSign.test(text.slice(Math.max(0, at - 3), at + 1))) {
      alone.push({ at, why: 'closing' });
    }
  }
  for (const { at } of open) alone.push({ at, why: 'opening' });
  const straight = [...text.matchAll(/"/g)];
  const last = straight.at(-1);
  if (straight.length % 2 === 1 && last !== undefined)
    alone.push({ at: last.index, why: 'opening' });
  return alone
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, why }) => {
      const stretch = { start: at, end: at + 1 };
      return { ...stretch, kind: 'unpaired', why, words: surroundings(text, stretch), fixes: [] };
    });
}

/** Several spaces in a row, and spaces before a comma or full stop. */
export function straySpaces(text: string): readonly StyleMark[] {
  if (!/[ \u00A0\u202F\u2009\t](?:[ \u00A0\u202F\u2009\t]|[,.])/.test(text)) return [];
  const kept = protectedStretches(text);
  const doubled = [...text.matchAll(/(?<=\S)[ \u00A0\u202F\u2009\t]{2,}(?=\S)/gu)].map((match) => {
    const at = stretchOf(match);
    // Of several the one that does not break was meant.
    const meant = /[\u00A0\u202F]/.exec(match[0])?.[0] ?? ' ';
    return { ...at, kind: 'spaces', why: 'double', fixes: [meant] } as const;
  });
  const before = [...text.matchAll(/(?<=[\p{L}\p{N}»”)])[ \u00A0\u202F]+(?=[,.](?:\s|$))/gu)].map(
    (match) => ({ ...stretchOf(match), kind: 'spaces', why: 'before-sign', fixes: [''] }) as const,
  );
  return [...doubled, ...before]
    .filter(({ start, end }) => !kept.some((one) => start < one.end && end > one.start))
    .map((mark) => ({ ...mark, words: surroundings(text, mark) }));
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}
