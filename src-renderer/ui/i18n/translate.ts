import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../format/formats';
import { en, type MessageKey } from './en';
import { fr } from './fr';

export type { MessageKey } from './en';

/** What a message is filled with. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Gives a message of the catalogue in one language, filled with values. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The catalogues, complete in each language. */
export const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en,
  fr,
};

/** Catalogues put in place of those that ship, by pages for development. */
const instead = new Map<Language, Readonly<Record<MessageKey, string>>>();

/** Puts a catalogue in place of a language's own, before anything is said in it. */
export function speakInstead(
  language: Language,
  messages: Readonly<Record<MessageKey, string>>,
): void {
  instead.set(language, messages);
  made.delete(language);
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const made = new Map<Language, Translate>();

/** The {@link Translate} of a language. */
export function translator(language: Language): Translate {
  const known = made.get(language);
  if (known !== undefined) return known;
  const messages = instead.get(language) ?? catalogues[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const translate: Translate = (key, values) => {
    const message = messages[key];
    if (!message.includes('{')) return message;
    let format = parsed.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
      parsed.set(key, format);
    }
    return String(format.format(values));
  };
  made.set(language, translate);
  return translate;
}

/** Whether the catalogues have a message under a key made from a code of another room. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
