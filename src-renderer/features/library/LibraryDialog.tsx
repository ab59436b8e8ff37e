import { useMemo, useRef, useState } from 'react';
import type { LibraryEntryModel } from '@contract/library';
import { fold } from '@domain/text/fold';
import { showDialog } from '../../state/desk';
import { exportLibrary, importLibrary, useLibrary, useLibraryAt } from '../../state/library';
import { Button } from '../../ui/Button';
import { useLocale } from '../../ui/i18n/Locale';
import { Shelf } from '../../ui/Shelf';
import { EntryForm } from './EntryForm';

/** What is being written in the form: an entry by its id, or, without one, a new one. */
type At = { readonly id: string | null };

/** The house library: what the desk says of people, places and acronyms; looked through and written. */
export function LibraryDialog() {
  const { t } = useLocale();
  const entries = useLibrary();
  const [words, setWords] = useState('');
  const start = useLibraryAt(({ id }) => id);
  const [at, setAt] = useState<At | null>(start === null ? null : { id: start });
  const found = useMemo(() => matching(entries, words), [entries, words]);
  const entry = entries.find(({ id }) => id === at?.id);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Shelf
      title={t('library.title')}
      labels={{
        search: t('library.search'),
        list: t('library.list'),
        new: t('library.new'),
      }}
      found={found.map(({ id, term, forms, language, text }) => ({
        id,
        name: [term, ...forms].join(', '),
        aside: t(`language.${language}`),
        language,
        text,
      }))}
      empty={t(entries.length === 0 ? 'library.empty' : 'library.none-found')}
      words={words}
      onWords={setWords}
      at={at?.id ?? null}
      onChoose={(id) => setAt({ id })}
      onNew={() => setAt({ id: null })}
      onClose={() => showDialog(null)}
      field={field}
      footer={
        <>
          <Button writes onClick={() => void importLibrary()}>
            {t('library.import')}
          </Button>
          <Button disabled={entries.length === 0} onClick={() => void exportLibrary()}>
            {t('library.export')}
          </Button>
          <Button onClick={() => showDialog(null)}>{t('common.close')}</Button>
        </>
      }
    >
      {at !== null && (at.id === null || entry !== undefined) && (
        <EntryForm
          key={at.id}
          entry={entry ?? null}
          onKept={(id) => setAt({ id })}
          onGone={() => {
            setAt(null);
            field.current?.focus();
          }}
        />
      )}
    </Shelf>
  );
}

/** The entries with words in their names or text, those named so first. */
function matching(
  entries: readonly LibraryEntryModel[],
  words: string,
): readonly LibraryEntryModel[] {
  const wanted = fold(words.trim());
  if (wanted === '') return entries;
  const named = ({ term, forms }: LibraryEntryModel) =>
    fold([term, ...forms].join('\n')).includes(wanted);
  const said = ({ text }: LibraryEntryModel) => fold(text).includes(wanted);
  return [...entries.filter(named), ...entries.filter((entry) => !named(entry) && said(entry))];
}
