import { isParagraphKind } from '@domain/compare/blocks';
import type { ComparisonCounts, Place, Row, Side } from '@domain/compare/comparison';
import type { Segment } from '@domain/compare/word-diff';
import type { Locale } from '../i18n/Locale';
import { isMessageKey, type MessageKey } from '../i18n/translate';

type Words = Pick<Locale, 't' | 'format'>;

/** How much changed, in words; what did not change is not told. */
export function countTexts(counts: ComparisonCounts, { t }: Words): readonly string[] {
  const told: readonly (readonly [MessageKey, number])[] = [
    ['compare.count.words-inserted', counts.wordsInserted],
    ['compare.count.words-deleted', counts.wordsDeleted],
    ['compare.count.changed', counts.paragraphsChanged],
    ['compare.count.inserted', counts.paragraphsInserted],
    ['compare.count.deleted', counts.paragraphsDeleted],
    ['compare.count.moved', counts.paragraphsMoved],
    ['compare.count.formatted', counts.paragraphsFormatted],
  ];
  return told.filter(([, count]) => count > 0).map(([key, count]) => t(key, { count }));
}

/** Where a block stands, in words. */
export function placeText({ kind, paragraph }: Place, { t }: Words): string {
  if (paragraph !== null) return t('compare.place.paragraph', { number: paragraph });
  const key = `compare.place.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/** Where a row stands and what became of it, in words. */
export function rowText(row: Row, words: Words): string {
  const place = row.right[0] ?? row.left[0];
  const what = words.t(`compare.row.${row.is}`);
  return place === undefined ? what : `${placeText(place, words)}, ${what}`;
}

/** What changed of a block's form; null where the form is as it was. */
export function formText({ is, left, right }: Row, words: Words): string | null {
  const [from, to] = [left[0], right[0]];
  if (is === 'inserted' || is === 'deleted' || from === undefined || to === undefined) return null;
  if (from.kind !== to.kind) {
    return words.t('compare.form-changed', {
      from: kindText(from, words),
      to: kindText(to, words),
    });
  }
  return is === 'formatted' ? words.t('compare.marks-changed') : null;
}

function kindText({ kind }: Place, { t }: Words): string {
  const key = isParagraphKind(kind) ? `compare.form.${kind}` : `compare.place.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/** What of a row's words is shown on a side, or on both in one column. */
export function segmentsOn({ segments }: Row, shown: Side | 'both'): readonly Segment[] {
  if (shown === 'both') return segments;
  const absent = shown === 'left' ? 'inserted' : 'deleted';
  return segments.filter(({ is }) => is !== absent);
}
