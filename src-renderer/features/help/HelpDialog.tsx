import { showDialog } from '../../state/desk';
import { startTour } from '../../state/tour';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { Pages } from '../../ui/Pages';
import { HelpText } from './HelpText';
import { en } from './pages/en';
import { fr } from './pages/fr';
import styles from './Help.module.css';

const pagesIn = { en, fr };

/** The help: short pages, found by their words. */
export function HelpDialog() {
  const { t, language } = useLocale();
  const pages = pagesIn[language];
  const close = (): void => showDialog(null);
  return (
    <Pages
      title={t('help.title')}
      searchLabel={t('help.search')}
      listLabel={t('help.list')}
      none={t('help.none')}
      pages={pages.map(({ id, title, text }) => ({ key: id, title, words: text }))}
      footer={
        <>
          <Button
            onClick={() => {
              close();
              startTour();
            }}
          >
            {t('tour.take')}
          </Button>
          <Button onClick={close}>{t('common.close')}</Button>
        </>
      }
      onClose={close}
    >
      {(key) => {
        const page = pages.find(({ id }) => id === key);
        if (page === undefined) return null;
        return (
          <article>
            <h3 className={styles['name']}>{page.title}</h3>
            <HelpText text={page.text} />
          </article>
        );
      }}
    </Pages>
  );
}
