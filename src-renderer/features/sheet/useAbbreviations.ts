import { useMemo } from 'react';
import { abbreviationsOf } from '@domain/abbreviations/abbreviations';
import { usePreferences } from '../../state/queries';
import { formatsFor, type Language } from '../../ui/format/formats';
import { useLocale } from '../../ui/i18n/Locale';

/**
 * What an abbreviation stands for: as the person's list says, else the day (`jj`) and the hour (`hh`) of
 * the desk's clock, in the language of the paragraph.
 */
export function useAbbreviations(): (word: string, language: Language) => string | undefined {
  const { zone } = useLocale();
  const lines = usePreferences().data?.preferences.abbreviations;
  return useMemo(() => {
    const known = abbreviationsOf(lines ?? []);
    return (word, language) => {
      const own = known.get(word);
      if (own !== undefined) return own;
      if (word === 'jj') return formatsFor(language, zone).weekday(Date.now());
      return word === 'hh' ? formatsFor(language, zone).time(Date.now()) : undefined;
    };
  }, [lines, zone]);
}
