import { useState, type SubmitEvent } from 'react';
import { shortestPassphrase } from '@contract/backups';
import type { AppError } from '@contract/errors';
import { call } from '../../bridge/bridge';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field, type FieldIds } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Backups.module.css';

/** Asks twice for the passphrase that backups of the second folder are sealed with. */
export function SealForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLocale();
  const [words, setWords] = useState<readonly [string, string]>(['', '']);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [first, second] = words;
  const isLong = first.length >= shortestPassphrase;
  const isGood = isLong && first === second;
  const seal = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isGood) return;
    setBusy(true);
    const outcome = await call('archive.seal-second', { passphrase: first });
    setBusy(false);
    if (outcome.ok) onDone();
    else setFailed(outcome.error);
  };
  const input = (ids: FieldIds, value: string, change: (typed: string) => void) => (
    <input
      {...ids}
      type="password"
      autoComplete="new-password"
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  );
  return (
    <form
      aria-label={t('seal.begin')}
      aria-busy={busy}
      className={styles['seal']}
      onSubmit={(event) => void seal(event)}
    >
      <p>{t('seal.explain')}</p>
      <Field label={t('seal.passphrase')} hint={t('seal.length', { least: shortestPassphrase })}>
        {(ids) => input(ids, first, (typed) => setWords([typed, second]))}
      </Field>
      <Field
        label={t('seal.again')}
        hint={second !== '' && first !== second ? t('seal.differ') : undefined}
      >
        {(ids) => input(ids, second, (typed) => setWords([first, typed]))}
      </Field>
      {failed !== null && <ErrorNote error={failed} />}
      <div className={styles['ways']}>
        <Button disabled={busy} onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={busy || !isGood}>
          {t(busy ? 'seal.busy' : 'seal.confirm')}
        </Button>
      </div>
    </form>
  );
}
