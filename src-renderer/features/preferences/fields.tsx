import { useState } from 'react';
import type { Preferences } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import { setPreferences } from '../../state/preferences';
import { sayError } from '../../state/toasts';
import { cx } from '../../ui/cx';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import styles from './Preferences.module.css';

/** Changes preferences; a failure is said in the dialog. */
export type Change = (part: Partial<Preferences>) => Promise<void>;

/** A line of text, kept when it is left. */
export function Line({
  label,
  hint,
  value,
  placeholder,
  longest,
  first = false,
  wide = false,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly longest: number;
  readonly first?: boolean;
  readonly wide?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    // Changed elsewhere, for instance by importing preferences.
    setKnown(value);
    setText(value);
  }
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          className={cx(ids.className, styles['line'], wide && styles['wide'])}
          data-autofocus={first ? '' : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={longest}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value.trim())}
          onBlur={() => {
            if (text !== value) onChange(text);
          }}
        />
      )}
    </Field>
  );
}

/** The smallest length that can be asked for, and the largest; the contract's own bounds. */
const lengths = { least: 10, most: 100_000 };

/** A whole number, a length in characters unless bounded otherwise, kept when it is left; what is none goes back to what it was. */
export function Length({
  label,
  value,
  bounds: { least, most } = lengths,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly bounds?: { readonly least: number; readonly most: number };
  readonly onChange: (value: number) => void;
}) {
  const [text, setText] = useState(String(value));
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(String(value));
  }
  const keep = (): void => {
    const length = Number(text);
    if (Number.isInteger(length) && length >= least && length <= most) {
      if (length !== value) onChange(length);
    } else setText(String(value));
  };
  return (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          className={cx(ids.className, styles['length'])}
          min={least}
          max={most}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
        />
      )}
    </Field>
  );
}

/** Longer lines are no words; the contract's own bound. */
const longestEntry = 200;

/** A list one entry to a line, kept when it is left. */
export function List({
  name,
  label,
  hint,
  entries,
}: {
  readonly name: 'words' | 'houseForms' | 'abbreviations';
  readonly label: string;
  readonly hint: string;
  readonly entries: readonly string[];
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
    <Field label={label} hint={hint}>
      {(ids) => (
        <textarea
          {...ids}
          className={cx(ids.className, styles['list'])}
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void keep()}
        />
      )}
    </Field>
  );
}

/** The zone of the desk. */
export function Zone({
  known,
  onChange,
}: {
  readonly known: ResponseOf<'preferences.get'>;
  readonly onChange: (zone: string) => void;
}) {
  const { t } = useLocale();
  const [zones] = useState(() => Intl.supportedValuesOf('timeZone'));
  const { zone } = known.preferences;
  return (
    <Field label={t('preferences.zone')} hint={t('preferences.zone-hint')}>
      {(ids) => (
        <select
          {...ids}
          className={cx(ids.className, styles['zone'])}
          value={zone}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="system">
            {t('preferences.zone-system', { zone: known.resolved.zone })}
          </option>
          {zone !== 'system' && !zones.includes(zone) && <option value={zone}>{zone}</option>}
          {zones.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
