import { useMemo } from 'react';
import { useLocale } from '../../ui/i18n/Locale';
import type { PhotoTexts } from './photo-view';

/** What photos say besides their own words, in the language of the window. */
export function usePhotoTexts(): PhotoTexts {
  const { t, format } = useLocale();
  return useMemo(
    () => ({
      alt: t('photo.alt'),
      altHint: t('photo.alt-hint'),
      choose: t('photo.choose'),
      missing: t('photo.missing'),
      coming: t('photo.coming'),
      taken: (day) => t('photo.taken', { day: format.date(Date.parse(day), 'UTC') }),
    }),
    [t, format],
  );
}
