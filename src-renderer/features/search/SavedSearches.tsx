import { X } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearchModel } from '@contract/search';
import { call } from '../../bridge/bridge';
import { useEvent } from '../../bridge/useEvent';
import { refreshSavedSearches as again, useSavedSearches } from '../../state/saved-searches';
import { say, sayError } from '../../state/toasts';
import { Button, IconButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { searchChosen, useSearch } from './store';
import styles from './Search.module.css';

/** The saved searches, each with how many takes it finds that came since it was looked at. */
export function SavedSearches() {
  const { t } = useLocale();
  const { data } = useSavedSearches();
  useEvent('dispatches-changed', again);
  const searches = data?.searches ?? [];
  if (searches.length === 0) return null;
  return (
    <section aria-label={t('search.saved')} className={styles['kept']}>
      <h3 className={styles['facetTitle']}>{t('search.saved')}</h3>
      <ul>
        {searches.map((saved) => (
          <li key={saved.id} className={styles['savedLine']}>
            <button type="button" className={styles['keptQuery']} onClick={() => open(saved)}>
              <span>{saved.name}</span>
              {saved.fresh > 0 && (
                <span className={styles['fresh']}>{t('search.fresh', { count: saved.fresh })}</span>
              )}
            </button>
            <IconButton
              label={t('search.saved-remove', { name: saved.name })}
              onClick={() => void remove(saved)}
            >
              <X aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function open({ id, query, sort }: SavedSearchModel): void {
  useSearch.setState({ sort });
  searchChosen(query);
  void call('search.seen', { id }).then(again);
}

async function remove({ id }: SavedSearchModel): Promise<void> {
  const removed = await call('search.remove', { id });
  if (!removed.ok) sayError(removed.error);
  again();
}

/** Saves the search as it stands, under a name. */
export function SaveSearch() {
  const { t } = useLocale();
  const { text, sort } = useSearch();
  const [name, setName] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (name === null || name.trim() === '') return;
    const saved = await call('search.save', { name: name.trim(), query: text.trim(), sort });
    if (!saved.ok) {
      sayError(saved.error);
      return;
    }
    setName(null);
    again();
    say('search.save-done', { name: name.trim() }, 'good');
  };
  return (
    <>
      <Button writes look="quiet" onClick={() => setName(text.trim())}>
        {t('search.save')}
      </Button>
      {name !== null && (
        <Dialog title={t('search.save-title')} onClose={() => setName(null)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <Field label={t('search.save-name')} hint={t('search.save-hint')}>
              {(ids) => (
                <input
                  {...ids}
                  data-autofocus=""
                  value={name}
                  maxLength={120}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <div className={styles['dialogActions']}>
              <Button onClick={() => setName(null)}>{t('common.cancel')}</Button>
              <Button look="primary" type="submit">
                {t('search.save-confirm')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
