import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Preferences } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import { ArchiveProblem } from '../features/recovery/ArchiveProblem';
import { queryClient } from '../state/client';
import { useArchiveStatus, usePreferences } from '../state/queries';
import type { Language } from '../ui/format/formats';
import { LocaleProvider, useLocale } from '../ui/i18n/Locale';
import { Announcer } from './Announcer';
import { Desk } from './Desk';
import { Dialogs } from './Dialogs';
import { Toasts } from './Toasts';
import { useMainEvents } from './useMainEvents';
import styles from './App.module.css';

/** The window: preferences first, for its language and zone, then the archive. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Spoken />
    </QueryClientProvider>
  );
}

function Spoken() {
  const { data, isError } = usePreferences();
  const { language, zone } = resolve(data);
  const theme = data?.preferences.theme ?? 'system';
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    // More contrast, in the lightness of the system.
    if (theme === 'system' || theme === 'contrast') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [language, theme]);
  useContrast(theme === 'contrast');
  useSheetSize(data?.preferences);
  if (data === undefined && !isError) return <div aria-busy="true" />;
  return (
    <LocaleProvider
      language={language}
      zone={zone}
      platform={data?.platform ?? 'linux'}
      keymap={data?.preferences.keymap}
    >
      <Archive />
      <Announcer />
      <Toasts />
    </LocaleProvider>
  );
}

/** The size, px, at which the sheet is as it is drawn. */
const drawnSize = 18;

/** Gives the sheet the person's size of text and length of lines. */
function useSheetSize(preferences: Preferences | undefined): void {
  const size = preferences?.textSize ?? drawnSize;
  const measure = preferences?.measure;
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--sheet-scale', String(size / drawnSize));
    if (measure !== undefined) style.setProperty('--sheet-characters', String(measure));
  }, [size, measure]);
}

/** Marks the page where the system asks for more contrast, or the person did. */
function useContrast(chosen: boolean): void {
  useEffect(() => {
    const asked = matchMedia('(prefers-contrast: more)');
    const mark = (): void => {
      const { dataset } = document.documentElement;
      if (chosen || asked.matches) dataset['contrast'] = 'more';
      else delete dataset['contrast'];
    };
    mark();
    asked.addEventListener('change', mark);
    return () => asked.removeEventListener('change', mark);
  }, [chosen]);
}

function Archive() {
  const { t } = useLocale();
  const { data: status, isError } = useArchiveStatus();
  useMainEvents(status?.state === 'open');
  if (status?.state === 'open') return <Desk key={status.id} archive={status} />;
  if (status === undefined && !isError) {
    return (
      <p className={styles['opening']} role="status">
        {t('app.loading')}
      </p>
    );
  }
  return (
    <>
      <ArchiveProblem
        problem={status ?? { state: 'problem', code: 'internal', path: '', facts: {} }}
      />
      <Dialogs />
    </>
  );
}

/** The language and zone to use, also before the preferences are known. */
function resolve(known: ResponseOf<'preferences.get'> | undefined): {
  readonly language: Language;
  readonly zone: string;
} {
  if (known === undefined) {
    return {
      language: navigator.language.startsWith('fr') ? 'fr' : 'en',
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }
  const { preferences, resolved } = known;
  return {
    language: preferences.language === 'system' ? resolved.language : preferences.language,
    zone: preferences.zone === 'system' ? resolved.zone : preferences.zone,
  };
}
