import { sheetBounds, type Preferences } from '@contract/models';
import { useLocale } from '../../ui/i18n/Locale';
import type { MessageKey } from '../../ui/i18n/translate';
import { Check } from '../../ui/Check';
import { Length, type Change } from './fields';
import styles from './Preferences.module.css';

/** The words the settings of the sheet are found by. */
export const sheetWords = [
  'preferences.sheet',
  'preferences.sheet-measure',
  'preferences.sheet-text-size',
  'preferences.sheet-line',
  'preferences.sheet-line-hint',
] as const satisfies readonly MessageKey[];

/** How the sheet is written on: the length of its lines, the size of its text, where the line in hand stays. */
export function SheetFields({
  preferences,
  change,
}: {
  readonly preferences: Preferences;
  readonly change: Change;
}) {
  const { t } = useLocale();
  return (
    <fieldset className={styles['limits']}>
      <legend className={styles['label']}>{t('preferences.sheet')}</legend>
      <Length
        label={t('preferences.sheet-measure')}
        value={preferences.measure}
        bounds={sheetBounds.measure}
        onChange={(measure) => void change({ measure })}
      />
      <Length
        label={t('preferences.sheet-text-size')}
        value={preferences.textSize}
        bounds={sheetBounds.textSize}
        onChange={(textSize) => void change({ textSize })}
      />
      <div className={styles['whole']}>
        <Check
          label={t('preferences.sheet-line')}
          hint={t('preferences.sheet-line-hint')}
          checked={preferences.typewriter}
          onChange={(typewriter) => void change({ typewriter })}
        />
      </div>
    </fieldset>
  );
}
