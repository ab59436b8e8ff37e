import type { AppError } from '@contract/errors';
import { useLocale, type Locale } from './i18n/Locale';
import { isMessageKey, type Translate } from './i18n/translate';

/** What happened, what was kept and what to do, for an error. Instants are told at the desk's clock. */
export function errorText({ t, format }: Pick<Locale, 't' | 'format'>, error: AppError): string {
  const precise = `error.${error.code}.${error.reason ?? ''}`;
  const until = error.facts?.['until'];
  const facts = {
    ...error.facts,
    ...(typeof until === 'number' && { until: format.dateTime(until) }),
  };
  return isMessageKey(precise) ? t(precise, facts) : t(`error.${error.code}`, facts);
}

/** Why something failed, in a few words for the status bar. */
export function shortErrorText(t: Translate, error: AppError): string {
  const key = `error.short.${error.code}`;
  return isMessageKey(key) ? t(key) : t('error.short.other');
}

/** {@link errorText} in the language of the window. */
export function useErrorText(): (error: AppError) => string {
  const locale = useLocale();
  return (error) => errorText(locale, error);
}
