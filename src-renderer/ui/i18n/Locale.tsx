import { createContext, use, useMemo, type ReactNode } from 'react';
import { formatsFor, type Formats, type Language } from '../format/formats';
import type { Platform } from '../format/shortcut';
import { translator, type Translate } from './translate';

/** How the window speaks: its language, its words, and its way of writing times and numbers. */
export type Locale = {
  readonly language: Language;
  /** IANA zone of the desk. */
  readonly zone: string;
  readonly platform: Platform;
  readonly t: Translate;
  readonly format: Formats;
};

const LocaleContext = createContext<Locale | null>(null);

/** Gives the window its language, zone and platform; all words change with it at once. */
export function LocaleProvider({
  language,
  zone,
  platform,
  children,
}: Pick<Locale, 'language' | 'zone' | 'platform'> & { readonly children: ReactNode }) {
  const locale = useMemo<Locale>(
    () => ({
      language,
      zone,
      platform,
      t: translator(language),
      format: formatsFor(language, zone),
    }),
    [language, zone, platform],
  );
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The {@link Locale} of the window. */
export function useLocale(): Locale {
  const locale = use(LocaleContext);
  if (locale === null) throw new Error('useLocale outside LocaleProvider');
  return locale;
}
