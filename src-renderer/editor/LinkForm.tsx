import { useState } from 'react';
import { isSafeHref } from '@domain/document/schema';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { useLocale } from '../ui/i18n/Locale';
import styles from './LinkForm.module.css';

/** Asks for a link's address; `onDone` gets it, the empty string to unlink, or null when left. */
export function LinkForm({ onDone }: { readonly onDone: (href: string | null) => void }) {
  const { t } = useLocale();
  const [href, setHref] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    const given = href.trim();
    if (given !== '' && !isSafeHref(given)) setRefused(true);
    else onDone(given);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <Field
        label={t('editor.link-address')}
        hint={t(refused ? 'editor.link-bad' : 'editor.link-hint')}
      >
        {(ids) => (
          <input
            {...ids}
            ref={(input) => input?.focus()}
            value={href}
            aria-invalid={refused}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onDone(null);
            }}
            onChange={(event) => {
              setHref(event.target.value);
              setRefused(false);
            }}
          />
        )}
      </Field>
      <div className={styles['actions']}>
        <Button look="quiet" onClick={() => onDone(null)}>
          {t('editor.cancel')}
        </Button>
        <Button type="submit">{t('editor.link-apply')}</Button>
      </div>
    </form>
  );
}
