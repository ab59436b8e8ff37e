import { closeToCaret } from '../../state/draft';
import { showMargin } from '../../state/desk';
import { showMark, useStyle } from '../../state/style';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Publish.module.css';

/** How many words spelling still marks, and the way to them; it never holds publishing back. */
export function SpellingLeft() {
  const { t } = useLocale();
  const marks = useStyle((style) => style.findings?.shown) ?? [];
  const spelling = marks.filter(({ kind }) => kind === 'spelling');
  const [first] = spelling;
  if (first === undefined) return null;
  const show = (): void => {
    closeToCaret();
    showMargin('checks');
    // After the dialog has given the focus back to the text.
    requestAnimationFrame(() => showMark(first));
  };
  return (
    <p className={styles['sign']}>
      <span>{t('publish.spelling-left', { count: spelling.length })}</span>
      <Button onClick={show}>{t('publish.spelling-show')}</Button>
    </p>
  );
}
