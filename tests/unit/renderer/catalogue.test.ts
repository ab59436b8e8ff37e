import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { commandIds, menuIds } from '../../../src-main/contract/commands';
import { errorCodes } from '../../../src-main/contract/errors';
import { commandLabels, menuLabels } from '../../../src-main/contract/labels';
import { noteKinds } from '../../../src-main/domain/annotation/annotation';
import { problemCodes } from '../../../src-main/domain/query/query';
import { checkCodes } from '../../../src-main/domain/record/checks';
import { takeKinds } from '../../../src-main/domain/record/take';
import { allRepairCodes } from '../../../src-main/domain/exchange/repair';
import { importRefusals } from '../../../src-main/contract/models';
import { shellWords } from '../../../src-main/shell/words';
import { en } from '../../../src-renderer/ui/i18n/en';
import { fr } from '../../../src-renderer/ui/i18n/fr';
import { pseudoCatalogue, pseudoMessage } from '../../../src-renderer/ui/i18n/pseudo';
import { isMessageKey, translator } from '../../../src-renderer/ui/i18n/translate';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** The parser's types of elements that stand for a value: argument, number, date, time, select, plural. */
const firstArgument = 1;
const lastArgument = 6;

/** The names a message is filled with, in all of its branches. */
function placeholders(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      const type: number = element.type;
      if (type >= firstArgument && type <= lastArgument && 'value' in element) {
        names.add(element.value);
      }
      if ('options' in element) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}

/** What the menus and main itself say, beside the page's catalogue. */
function labels(language: 'fr' | 'en'): readonly (readonly [string, string])[] {
  return [commandLabels[language], menuLabels[language], shellWords(language)].flatMap(
    (catalogue) => Object.entries(catalogue),
  );
}

describe('the catalogues', () => {
  const keys = Object.keys(en);

  it('are complete in both languages', () => {
    expect(Object.keys(fr).toSorted()).toEqual(keys.toSorted());
    for (const catalogue of [en, fr]) {
      for (const message of Object.values(catalogue)) expect(message.trim()).not.toBe('');
    }
  });

  it.each(keys)('%s takes the same values in both languages', (key) => {
    if (!isMessageKey(key)) throw new Error(key);
    expect(placeholders(fr[key])).toEqual(placeholders(en[key]));
  });

  it('uses the spaces and signs of French typography', () => {
    for (const [key, message] of [...Object.entries(fr), ...labels('fr')]) {
      expect(message, key).not.toMatch(/[ \u00A0][;!?»]|« | :(?:\s|$)|'|\.\.\./);
      // Nor without a space, where the sign ends words and is no sign of a search or an address.
      expect(message, key).not.toMatch(/[\p{L}\p{N})][;!?](?:\s|$)|«[^\u202F]|[^\u202F]»/u);
      // Terms of a search are typed without spaces.
      if (!key.endsWith('-term')) expect(message, key).not.toMatch(/[^\u00A0]:(?:\s|$)/);
    }
    for (const [key, message] of [...Object.entries(en), ...labels('en')]) {
      expect(message, key).not.toMatch(/'|\.\.\./);
    }
  });

  it.each([
    ...errorCodes.map((code) => `error.${code}`),
    ...allRepairCodes.map((code) => `repair.${code}`),
    ...importRefusals.map((reason) => `import.refused.${reason}`),
    ...problemCodes.map((code) => `query.${code}`),
    ...checkCodes.map((code) => `check.${code}`),
    ...noteKinds.map((kind) => `note.kind.${kind}`),
    ...takeKinds.map((kind) => `take.published.${kind}`),
  ])('has words for %s', (key) => {
    expect(isMessageKey(key)).toBe(true);
  });

  it('names every command and menu', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const id of commandIds) expect(commandLabels[language][id]).toMatch(/\S/);
      for (const id of menuIds) expect(menuLabels[language][id]).toMatch(/\S/);
    }
  });
});

describe('the pseudo-locale', () => {
  it('lengthens words, and leaves arguments, plurals and selections as they are', () => {
    for (const [key, message] of Object.entries(pseudoCatalogue())) {
      if (!isMessageKey(key)) throw new Error(key);
      expect(placeholders(message), key).toEqual(placeholders(en[key]));
      expect(message.length, key).toBeGreaterThan(en[key].length);
    }
    expect(pseudoMessage('Save')).toBe('[Šåvé ûñ]');
    expect(pseudoMessage('{count, plural, one {# take} other {# takes}}')).toMatch(
      /^\[\{count, plural, one \{# ţåķé \S+\} other \{# ţåķéš \S+\}\}\]$/u,
    );
  });
});

describe('translator', () => {
  it('chooses plurals by the rule of the language', () => {
    expect(translator('en')('wire.takes', { count: 0 })).toBe('0 takes');
    expect(translator('fr')('wire.takes', { count: 0 })).toBe('0 prise');
    expect(translator('fr')('wire.takes', { count: 2 })).toBe('2 prises');
    expect(translator('en')('status.words', { count: 1327 })).toBe('1,327 words');
    expect(translator('fr')('status.words', { count: 1327 })).toBe('1\u202F327 mots');
  });
});
