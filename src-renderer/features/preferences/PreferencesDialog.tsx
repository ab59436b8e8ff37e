import { useState } from 'react';
import type { AppError } from '@contract/errors';
import type { Preferences } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import { showDialog } from '../../state/desk';
import { setPreferences } from '../../state/preferences';
import { usePreferences } from '../../state/queries';
import { sayError } from '../../state/toasts';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { cx } from '../../ui/cx';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { useLocale } from '../../ui/i18n/Locale';
import { WordLists } from './WordLists';
import styles from './Preferences.module.css';

const languages = ['system', 'fr', 'en'] as const;
const themes = ['system', 'light', 'dark'] as const;
const longestInitials = 12;

/** What the person prefers; each change holds at once. */
export function PreferencesDialog() {
  const { data } = usePreferences();
  return data === undefined ? null : <Form known={data} />;
}

function Form({ known }: { readonly known: ResponseOf<'preferences.get'> }) {
  const { t } = useLocale();
  const { preferences, version } = known;
  const [error, setError] = useState<AppError | null>(null);
  const [initials, setInitials] = useState(preferences.initials);
  const change = async (part: Partial<Preferences>): Promise<void> => {
    setError(await setPreferences(part));
  };
  const initialsChanged = initials !== preferences.initials;
  const close = (): void => {
    if (initialsChanged) void keepInitials(initials);
    showDialog(null);
  };
  return (
    <Dialog
      title={t('preferences.title')}
      onClose={close}
      footer={
        <>
          <span className={styles['version']}>{t('preferences.version', { version })}</span>
          <Button look="primary" onClick={close}>
            {t('preferences.done')}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      <Field label={t('preferences.initials')} hint={t('preferences.initials-hint')}>
        {(ids) => (
          <input
            {...ids}
            className={cx(ids.className, styles['initials'])}
            data-autofocus=""
            autoComplete="off"
            spellCheck={false}
            maxLength={longestInitials}
            placeholder={t('preferences.initials-placeholder')}
            value={initials}
            onChange={(event) => setInitials(event.target.value.trim())}
            onBlur={() => {
              if (initialsChanged) void change({ initials });
            }}
          />
        )}
      </Field>
      <div className={styles['group']}>
        <span className={styles['label']}>{t('preferences.language')}</span>
        <Choice
          boxed
          label={t('preferences.language')}
          value={preferences.language}
          onChange={(language) => void change({ language })}
          options={languages.map((value) => ({
            value,
            label: t(`preferences.language.${value}`),
          }))}
        />
      </div>
      <div className={styles['group']}>
        <span className={styles['label']}>{t('preferences.theme')}</span>
        <Choice
          boxed
          label={t('preferences.theme')}
          value={preferences.theme}
          onChange={(theme) => void change({ theme })}
          options={themes.map((value) => ({ value, label: t(`preferences.theme.${value}`) }))}
        />
      </div>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={preferences.typography}
          onChange={(event) => void change({ typography: event.target.checked })}
        />
        <span>
          {t('preferences.typography')}
          <small>{t('preferences.typography-hint')}</small>
        </span>
      </label>
      <WordLists preferences={preferences} onError={setError} />
      <ZoneField known={known} onChange={(zone) => void change({ zone })} />
    </Dialog>
  );
}

/** Keeps the initials of a dialog that goes: if they cannot be kept, it is said beside it. */
async function keepInitials(initials: string): Promise<void> {
  const error = await setPreferences({ initials });
  if (error !== null) sayError(error);
}

function ZoneField({
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
        <select {...ids} value={zone} onChange={(event) => onChange(event.target.value)}>
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
