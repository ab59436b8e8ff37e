import type { AppError } from '@contract/errors';
import { useLocale } from './i18n/Locale';
import { isMessageKey, type Translate } from './i18n/translate';

/** What happened, what was kept and what to do, for an error. */
export function errorText(t: Translate, error: AppError): string {
  const precise = `error.${error.code}.${error.reason ?? ''}`;
  return isMessageKey(precise) ? t(precise, error.facts) : t(`error.${error.code}`, error.facts);
}

/** Why something failed, in a few words for the status bar. */
export function shortErrorText(t: Translate, error: AppError): string {
  const key = `error.short.${error.code}`;
  return isMessageKey(key) ? t(key) : t('error.short.other');
}

/** {@link errorText} in the language of the window. */
export function useErrorText(): (error: AppError) => string {
  const { t } = useLocale();
  return (error) => errorText(t, error);
}
