import { en, type MessageKey } from './en';
import { isMessageKey } from './translate';

/** How much longer than English another language gets, in parts of its length. */
const longer = 0.4;

const plain = 'acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ';
const accented = 'åçðéĝĥîĵķļñöŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ';

/** Words to lengthen with: as long as words are, so that lines can break between them. */
const filler = 'ûñð ĵéţžţ ñöçĥ ŵéîţéŕ åûƒ ðéñ šéîţéñ ðéŕ žéîţûñĝ ';

/**
 * A message as a language would have it that nobody speaks: accented, longer by two fifths, in square
 * brackets, so that what is clipped, or never came from a catalogue, is seen. Its arguments, plurals
 * and selections stay as they are.
 * @param message in ICU's syntax, without quoting
 */
export function pseudoMessage(message: string): string {
  return `[${inWords(message, 0).text}]`;
}

/** The English catalogue as {@link pseudoMessage} has it. */
export function pseudoCatalogue(): Readonly<Record<MessageKey, string>> {
  const messages: Record<MessageKey, string> = { ...en };
  for (const key of Object.keys(en)) if (isMessageKey(key)) messages[key] = pseudoMessage(en[key]);
  return messages;
}

type Read = { readonly text: string; readonly end: number };

/** Rewrites a message, or a branch of one, from `start` up to its closing brace or its end. */
function inWords(message: string, start: number): Read {
  let text = '';
  let letters = 0;
  let at = start;
  while (at < message.length && message[at] !== '}') {
    const sign = message.charAt(at);
    if (sign === '{') {
      const argument = inArgument(message, at);
      text += argument.text;
      at = argument.end;
    } else {
      letters += 1;
      text += accented[plain.indexOf(sign)] ?? sign;
      at += 1;
    }
  }
  const more = Math.ceil(letters * longer);
  const padding = more === 0 ? '' : ` ${filler.repeat(9).slice(0, more).trimEnd()}`;
  return { text: text + padding, end: at };
}

/** Copies an argument; the branches of a plural or a selection are messages of their own. */
function inArgument(message: string, start: number): Read {
  let text = '{';
  let at = start + 1;
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') {
      const branch = inWords(message, at + 1);
      text += `{${branch.text}}`;
      at = branch.end + 1;
    } else {
      text += message.charAt(at);
      at += 1;
    }
  }
  return { text: `${text}}`, end: at + 1 };
}
