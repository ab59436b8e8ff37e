import { isMessageKey, type Translate } from './i18n/translate';

/** A repair as main reports it; its code may be newer than this window's words. */
type Repair = {
  readonly code: string;
  readonly line?: number | undefined;
  readonly detail?: string | undefined;
};

/** What was mended while a text was read, in a sentence, with the line it happened on. */
export function repairText(t: Translate, { code, line, detail = '' }: Repair): string {
  const key = `repair.${code}`;
  const sentence = isMessageKey(key) ? t(key, { detail }) : t('repair.unknown', { code });
  return line === undefined ? sentence : t('repair.on-line', { sentence, line });
}
