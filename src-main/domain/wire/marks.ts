/*
 * The shapes that single lines of the wire form have: photo, quote, list item, crosshead, separator,
 * sign-off. Reading, joining and printing all ask here, so that they agree.
 */

/** A photo line: `caption [CREDIT]`, or `caption (Crédit : …)`. */
export type PhotoLine = {
  readonly caption: string;
  readonly credit: string;
  /** Dashes between caption and credit, which are not kept; usually none. */
  readonly dash: string;
  /** Whether the credit stood in words, `(Crédit : …)`. */
  readonly worded: boolean;
};

/** Longer lines are paragraphs whatever they look like; also keeps hostile ones from slow patterns. */
const longestPhoto = 1300;
const longestCrosshead = 400;

/** `(Crédit : OAP/X)`, as some systems end captions. */
const wordedCredit =
  /^(?<caption>.*?)(?<dash>[\s\-–—]*)\(cr[ée]dits?\s?:\s*(?<credit>[^()[\]]*)\)$/isu;
const photo = /^(?<caption>.*?)(?<dash>[\s\-–—]*)\[(?<credit>[^[\]]*)\]$/su;
/** Brackets that end a sentence without being a credit: [sic], […], [NDLR: …]. */
const notCredit = /^(?:\p{Ll}|…|\.\.\.|NDLR|NDT|Note\b|N\.D\.L\.R)/u;

/**
 * Reads a photo line. The credit begins with a capital, a digit or a sign, or is missing (`[]`);
 * the caption has at least one letter or digit.
 */
export function readPhotoLine(text: string): PhotoLine | null {
  if (!/[\])]$/.test(text) || text.length > longestPhoto || startsWithMarker(text)) return null;
  const worded = wordedCredit.exec(text)?.groups;
  const groups = worded ?? photo.exec(text)?.groups;
  if (groups === undefined) return null;
  const { dash = '' } = groups;
  const caption = (groups['caption'] ?? '').trim();
  const credit = (groups['credit'] ?? '').trim();
  if (!hasLetterOrDigit(caption) || notCredit.test(credit)) return null;
  // Printed with a space before the bracket, it must still be a photo: "1.[AFP]" would not.
  const printed = `${caption} [${credit}]`;
  if (startsWithMarker(printed) || printed.length > longestPhoto) return null;
  return { caption, credit, dash: dash.trim(), worded: worded !== undefined };
}

/** The bullet of a list item and its text, `•`, `-`, `*`, `▪` or `·`, or null. */
export function readBullet(
  text: string,
): { readonly marker: string; readonly item: string } | null {
  const match = /^([•\-*▪·])\s+(\S.*)$/su.exec(text);
  const [, marker, item] = match ?? [];
  if (marker === undefined || item === undefined) return null;
  return isSeparatorLine(text) || isRuleLine(text) || readDashedCrosshead(text) !== null
    ? null
    : { marker, item };
}

/** The number of an ordered list's item and its text, or null. */
export function readNumbered(
  text: string,
): { readonly number: string; readonly item: string } | null {
  const [, number, item] = /^(\d{1,3})\.\s+(\S.*)$/su.exec(text) ?? [];
  return number === undefined || item === undefined ? null : { number, item };
}

/** The text of a quoted paragraph, a line that begins with `>`, or null. */
export function readQuoted(text: string): string | null {
  return text.startsWith('>') ? text.slice(1).trim() : null;
}

/** The words after the dash of a line of a quote that says who is quoted, `— Name`, or null. */
export function readAttribution(text: string): string | null {
  return /^—\s+(\S.*)$/su.exec(text)?.[1] ?? null;
}

/** A crosshead said to be one by dashes around it, as agencies send them: `- Une trêve fragile -`. */
export function readDashedCrosshead(
  text: string,
): { readonly text: string; readonly dashes: string } | null {
  if (text.length > longestCrosshead) return null;
  const [, before, inner, after] = /^([-–—])\s+(.*\S)\s+([-–—])$/su.exec(text) ?? [];
  if (before === undefined || inner === undefined || after === undefined) return null;
  return hasLetterOrDigit(inner) ? { text: inner, dashes: before + after } : null;
}

/** The separator: three asterisks. */
export function isSeparatorLine(text: string): boolean {
  return /^\*\s*\*\s*\*$/u.test(text);
}

/** Another line drawn with signs, which stands for a separator. */
export function isRuleLine(text: string): boolean {
  return /^(?:[-–—_=~+*]\s*){3,}$/u.test(text) && !isSeparatorLine(text);
}

/** A sign-off: initials or agencies parted by slashes, `reuters/ptur`, `/abc`, `(ats/afp)`. */
export function isSignoffLine(text: string): boolean {
  return (
    text.length <= 60 &&
    /\p{L}/u.test(text) &&
    /^\(?(?:[\p{L}\p{N}-]{1,15})?(?:\/[\p{L}\p{N}-]{1,15})+\)?$/u.test(text)
  );
}

/**
 * Whether a line could be a headline: it has a letter or digit, is no longer than 200 characters
 * and does not end as a sentence does, with a full stop, comma, colon or semicolon. A stop that
 * belongs to an abbreviation in capitals ("U.S.") ends no sentence.
 */
export function looksLikeHeadline(text: string): boolean {
  if (text.length > 200 || !hasLetterOrDigit(text)) return false;
  const bare = withoutClosers(text);
  return !/[.,:;]$/u.test(bare) || /(?:\p{Lu}\.){2,}$/u.test(bare);
}

/**
 * Whether a line could be a crosshead: at most 90 characters and 12 words, beginning with a
 * capital, a digit or a quotation mark, and with no punctuation at its end.
 */
export function looksLikeCrosshead(text: string): boolean {
  return (
    text.length <= 90 &&
    text.split(/\s+/u).length <= 12 &&
    hasLetterOrDigit(text) &&
    /^["'«“‘(]?\s*[\p{Lu}\p{Lt}\p{N}]/u.test(text) &&
    !/[.,:;!?…\-–—/]$/u.test(withoutClosers(text))
  );
}

/** Whether a line begins with the mark of a quote or a list item. */
export function startsWithMarker(text: string): boolean {
  return text.startsWith('>') || /^[•\-*▪·]\s/u.test(text) || /^\d{1,3}\.\s/u.test(text);
}

/** Whether there is something to read in a text, not signs alone. */
function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function withoutClosers(text: string): string {
  return text.replace(/[\s"'»”’)\]]+$/u, '');
}
