import type { Wanted } from '@domain/find/finder';
import { Check } from './Check';
import { useLocale } from './i18n/Locale';
import styles from './FindOptions.module.css';

/** How words are looked for: case, accents, whole words, as a pattern, in quotations too. */
export function FindOptions({
  wanted,
  quotedToo,
  onWanted,
  onQuotedToo,
}: {
  readonly wanted: Wanted;
  readonly quotedToo: boolean;
  readonly onWanted: (wanted: Wanted) => void;
  readonly onQuotedToo: (also: boolean) => void;
}) {
  const { t } = useLocale();
  return (
    <div role="group" aria-label={t('everywhere.options')} className={styles['options']}>
      <Check
        label={t('find.case')}
        checked={wanted.matchCase}
        onChange={(matchCase) => onWanted({ ...wanted, matchCase })}
      />
      <Check
        label={t('everywhere.accents')}
        checked={wanted.accents}
        onChange={(accents) => onWanted({ ...wanted, accents })}
      />
      <Check
        label={t('everywhere.whole-word')}
        checked={wanted.wholeWord}
        onChange={(wholeWord) => onWanted({ ...wanted, wholeWord })}
      />
      <Check
        label={t('everywhere.pattern')}
        checked={wanted.is === 'pattern'}
        onChange={(isPattern) => onWanted({ ...wanted, is: isPattern ? 'pattern' : 'words' })}
      />
      <Check label={t('find.quoted')} checked={quotedToo} onChange={onQuotedToo} />
    </div>
  );
}
