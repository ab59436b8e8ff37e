/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * What typography never touches: web addresses (also without a scheme), e-mail addresses, handles
 * and hashtags, file names with an extension, clock times with a colon, ratios such as 16:9, fields of a
 * template that are still to be filled, and what stands between backticks, as code does.
 */
const untouchable =
  /`[^`\n]+`|\{\p{L}[^{}\n]*\}|(?:https?:\/\/|www\.)[^\s"«»“”<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+|(?<![\p{L}\p{N}])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|fr|ch|be|eu|info|html?|pdf|jpe?g|png|txt|docx?|xlsx?)(?:\/[^\s"«»“”<>]*)?(?![\p{L}\p{N}])|\d+:\d+(?::\d+)?/giu;

/** The stretches of a text that typography leaves alone, in order. */
export function protectedStretches(text: string): readonly Stretch[] {
  return [...text.matchAll(untouchable)].map((match) => {
    // A full stop or comma after an address belongs to the sentence, not to the address.
    const address = match[0].startsWith('`') ? match[0] : match[0].replace(/[.,;!?)]+$/, '');
    return { start: match.index, end: match.index + address.length };
  });
}
