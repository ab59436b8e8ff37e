import type { StyleMark } from '@domain/style/marks';
import type { Formats } from './format/formats';
import type { Translate } from './i18n/translate';

/** What a mark on spelling or style says, as a sentence of the language of the window. */
export function styleText(
  t: Translate,
  format: Pick<Formats, 'date'>,
  { kind, why, words, fixes, day }: StyleMark,
): string {
  const values = {
    words: t('note.quote', { words }),
    fix: t('note.quote', { words: fixes[0] ?? '' }),
    date: day === undefined ? '' : format.date(day, 'UTC'),
  };
  switch (kind) {
    case 'spelling':
      return t(why === 'accent' ? 'style.why.accent' : 'style.why.unknown', values);
    case 'unpaired':
      return t(why === 'closing' ? 'style.why.closing' : 'style.why.opening', values);
    case 'spaces':
      return t(why === 'double' ? 'style.why.double' : 'style.why.before-sign', values);
    case 'number':
      return t(numberKey(why), values);
    case 'day':
      return t(why === 'far' ? 'style.why.far' : 'style.why.wrong-weekday', values);
    case 'repeated':
    case 'house':
    case 'consistency':
    case 'date':
      return t(`style.why.${kind}`, values);
  }
}

function numberKey(
  why: StyleMark['why'],
): `style.why.${'grouping' | 'unit' | 'decimal' | 'hour' | 'first' | 'singular'}` {
  switch (why) {
    case 'unit':
    case 'decimal':
    case 'hour':
    case 'first':
    case 'singular':
      return `style.why.${why}`;
    default:
      return 'style.why.grouping';
  }
}
