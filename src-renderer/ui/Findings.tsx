import { CircleCheck, Info, OctagonAlert } from 'lucide-react';
import type { Finding } from '@domain/record/checks';
import { cx } from './cx';
import { useLocale } from './i18n/Locale';
import styles from './Findings.module.css';

/** What the checks found in a draft: blocking findings by an octagon and a word, advice by a circle. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useLocale();
  if (findings.length === 0) {
    return (
      <p className={styles['clear']}>
        <CircleCheck aria-hidden="true" />
        <span>{t('checks.clear')}</span>
      </p>
    );
  }
  return (
    <ul>
      {findings.map(({ code, blocking, count, words = [] }) => (
        <li key={code} className={cx(styles['finding'], blocking && styles['blocking'])}>
          {blocking ? <OctagonAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <span>
            {t(`check.${code}`, {
              count,
              words: words.map((one) => t('note.quote', { words: one })).join(', '),
            })}
            <small>{t(blocking ? 'checks.blocking' : 'checks.advice')}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
