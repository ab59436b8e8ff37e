import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { useLocale } from '../../ui/i18n/Locale';
import { forgetHistory, readHistory } from './history';
import { SavedSearches } from './SavedSearches';
import { searchChosen } from './store';
import styles from './Search.module.css';

const examples = ['phrase', 'not', 'field', 'date', 'filter', 'near', 'written'] as const;

/** Before anything is asked: saved searches, the last ones, and what can be asked. */
export function Idle() {
  const { t } = useLocale();
  return (
    <div className={styles['idle']}>
      <Empty title={t('search.idle.title')} text={t('search.idle.text')} />
      <SavedSearches />
      <History />
      <dl className={styles['examples']}>
        {examples.map((example) => (
          <div key={example}>
            <dt>{t(`search.idle.${example}-term`)}</dt>
            <dd>{t(`search.idle.${example}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function History() {
  const { t } = useLocale();
  const [history, setHistory] = useState(readHistory);
  if (history.length === 0) return null;
  return (
    <section aria-label={t('search.history')} className={styles['kept']}>
      <h3 className={styles['facetTitle']}>{t('search.history')}</h3>
      <ul>
        {history.map((text) => (
          <li key={text}>
            <button
              type="button"
              className={styles['keptQuery']}
              onClick={() => searchChosen(text)}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        onClick={() => {
          forgetHistory();
          setHistory([]);
        }}
      >
        {t('search.history-forget')}
      </Button>
    </section>
  );
}
