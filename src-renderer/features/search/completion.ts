import { namedOf, offeredNames, offeredValues } from '@domain/query/names';
import { fold } from '@domain/text/fold';

/** What is being completed, and where it stands in the field. */
export type Completing = {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly of:
    | { readonly is: 'known'; readonly items: readonly string[] }
    | { readonly is: 'archive'; readonly of: 'word' | 'desk' | 'agency' | 'place' | 'person' };
};

/** What can go on at the caret: names, values of a name, words of the archive; null in quotations and the like. */
export function completingAt(
  text: string,
  caret: number,
  language: 'fr' | 'en',
): Completing | null {
  const before = text.slice(0, caret);
  const token = /(?:^|[\s(])-?(?:([^\s():"]+):)?("[^"]*|[^\s():"*=]*)$/.exec(before);
  if (token === null) return null;
  const [, name, value = ''] = token;
  const start = caret - value.length;
  const typed = value.replace(/^"/, '');
  if (name === undefined) {
    if (typed.length < 2 || value.startsWith('"')) return null;
    const names = offeredNames[language].filter((one) => one.startsWith(fold(typed)));
    if (names.length > 0) {
      return {
        start,
        end: caret,
        typed,
        of: { is: 'known', items: names.map((one) => `${one}:`) },
      };
    }
    return { start, end: caret, typed, of: { is: 'archive', of: 'word' } };
  }
  const named = namedOf(fold(name));
  if (named?.is === 'choice') {
    const items = offeredValues(named.choice, language).filter((one) =>
      one.startsWith(fold(typed)),
    );
    return { start, end: caret, typed, of: { is: 'known', items } };
  }
  if (named?.is === 'value' && named.value !== 'subject') {
    return { start, end: caret, typed, of: { is: 'archive', of: named.value } };
  }
  return named?.is === 'field' && typed.length >= 2
    ? { start, end: caret, typed, of: { is: 'archive', of: 'word' } }
    : null;
}

/** A text with what was being completed put in, and where the caret then stands. */
export function completed(
  text: string,
  { start, end, of }: Completing,
  item: string,
): { readonly text: string; readonly caret: number } {
  const isValue = of.is === 'archive' && of.of !== 'word';
  const quoted = isValue && /[^\p{L}\p{N}-]/u.test(item) ? `"${item}"` : item;
  // After a name its value follows; after anything else, the next word.
  const put = quoted.endsWith(':') ? quoted : `${quoted} `;
  const rest = text.slice(end).replace(/^"?\s?/, '');
  return { text: `${text.slice(0, start)}${put}${rest}`, caret: start + put.length };
}
