import type { Stretch } from './protected';

const pairs = /«([^«»]*)»|“([^“”]*)”|(?<![\p{L}\p{N}])"([^"\n]*)"(?![\p{L}\p{N}])/gu;

/** Words inside quotation marks, and the quotation with its marks; offsets of the text block. */
export type Quotation = { readonly words: Stretch; readonly whole: Stretch };

/**
 * The quotations of a text block: what stands between « », “ ” or " ", as far as both marks are
 * there. The words are without the spaces at their ends, which belong to the marks.
 */
export function quotationsIn(text: string): readonly Quotation[] {
  return [...text.matchAll(pairs)].flatMap((match) => {
    const inside = match[1] ?? match[2] ?? match[3] ?? '';
    const words = inside.trim();
    if (words === '') return [];
    const start = match.index + 1 + inside.indexOf(words);
    const whole = { start: match.index, end: match.index + match[0].length };
    return [{ words: { start, end: start + words.length }, whole }];
  });
}

/** The quotation whose words a change of a stretch would change; taking all of it out changes none. */
export function quotationChanged(text: string, stretch: Stretch): Quotation | undefined {
  return changedOf(quotationsIn(text), stretch);
}

/** {@link quotationChanged} by the quotations of a text block, for many stretches of it. */
export function changedOf(
  quotations: readonly Quotation[],
  { start, end }: Stretch,
): Quotation | undefined {
  return quotations.find(({ words, whole }) => {
    if (start <= whole.start && end >= whole.end) return false;
    return start === end
      ? start >= words.start && start <= words.end
      : start < words.end && end > words.start;
  });
}
