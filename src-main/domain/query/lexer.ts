import { fold } from '../text/fold';
import { allNames, nearest } from './names';
import type { Problem, Span } from './query';

/** A piece of a query as typed, before any structure. */
export type Lexeme = Span &
  (
    | { readonly type: 'open' | 'close' | 'or' | 'minus' | 'near' }
    | { readonly type: 'name'; readonly name: string }
    | {
        readonly type: 'quoted';
        readonly text: string;
        readonly prefix: boolean;
        /** Whether case and accents count. */
        readonly written: boolean;
      }
    | { readonly type: 'word'; readonly text: string }
  );

const closingMarks: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '”',
  '«': '»',
};
/** Words that look for words near each other when a parenthesis follows them. */
const nearWords = new Set(['NEAR', 'PROCHE']);
const space = /[\s\u200B]/u;
/** Where a bare word ends. A quotation mark inside a word ends it too. */
const wordEnd = /[\s\u200B()"“”„«»]/u;
const spacedNumber = /^\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\p{N}])/u;

/**
 * Cuts an input into lexemes. `isName` says which words before a colon are names of fields; other
 * words with a colon in them ("21:14") stay words.
 */
export function lex(
  input: string,
  isName: (folded: string) => boolean,
): { readonly lexemes: readonly Lexeme[]; readonly problems: readonly Problem[] } {
  const lexemes: Lexeme[] = [];
  const problems: Problem[] = [];
  let at = 0;
  while (at < input.length) {
    const character = input.charAt(at);
    if (space.test(character) || character === '»' || character === '”') {
      at += 1;
      continue;
    }
    const next = lexOne(input, at, isName, problems);
    if (next !== null) lexemes.push(next);
    at = next?.end ?? at + 1;
  }
  return { lexemes, problems };
}

function lexOne(
  input: string,
  start: number,
  isName: (folded: string) => boolean,
  problems: Problem[],
): Lexeme | null {
  const character = input.charAt(start);
  if (character === '(') return { type: 'open', start, end: start + 1 };
  if (character === ')') return { type: 'close', start, end: start + 1 };
  const closing = closingMarks[character];
  if (closing !== undefined) return lexQuoted(input, start, start, closing, problems);
  const quotedAsWritten = character === '=' ? closingMarks[input.charAt(start + 1)] : undefined;
  if (quotedAsWritten !== undefined) {
    return lexQuoted(input, start, start + 1, quotedAsWritten, problems);
  }
  if (character === '-' || character === '−') {
    // A dash followed by a space, as in a pasted headline, excludes nothing.
    const follows = input.charAt(start + 1);
    if (follows === '' || space.test(follows) || follows === '-') return null;
    return { type: 'minus', start, end: start + 1 };
  }
  return lexWord(input, start, isName, problems);
}

/** A quotation from its opening mark at `open`; an `=` may stand before it, at `start`. */
function lexQuoted(
  input: string,
  start: number,
  open: number,
  closing: string,
  problems: Problem[],
): Lexeme {
  const written = open > start;
  const at = input.indexOf(closing, open + 1);
  if (at === -1) {
    problems.push({
      code: 'unclosed-quote',
      start,
      end: input.length,
      suggestion: `${input.slice(start).trimEnd()}${closing}`,
    });
    const text = input.slice(open + 1);
    const prefix = !written && !space.test(text.slice(-1));
    return { type: 'quoted', text, prefix, written, start, end: input.length };
  }
  const prefix = !written && input.charAt(at + 1) === '*';
  const text = input.slice(open + 1, at);
  return { type: 'quoted', text, prefix, written, start, end: at + (prefix ? 2 : 1) };
}

function lexWord(
  input: string,
  start: number,
  isName: (folded: string) => boolean,
  problems: Problem[],
): Lexeme {
  const rest = input.slice(start);
  const number = spacedNumber.exec(rest);
  let length = number?.[0].length ?? 0;
  while (length < rest.length && !wordEnd.test(rest.charAt(length))) length += 1;
  const text = rest.slice(0, length);
  const end = start + length;
  const colon = text.indexOf(':');
  if (colon > 0) {
    const name = fold(text.slice(0, colon));
    if (isName(name)) return { type: 'name', name, start, end: start + colon + 1 };
    const hasValue = length > colon + 1 && text.charAt(colon + 1) !== '/';
    if (hasValue && /^[a-z]+$/.test(name)) {
      const meant = nearest(name, allNames);
      problems.push({
        code: 'unknown-field',
        start,
        end: start + colon + 1,
        ...(meant !== undefined && { suggestion: `${meant}:` }),
      });
    }
  }
  if (nearWords.has(text) && input.charAt(end) === '(') return { type: 'near', start, end };
  return text === 'OR' || text === 'OU'
    ? { type: 'or', start, end }
    : { type: 'word', text, start, end };
}
