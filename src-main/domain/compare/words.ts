/**
 * The tokens texts are compared by: words, and each sign between them alone. A typographic space
 * (U+00A0, U+202F), an apostrophe or a quotation mark is a token of its own, so that a change of
 * typography is seen as one and touches no word.
 */

/**
 * A word (letters, marks and digits; a hyphen inside it, and a comma or full stop between digits,
 * belong to it), a whole pictograph, or one character. Every character is in exactly one token.
 */
const token =
  /[\p{L}\p{M}\p{N}]+(?:(?:[-\u2010\u2011]|(?<=\d)[.,](?=\d))[\p{L}\p{M}\p{N}]+)*|\p{Extended_Pictographic}[\uFE0F\u200D\p{EMod}\p{Extended_Pictographic}]*|[\s\S]/gu;

const startsWord = /^[\p{L}\p{M}\p{N}]/u;
const whiteSpace = /^\p{White_Space}+$/u;

/** The tokens of a text, in order; put together they are the text again. */
export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}

/** Whether a token is a word, not a space or a sign. */
export function isWord(token: string): boolean {
  return startsWord.test(token);
}

/** Whether a token is white space of any kind. */
export function isSpace(token: string): boolean {
  return whiteSpace.test(token);
}
