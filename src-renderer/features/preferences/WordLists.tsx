import { useState } from 'react';
import type { AppError } from '@contract/errors';
import type { Preferences } from '@contract/models';
import { setPreferences } from '../../state/preferences';
import { sayError } from '../../state/toasts';
import { cx } from '../../ui/cx';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Preferences.module.css';

const checks = [
  ['styleMarks', 'preferences.style-marks', 'preferences.style-marks-hint'],
  ['wireCapitals', 'preferences.wire-capitals', 'preferences.wire-capitals-hint'],
] as const;
const lists = [
  ['words', 'preferences.words', 'preferences.words-hint'],
  ['houseForms', 'preferences.house-forms', 'preferences.house-forms-hint'],
] as const;
/** Longer lines are no words; the contract's own bound. */
const longestEntry = 200;

/** What spelling and style go by: whether they are marked, capitals, and the lists of words. */
export function WordLists({
  preferences,
  onError,
}: {
  readonly preferences: Preferences;
  readonly onError: (error: AppError | null) => void;
}) {
  const { t } = useLocale();
  return (
    <>
      {checks.map(([name, label, hint]) => (
        <label key={name} className={styles['check']}>
          <input
            type="checkbox"
            checked={preferences[name]}
            onChange={(event) =>
              void setPreferences({ [name]: event.target.checked }).then(onError)
            }
          />
          <span>
            {t(label)}
            <small>{t(hint)}</small>
          </span>
        </label>
      ))}
      {lists.map(([name, label, hint]) => (
        <Field key={name} label={t(label)} hint={t(hint)}>
          {(ids) => <List {...ids} name={name} entries={preferences[name]} />}
        </Field>
      ))}
    </>
  );
}

/** A list one entry to a line, kept when it is left. */
function List({
  name,
  entries,
  className,
  ...ids
}: {
  readonly name: 'words' | 'houseForms';
  readonly entries: readonly string[];
  readonly className?: string | undefined;
}) {
  const [text, setText] = useState(entries.join('\n'));
  const keep = async (): Promise<void> => {
    const lines = text.split('\n').map((line) => line.trim().slice(0, longestEntry));
    const next = [...new Set(lines)].filter((line) => line !== '');
    if (next.join('\n') === entries.join('\n')) return;
    const error = await setPreferences({ [name]: next });
    if (error !== null) sayError(error);
  };
  return (
    <textarea
      {...ids}
      className={cx(className, styles['list'])}
      rows={4}
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => void keep()}
    />
  );
}
