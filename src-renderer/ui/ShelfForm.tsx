import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { AppError } from '@contract/errors';
import type { Result } from '@domain/result';
import { Button } from './Button';
import { Choice } from './Choice';
import { cx } from './cx';
import { ErrorNote } from './ErrorNote';
import { Field } from './Field';
import { useLocale } from './i18n/Locale';
import styles from './Shelf.module.css';

/** What is written in the form of a shelf: not kept until it is whole. */
export type ShelfDraft<Draft> = {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
};

/** The form of something kept on a shelf, beside its list; Ctrl+Enter keeps it. */
export function ShelfForm<Draft>({
  label,
  begin,
  isWhole,
  locked = null,
  keep,
  remove,
  onKept,
  onGone,
  children,
}: {
  readonly label: string;
  /** What it is opened with. */
  readonly begin: () => Draft;
  /** Whether it can be kept. */
  readonly isWhole: (draft: Draft) => boolean;
  /** What is said above one that can only be read; null for one that can be written. */
  readonly locked?: ReactNode;
  readonly keep: (draft: Draft) => Promise<Result<{ readonly id: string }, AppError>>;
  /** How it is taken away, and how that is called; null for one that is not kept yet. */
  readonly remove: { readonly label: string; readonly run: () => Promise<boolean> } | null;
  readonly onKept: (id: string, draft: Draft) => void;
  readonly onGone: () => void;
  /** Draws the fields. */
  readonly children: (form: ShelfDraft<Draft>) => ReactNode;
}) {
  const { t } = useLocale();
  const [draft, setDraft] = useState(begin);
  const [refused, setRefused] = useState<AppError | null>(null);
  const isReady = locked === null && isWhole(draft);
  const save = async (): Promise<void> => {
    if (!isReady) return;
    const outcome = await keep(draft);
    setRefused(outcome.ok ? null : outcome.error);
    if (outcome.ok) onKept(outcome.value.id, draft);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form
      className={styles['form']}
      aria-label={label}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {refused !== null && <ErrorNote error={refused} />}
      {locked}
      <fieldset className={styles['form']} disabled={locked !== null}>
        {children({ draft, change: (part) => setDraft({ ...draft, ...part }) })}
      </fieldset>
      <div className={styles['buttons']}>
        {remove !== null && (
          <Button
            writes
            look="danger"
            onClick={() => void remove.run().then((gone) => gone && onGone())}
          >
            {remove.label}
          </Button>
        )}
        {locked === null && (
          <Button writes look="primary" disabled={!isReady} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        )}
      </div>
    </form>
  );
}

type TextProps = {
  readonly label: string;
  readonly hint?: string;
  /** The language it is written in; the window's where none is given. */
  readonly lang?: 'fr' | 'en';
  /** The most UTF-16 units it takes. */
  readonly most?: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A field of one line. */
export function ShelfLine({
  label,
  hint,
  most,
  onChange,
  ...input
}: TextProps & { readonly autoFocus?: boolean }) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          {...input}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The field of the text itself. */
export function ShelfText({
  label,
  hint,
  most,
  onChange,
  ...input
}: TextProps & { readonly rows?: number }) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <textarea
          {...ids}
          {...input}
          className={cx(ids.className, styles['area'])}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** The language of what is kept. */
export function ShelfLanguage({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: 'fr' | 'en';
  readonly onChange: (value: 'fr' | 'en') => void;
}) {
  const { t } = useLocale();
  return (
    <Choice
      boxed
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: 'fr', label: t('language.fr') },
        { value: 'en', label: t('language.en') },
      ]}
    />
  );
}
