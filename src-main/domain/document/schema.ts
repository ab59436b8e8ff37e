import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { checkPicture, readPicture } from './picture';

/**
 * The one schema of a take's document, used by the editor, the wire form, search and the record.
 *
 * A take is a headline (empty where the take has none), blocks, and a sign-off (empty until signed).
 * The first and last are always present so that the writing surface always offers them.
 */
const nodes = {
  doc: {
    content: 'headline block+ signoff',
    attrs: {
      /** In a draft with suggestions, the document they are made on, as JSON; else null. */
      suggestedOn: { default: null, validate: checkObject },
      /** Who made them: see `domain/suggest`. */
      suggestedBy: { default: null, validate: checkObject },
    },
  },
  text: { group: 'inline' },
  // The sheet's own heading stands above it in the window, hence one level down.
  headline: textBlock('h2', 'headline', { defining: true, marks: '' }, ['h1']),
  // First of its group: what splitting a block or filling a gap makes.
  paragraph: textBlock('p', 'paragraph', { group: 'block' }),
  lead: textBlock('p', 'lead', { group: 'block', defining: true }, ['p.lead']),
  crosshead: textBlock('h3', 'crosshead', { group: 'block', defining: true, marks: '' }, [
    'h2',
    'h4',
  ]),
  quote: {
    group: 'block',
    // Who said it comes last, where it is known. Quotations were there before attributions were.
    content: 'paragraph+ attribution?',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  attribution: textBlock('footer', 'attribution', { defining: true, marks: '' }, [
    'blockquote footer',
  ]),
  bullet_list: {
    group: 'block',
    content: 'list_item+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    group: 'block',
    content: 'list_item+',
    parseDOM: [{ tag: 'ol' }],
    toDOM: () => ['ol', 0],
  },
  list_item: {
    content: 'paragraph+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  photo: {
    group: 'block',
    content: 'caption credit',
    isolating: true,
    defining: true,
    attrs: {
      alt: { default: '', validate: 'string' },
      /** The picture itself (see `Picture`), by its hash; null for a photo that is only words. */
      picture: { default: null, validate: checkPicture },
    },
    parseDOM: [
      {
        tag: 'figure',
        getAttrs: (element: { getAttribute(name: string): string | null }) => ({
          alt: element.getAttribute('data-alt') ?? '',
          picture: readPicture(element.getAttribute('data-picture')),
        }),
      },
    ],
    toDOM: ({ attrs }) => [
      'figure',
      {
        'data-block': 'photo',
        ...(attrs['alt'] !== '' && { 'data-alt': String(attrs['alt']) }),
        ...(attrs['picture'] !== null && { 'data-picture': JSON.stringify(attrs['picture']) }),
      },
      0,
    ],
  },
  caption: textBlock('figcaption', 'caption', { marks: '' }),
  credit: textBlock('cite', 'credit', { marks: '' }),
  // Rows of a table made elsewhere may differ in length; the commands of ours keep it a rectangle.
  table: {
    group: 'block',
    content: 'table_row+',
    isolating: true,
    parseDOM: [{ tag: 'table' }],
    toDOM: () => ['div', { 'data-block': 'table' }, ['table', ['tbody', 0]]],
  },
  table_row: {
    content: '(table_cell | table_header)+',
    parseDOM: [{ tag: 'tr' }],
    toDOM: () => ['tr', 0],
  },
  table_cell: textBlock('td', 'table_cell', { isolating: true }),
  /** A cell that names its column. */
  table_header: textBlock('th', 'table_header', { isolating: true }),
  separator: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: () => ['hr'],
  },
  signoff: textBlock('footer', 'signoff', { defining: true, marks: '' }),
} satisfies Record<string, NodeSpec>;

const marks = {
  emphasis: {
    parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }],
    toDOM: () => ['strong', 0],
  },
  link: {
    attrs: { href: { validate: checkHref } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element: { getAttribute(name: string): string | null }) => {
          const href = element.getAttribute('href') ?? '';
          return isSafeHref(href) ? { href } : false;
        },
      },
    ],
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']), rel: 'noreferrer' }, 0],
  },
  /** Words in another language than what is around them, as a person said. */
  language: {
    attrs: { is: { validate: checkLanguage } },
    // Within the window only: pages from elsewhere have their languages on every other word.
    parseDOM: [
      {
        tag: 'span[data-language]',
        getAttrs: (element: { getAttribute(name: string): string | null }) => {
          const is = element.getAttribute('data-language') ?? '';
          return isMarkedLanguage(is) ? { is } : false;
        },
      },
    ],
    toDOM: (mark) => {
      const is = String(mark.attrs['is']);
      return ['span', { 'data-language': is, lang: languageTag(mark) }, 0];
    },
  },
} satisfies Record<string, MarkSpec>;

/** The schema of a take's document. */
export const takeSchema = new Schema({ nodes, marks });

/** The names of the nodes of a take's document. */
export type TakeNodeName = keyof typeof nodes;

/** Whether a link's address is of a kind that may be kept: http, https or mailto. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(href);
}

/** Refuses, as `Node.check` expects, an address that may not be kept. */
function checkHref(value: unknown): void {
  if (typeof value !== 'string' || !isSafeHref(value)) {
    throw new RangeError('A link needs an http, https or mailto address');
  }
}

/** The languages words can be marked as being in: the two of the desk, or one it has no rules for. */
export const markedLanguages = ['fr', 'en', 'other'] as const;
export type MarkedLanguage = (typeof markedLanguages)[number];

/** Whether a word names one of {@link markedLanguages}. */
export function isMarkedLanguage(value: unknown): value is MarkedLanguage {
  return markedLanguages.some((one) => one === value);
}

/** The BCP 47 tag of what a mark says words are in: `und` where that is not known. */
export function languageTag({
  attrs,
}: {
  readonly attrs: Readonly<Record<string, unknown>>;
}): string {
  return isMarkedLanguage(attrs['is']) && attrs['is'] !== 'other' ? attrs['is'] : 'und';
}

/** Refuses, as `Node.check` expects, a language that cannot be marked. */
function checkLanguage(value: unknown): void {
  if (!isMarkedLanguage(value)) throw new RangeError('Words are in fr, en or other');
}

/** Refuses what is neither an object, a list nor null. */
function checkObject(value: unknown): void {
  if (typeof value !== 'object') throw new RangeError('Suggestions are kept as objects');
}

/**
 * A block of text, rendered as `tag` with its name in `data-block`. Pasted HTML has no such names:
 * there it is what `foreign` selects, the tag itself unless said otherwise.
 */
function textBlock(
  tag: string,
  name: string,
  spec: NodeSpec,
  foreign: readonly string[] = [tag],
): NodeSpec {
  const own = { tag: `${tag}[data-block=${name}]`, priority: 60 };
  return {
    content: 'text*',
    ...spec,
    parseDOM: [own, ...foreign.map((selector) => ({ tag: selector }))],
    toDOM: () => [tag, { 'data-block': name }, 0],
  };
}
