import { useState, type KeyboardEvent } from 'react';
import type { AppError } from '@contract/errors';
import type { LibraryEntryModel } from '@contract/library';
import { libraryBounds } from '@domain/library/entry';
import { announce } from '../../state/announce';
import { removeEntry, saveEntry } from '../../state/library';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from '../../ui/Shelf.module.css';

type Draft = Pick<LibraryEntryModel, 'term' | 'language' | 'use' | 'text'> & {
  /** Other names, with commas between them. */
  readonly forms: string;
};

/** One entry of the library, being written; Ctrl+Enter keeps it. */
export function EntryForm({
  entry,
  onKept,
  onGone,
}: {
  /** Null for a new one. */
  readonly entry: LibraryEntryModel | null;
  readonly onKept: (id: string) => void;
  readonly onGone: () => void;
}) {
  const { t, language } = useLocale();
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry, language));
  const [refused, setRefused] = useState<AppError | null>(null);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const isWhole = draft.term.trim() !== '' && draft.text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    const outcome = await saveEntry({ ...draft, id: entry?.id ?? null, forms: formsOf(draft) });
    setRefused(outcome.ok ? null : outcome.error);
    if (!outcome.ok) return;
    announce(t('library.kept', { term: draft.term }));
    onKept(outcome.value.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form
      className={styles['form']}
      aria-label={t(entry === null ? 'library.new' : 'library.entry')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {refused !== null && <ErrorNote error={refused} />}
      <Names draft={draft} onChange={change} />
      <Choice
        label={t('library.language')}
        value={draft.language}
        onChange={(value) => change({ language: value })}
        options={[
          { value: 'fr', label: t('language.fr') },
          { value: 'en', label: t('language.en') },
        ]}
      />
      <Choice
        label={t('library.use')}
        value={draft.use}
        onChange={(use) => change({ use })}
        options={[
          { value: 'explanation', label: t('library.use.explanation') },
          { value: 'background', label: t('library.use.background') },
        ]}
      />
      <Field label={t('library.text')} hint={t(`library.text-hint.${draft.use}`)}>
        {(ids) => (
          <textarea
            {...ids}
            className={cx(ids.className, styles['area'])}
            lang={draft.language}
            maxLength={libraryBounds.text}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <div className={styles['buttons']}>
        {entry !== null && (
          <Button
            writes
            look="danger"
            onClick={() => void removeEntry(entry.id).then((gone) => gone && onGone())}
          >
            {t('library.remove')}
          </Button>
        )}
        <Button writes look="primary" disabled={!isWhole} onClick={() => void save()}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

function Names({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}) {
  const { t } = useLocale();
  return (
    <>
      <Field label={t('library.term')} hint={t('library.term-hint')}>
        {(ids) => (
          <input
            {...ids}
            autoFocus
            maxLength={libraryBounds.term}
            value={draft.term}
            onChange={(event) => onChange({ term: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('library.forms')} hint={t('library.forms-hint')}>
        {(ids) => (
          <input
            {...ids}
            value={draft.forms}
            onChange={(event) => onChange({ forms: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function draftOf(entry: LibraryEntryModel | null, language: 'fr' | 'en'): Draft {
  if (entry === null) return { term: '', forms: '', language, use: 'explanation', text: '' };
  const { term, forms, use, text } = entry;
  return { term, forms: forms.join(', '), language: entry.language, use, text };
}

function formsOf({ forms }: Draft): string[] {
  return forms
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '')
    .slice(0, libraryBounds.forms);
}
