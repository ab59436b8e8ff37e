import type { CommandId } from '@contract/commands';
import { shortcutOf, type Keymap } from '@contract/keymap';
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
  /** The shortcut of a command as the person has it, in Electron's notation; undefined where it has none. */
  readonly shortcut: (id: CommandId) => string | undefined;
};

const unchanged: Keymap = {};

const LocaleContext = createContext<Locale | null>(null);

/** Gives the window its language, zone and platform; all words change with it at once. */
export function LocaleProvider({
  language,
  zone,
  platform,
  keymap = unchanged,
  children,
}: Pick<Locale, 'language' | 'zone' | 'platform'> & {
  /** Shortcuts that were changed. */
  readonly keymap?: Keymap | undefined;
  readonly children: ReactNode;
}) {
  const locale = useMemo<Locale>(
    () => ({
      language,
      zone,
      platform,
      t: translator(language),
      format: formatsFor(language, zone),
      shortcut: (id) => shortcutOf(id, keymap),
    }),
    [language, zone, platform, keymap],
  );
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The {@link Locale} of the window. */
export function useLocale(): Locale {
  const locale = use(LocaleContext);
  if (locale === null) throw new Error('useLocale outside LocaleProvider');
  return locale;
}
