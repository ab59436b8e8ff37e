import type { LibraryEntryModel } from '@contract/library';
import { libraryBounds } from '@domain/library/entry';
import { announce } from '../../state/announce';
import { removeEntry, saveEntry } from '../../state/library';
import { Choice } from '../../ui/Choice';
import { useLocale } from '../../ui/i18n/Locale';
import {
  ShelfForm,
  ShelfLanguage,
  ShelfLine,
  ShelfText,
  type ShelfDraft,
} from '../../ui/ShelfForm';

type Draft = Pick<LibraryEntryModel, 'term' | 'language' | 'use' | 'text'> & {
  /** Other names, with commas between them. */
  readonly forms: string;
};

/** One entry of the library, being written. */
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
  return (
    <ShelfForm<Draft>
      label={t(entry === null ? 'library.new' : 'library.entry')}
      begin={() => draftOf(entry, language)}
      isWhole={({ term, text }) => term.trim() !== '' && text.trim() !== ''}
      keep={(draft) => saveEntry({ ...draft, id: entry?.id ?? null, forms: formsOf(draft) })}
      remove={
        entry === null ? null : { label: t('library.remove'), run: () => removeEntry(entry.id) }
      }
      onKept={(id, { term }) => {
        announce(t('library.kept', { term }));
        onKept(id);
      }}
      onGone={onGone}
    >
      {(form) => <Fields {...form} />}
    </ShelfForm>
  );
}

function Fields({ draft, change }: ShelfDraft<Draft>) {
  const { t } = useLocale();
  return (
    <>
      <ShelfLine
        label={t('library.term')}
        hint={t('library.term-hint')}
        autoFocus
        most={libraryBounds.term}
        value={draft.term}
        onChange={(term) => change({ term })}
      />
      <ShelfLine
        label={t('library.forms')}
        hint={t('library.forms-hint')}
        value={draft.forms}
        onChange={(forms) => change({ forms })}
      />
      <ShelfLanguage
        label={t('library.language')}
        value={draft.language}
        onChange={(language) => change({ language })}
      />
      <Choice
        boxed
        label={t('library.use')}
        value={draft.use}
        onChange={(use) => change({ use })}
        options={[
          { value: 'explanation', label: t('library.use.explanation') },
          { value: 'background', label: t('library.use.background') },
        ]}
      />
      <ShelfText
        label={t('library.text')}
        hint={t(`library.text-hint.${draft.use}`)}
        lang={draft.language}
        most={libraryBounds.text}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
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
