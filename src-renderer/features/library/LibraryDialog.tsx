import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryEntryModel } from '@contract/library';
import { fold } from '@domain/text/fold';
import { showDialog } from '../../state/desk';
import { exportLibrary, importLibrary, useLibrary, useLibraryAt } from '../../state/library';
import { Button } from '../../ui/Button';
import controls from '../../ui/controls.module.css';
import { cx } from '../../ui/cx';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { focusByArrows } from '../../ui/focusByArrows';
import { useLocale } from '../../ui/i18n/Locale';
import { EntryForm } from './EntryForm';
import styles from './Library.module.css';

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
    <Dialog
      title={t('library.title')}
      size="full"
      onClose={() => showDialog(null)}
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
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <div className={styles['top']}>
            <input
              ref={field}
              type="search"
              className={controls['input']}
              aria-label={t('library.search')}
              placeholder={t('library.search')}
              value={words}
              data-autofocus=""
              onChange={(event) => setWords(event.target.value)}
            />
            <Button writes onClick={() => setAt({ id: null })}>
              {t('library.new')}
            </Button>
          </div>
          {found.length === 0 ? (
            <Empty text={t(entries.length === 0 ? 'library.empty' : 'library.none-found')} />
          ) : (
            <Entries entries={found} at={at?.id ?? null} onChoose={(id) => setAt({ id })} />
          )}
        </div>
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
      </div>
    </Dialog>
  );
}

function Entries({
  entries,
  at,
  onChoose,
}: {
  readonly entries: readonly LibraryEntryModel[];
  readonly at: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <ul ref={list} aria-label={t('library.list')} className={styles['list']} onKeyDown={onKeyDown}>
      {entries.map(({ id, term, forms, language, text }) => (
        <li key={id}>
          <button
            type="button"
            className={cx(styles['entry'], id === at && styles['chosen'])}
            aria-current={id === at}
            onClick={() => onChoose(id)}
          >
            <span className={styles['term']}>
              {[term, ...forms].join(', ')} <small>{t(`language.${language}`)}</small>
            </span>
            <span className={styles['text']} lang={language}>
              {text}
            </span>
          </button>
        </li>
      ))}
    </ul>
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
