import type { ReactNode } from 'react';
import { commandIds } from '@contract/commands';
import { exportFormats } from '@contract/exchange';
import { commandLabels } from '@contract/labels';
import type { Preferences } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import { fold } from '@domain/text/fold';
import { showDialog } from '../../state/desk';
import { Button } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import type { Locale } from '../../ui/i18n/Locale';
import { Check } from '../../ui/Check';
import { Length, Line, List, Zone, type Change } from './fields';
import { SheetFields, sheetWords } from './SheetFields';
import { KeymapTable } from './KeymapTable';
import styles from './Preferences.module.css';

/** The sections of the preferences, in order. */
export const sections = ['general', 'house', 'spelling', 'folders', 'keys', 'updates'] as const;
export type Section = (typeof sections)[number];

/** One setting: where it stands, the words it is found by, and its field. */
export type Setting = {
  readonly key: string;
  readonly section: Section;
  readonly words: string;
  readonly field: ReactNode;
};

/** What the settings are drawn from. */
export type SettingsContext = {
  readonly locale: Locale;
  readonly known: ResponseOf<'preferences.get'>;
  readonly change: Change;
  /** Whether an archive is open: some settings are its own. */
  readonly archiveIsOpen: boolean;
  /** What is searched for. */
  readonly searched: string;
};

/** Every setting, in the order they are shown. */
export function settingsOf(context: SettingsContext): readonly Setting[] {
  return [
    ...general(context),
    sheet(context),
    ...house(context),
    ...spelling(context),
    ...folders(context),
    ...keys(context),
    ...updates(context),
  ];
}

/** The settings with every word typed in their own words or their section's; all where none is typed. */
export function matchingSettings(
  settings: readonly Setting[],
  typed: string,
  title: (section: Section) => string,
): readonly Setting[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return settings.filter((setting) => {
    const text = fold(`${title(setting.section)} ${setting.words}`);
    return words.every((word) => text.includes(word));
  });
}

const languages = ['system', 'fr', 'en'] as const;
const themes = ['system', 'light', 'dark', 'contrast'] as const;
const longestInitials = 12;
const longestSignOff = 80;
const longestAddress = 500;

function general({ locale: { t }, known, change }: SettingsContext): readonly Setting[] {
  const { preferences } = known;
  const section = 'general';
  const choice = <V extends string>(label: string, box: ReactNode, options: readonly V[]) => ({
    words: `${label} ${options.join(' ')}`,
    field: (
      <div className={styles['group']}>
        <span className={styles['label']}>{label}</span>
        {box}
      </div>
    ),
  });
  const languageOptions = languages.map((value) => ({
    value,
    label: t(`preferences.language.${value}`),
  }));
  const themeOptions = themes.map((value) => ({ value, label: t(`preferences.theme.${value}`) }));
  return [
    {
      key: 'initials',
      section,
      words: `${t('preferences.initials')} ${t('preferences.initials-hint')}`,
      field: (
        <Line
          first
          label={t('preferences.initials')}
          hint={t('preferences.initials-hint')}
          placeholder={t('preferences.initials-placeholder')}
          longest={longestInitials}
          value={preferences.initials}
          onChange={(initials) => void change({ initials })}
        />
      ),
    },
    {
      key: 'sign-off',
      section,
      words: `${t('preferences.sign-off')} ${t('preferences.sign-off-hint')}`,
      field: (
        <Line
          label={t('preferences.sign-off')}
          hint={t('preferences.sign-off-hint')}
          placeholder={t('preferences.sign-off-placeholder')}
          longest={longestSignOff}
          value={preferences.signOff}
          onChange={(signOff) => void change({ signOff })}
        />
      ),
    },
    {
      key: 'language',
      section,
      ...choice(
        t('preferences.language'),
        <Choice
          boxed
          label={t('preferences.language')}
          value={preferences.language}
          onChange={(language) => void change({ language })}
          options={languageOptions}
        />,
        languageOptions.map(({ label }) => label),
      ),
    },
    {
      key: 'theme',
      section,
      ...choice(
        t('preferences.theme'),
        <Choice
          boxed
          label={t('preferences.theme')}
          value={preferences.theme}
          onChange={(theme) => void change({ theme })}
          options={themeOptions}
        />,
        themeOptions.map(({ label }) => label),
      ),
    },
    {
      key: 'zone',
      section,
      words: `${t('preferences.zone')} ${t('preferences.zone-hint')}`,
      field: <Zone known={known} onChange={(zone) => void change({ zone })} />,
    },
  ];
}

function sheet({ locale: { t }, known, change }: SettingsContext): Setting {
  return {
    key: 'sheet',
    section: 'general',
    words: sheetWords.map((key) => t(key)).join(' '),
    field: <SheetFields preferences={known.preferences} change={change} />,
  };
}

const limitNames = ['headline', 'alert', 'crosshead', 'feuillet'] as const;
const typographyIn = ['fr', 'en'] as const;

function house({ locale: { t, format }, known, change }: SettingsContext): readonly Setting[] {
  const { typography, typographyLanguages, limits, houseForms } = known.preferences;
  const inLanguage = (language: 'fr' | 'en', on: boolean): void => {
    const next = typographyIn.filter((one) =>
      one === language ? on : typographyLanguages.includes(one),
    );
    void change({ typographyLanguages: next });
  };
  return [
    {
      key: 'typography',
      section: 'house',
      words: `${t('preferences.typography')} ${t('preferences.typography-hint')}`,
      field: (
        <div className={styles['group']}>
          <Check
            label={t('preferences.typography')}
            hint={t('preferences.typography-hint')}
            checked={typography}
            onChange={(checked) => void change({ typography: checked })}
          />
          {typography && (
            <div className={styles['within']}>
              {typographyIn.map((language) => (
                <Check
                  key={language}
                  label={t(`preferences.typography-in.${language}`)}
                  checked={typographyLanguages.includes(language)}
                  onChange={(on) => inLanguage(language, on)}
                />
              ))}
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'limits',
      section: 'house',
      words: [
        t('preferences.limits'),
        t('preferences.limits-hint'),
        ...limitNames.map((name) => t(`preferences.limit.${name}`)),
      ].join(' '),
      field: (
        <fieldset className={styles['limits']}>
          <legend className={styles['label']}>{t('preferences.limits')}</legend>
          {limitNames.map((name) => (
            <Length
              key={name}
              label={t(`preferences.limit.${name}`)}
              value={limits[name]}
              onChange={(length) => void change({ limits: { ...limits, [name]: length } })}
            />
          ))}
          <p className={styles['hint']}>{t('preferences.limits-hint')}</p>
        </fieldset>
      ),
    },
    listSetting(
      'house',
      'houseForms',
      t('preferences.house-forms'),
      t('preferences.house-forms-hint'),
      houseForms,
    ),
    listSetting(
      'house',
      'abbreviations',
      t('preferences.abbreviations'),
      t('preferences.abbreviations-hint', {
        day: format.weekday(Date.now()),
        time: format.time(Date.now()),
      }),
      known.preferences.abbreviations,
    ),
  ];
}

function listSetting(
  section: Section,
  name: 'words' | 'houseForms' | 'abbreviations',
  label: string,
  hint: string,
  entries: readonly string[],
): Setting {
  return {
    key: name,
    section,
    words: `${label} ${hint}`,
    field: <List key={entries.join('\n')} {...{ name, label, hint, entries }} />,
  };
}

const checks = [
  ['styleMarks', 'preferences.style-marks', 'preferences.style-marks-hint'],
  ['wireCapitals', 'preferences.wire-capitals', 'preferences.wire-capitals-hint'],
] as const;

function spelling({ locale: { t }, known, change }: SettingsContext): readonly Setting[] {
  return [
    ...checks.map(([name, label, hint]): Setting => {
      const part = (checked: boolean): Partial<Preferences> => ({ [name]: checked });
      return {
        key: name,
        section: 'spelling',
        words: `${t(label)} ${t(hint)}`,
        field: (
          <Check
            label={t(label)}
            hint={t(hint)}
            checked={known.preferences[name]}
            onChange={(checked) => void change(part(checked))}
          />
        ),
      };
    }),
    listSetting(
      'spelling',
      'words',
      t('preferences.words'),
      t('preferences.words-hint'),
      known.preferences.words,
    ),
  ];
}

function folders(context: SettingsContext): readonly Setting[] {
  const { locale, known, change, archiveIsOpen } = context;
  const { t } = locale;
  const leading = (key: 'backups' | 'folders', disabled: boolean): Setting => ({
    key,
    section: 'folders',
    words: `${t(`preferences.${key}`)} ${t(`preferences.${key}-hint`)}`,
    field: (
      <div className={styles['group']}>
        <p className={styles['hint']}>{t(`preferences.${key}-hint`)}</p>
        <div>
          <Button disabled={disabled} onClick={() => showDialog(key)}>
            {t(`preferences.${key}`)}
          </Button>
        </div>
      </div>
    ),
  });
  return [
    {
      key: 'export-format',
      section: 'folders',
      words: `${t('preferences.export-format')} ${t('preferences.export-format-hint')}`,
      field: (
        <Field label={t('preferences.export-format')} hint={t('preferences.export-format-hint')}>
          {(ids) => (
            <select
              {...ids}
              value={known.preferences.exportFormat}
              onChange={(event) => {
                const exportFormat = exportFormats.find((one) => one === event.target.value);
                if (exportFormat !== undefined) void change({ exportFormat });
              }}
            >
              {exportFormats.map((format) => (
                <option key={format} value={format}>
                  {t(`format.write.${format}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ),
    },
    leading('folders', !archiveIsOpen),
    leading('backups', false),
  ];
}

function keys({ locale, known, change, searched }: SettingsContext): readonly Setting[] {
  const { t, language } = locale;
  return [
    {
      key: 'keymap',
      section: 'keys',
      words: `${t('keymap.hint')} ${commandIds.map((id) => commandLabels[language][id]).join(' ')}`,
      field: (
        <KeymapTable
          keymap={known.preferences.keymap}
          searched={searched}
          onChange={(keymap) => void change({ keymap })}
        />
      ),
    },
  ];
}

function updates({ locale: { t }, known, change }: SettingsContext): readonly Setting[] {
  return [
    {
      key: 'update-feed',
      section: 'updates',
      words: `${t('preferences.update-feed')} ${t('preferences.update-feed-hint')}`,
      field: (
        <Line
          wide
          label={t('preferences.update-feed')}
          hint={t('preferences.update-feed-hint')}
          placeholder="https://"
          longest={longestAddress}
          value={known.preferences.updateFeed}
          onChange={(updateFeed) => void change({ updateFeed })}
        />
      ),
    },
  ];
}
