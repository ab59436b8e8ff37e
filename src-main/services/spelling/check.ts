import type { RequestOf, ResponseOf } from '../../contract/requests';
import { suggestionsFor, unknownWords, type Dictionaries } from '../../domain/style/spelling';
import { languageOf } from '../../domain/text/language';

/** What is asked of the thread that knows the dictionaries. */
export type SpellingTask =
  | { readonly do: 'check'; readonly request: RequestOf<'style.check'> }
  | { readonly do: 'suggest'; readonly request: RequestOf<'style.suggest'> };

/** The language each block is in, and the words of it that no dictionary knows. */
export function checkBlocks(
  { blocks }: RequestOf<'style.check'>,
  dictionaries: Dictionaries,
): ResponseOf<'style.check'> {
  return {
    blocks: blocks.map(({ text, language, parts }) => {
      const detected = languageOf(withoutParts(text, parts));
      const unknown = unknownWords(text, detected ?? language, dictionaries, parts);
      return { language: detected, unknown: [...unknown] };
    }),
  };
}

/** What may have been meant by a word. */
export function suggestWords(
  { word, language }: RequestOf<'style.suggest'>,
  dictionaries: Dictionaries,
): ResponseOf<'style.suggest'> {
  return { suggestions: [...suggestionsFor(word, language, dictionaries)] };
}

/** The words in a language of their own say nothing of the rest. */
function withoutParts(
  text: string,
  parts: RequestOf<'style.check'>['blocks'][number]['parts'],
): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of parts) {
    rest += text.slice(from, start);
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}
