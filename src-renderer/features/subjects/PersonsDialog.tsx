import { useState } from 'react';
import type { DispatchModel } from '@contract/models';
import { longestPerson } from '@domain/exchange/persons';
import { showDialog } from '../../state/desk';
import { setPersons, usePersons } from '../../state/persons';
import { Chooser } from '../../ui/Chooser';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Subjects.module.css';

/** Chooses a person a dispatch speaks of: one the archive knows, or a new name. */
export function PersonsDialog({ dispatch }: { readonly dispatch: DispatchModel }) {
  const { t } = useLocale();
  const [text, setText] = useState('');
  const typed = text.trim().slice(0, longestPerson);
  const { data } = usePersons(typed);
  const known = data?.items ?? [];
  const isNew = typed !== '' && known.every((person) => person.text !== typed);
  const items = known.map((person) => ({
    key: person.text,
    content: (
      <>
        <span className={styles['name']}>{person.text}</span>
        <small>{t('persons.dispatches', { count: person.count })}</small>
      </>
    ),
  }));
  const added = {
    key: typed,
    content: (
      <>
        <span className={styles['name']}>{typed}</span>
        <small>{t('persons.new')}</small>
      </>
    ),
  };
  return (
    <Chooser
      title={t('persons.title')}
      label={t('persons.search')}
      empty={t('persons.empty')}
      items={isNew ? [...items, added] : items}
      onText={setText}
      onChoose={(name) => {
        showDialog(null);
        void setPersons(dispatch.id, [...dispatch.persons, name]);
      }}
      onClose={() => showDialog(null)}
    />
  );
}
