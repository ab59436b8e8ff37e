import * as fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import type { Block } from '@domain/document/build';
import { buildDocument } from '@domain/document/build';
import { takeSchema } from '@domain/document/schema';

/** Pieces of newsroom text, marks of the wire form among them, that heuristics may trip over. */
const pieces = fc.constantFrom(
  'Publié',
  'URGENT',
  'CORRECTION',
  '(Lead)',
  '(2nd take)',
  'Une légende (Crédit : OAP/X)',
  'Mis à jour à 21h14',
  'Published 21:14 GMT',
  'PARIS, 2 mai (Reuters) - Le pont est fermé.',
  'Publié le 2 mai 2017, 21:14',
  'Mis à jour à 21h14',
  'Published 2 May 2017 21:14 GMT',
  'Correction',
  'reuters/ptur',
  '/abc',
  'Une légende [REUTERS - X]',
  'Une légende - [REUTERS - X]',
  'Une légende',
  'a - - [B]',
  '[AFP]',
  '- Une trêve -',
  '- - a - -',
  '- un',
  '• deux',
  '* trois -',
  '1. un',
  '2. deux',
  '> cité',
  '> — Zoé Lefèvre, pontonnière',
  '| Pont | Passages |',
  '| --- | --- |',
  '| Orbaz \\| aval | 1 204 |',
  '||',
  '>',
  '***',
  '-----',
  'Appel à la retenue',
  'Suisse 2',
  'Le président a dit non.',
  'Le président a dit « non ».',
  'Les deux dirigeants ont convenu que toutes les parties doivent faire leur possible, a-t-on dit.',
  'The talks of the two leaders were “very good”, the White House said on Tuesday.',
  "l'Élysée\u00A0: œuvre",
  '\u{1F600}',
  ' ',
  '\u00A0',
  '\t',
);

/** Any text at all, or one line of newsroom pieces; without surrogates standing alone. */
export const lineText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: pieces },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', '-', '[', ']', '/', '.', '*', '•', '>', ' ', '1', '\u00A0'),
      maxLength: 12,
    }),
  },
);

/** A text cut at a column, as teleprinters did, with some lines that have marks of their own. */
const wrappedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.integer({ min: 30, max: 72 }),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.array(pieces, { minLength: 4, maxLength: 16 }) },
        { weight: 1, arbitrary: pieces.map((piece) => [piece]) },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.constantFrom('\n', '\n\n', '\n  '),
  )
  .map(([width, paragraphs, between]) =>
    paragraphs.map((parts) => wrap(parts.join(' '), width)).join(between),
  );

function wrap(text: string, width: number): string {
  let column = 0;
  let wrapped = '';
  for (const word of text.split(' ')) {
    const fits = column + 1 + word.length <= width;
    wrapped += column === 0 ? word : fits ? ` ${word}` : `\n${word}`;
    column = column === 0 || !fits ? word.length : column + 1 + word.length;
  }
  return wrapped;
}

/** Lines and blank lines with odd ends. */
const lines: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(lineText, fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\r\n', ' \n', '\u2028')),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.map(([text, end]) => text + end).join(''));

/** Texts in something like the wire form. */
export const wireText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: lines },
  { weight: 1, arbitrary: wrappedText },
);

/** A table with any text in its cells, all rows of one length. */
function table(text: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  return fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 1, max: 4 }),
      fc.array(text, { minLength: 1, maxLength: 9 }),
    )
    .map(([header, columns, texts]): Block => {
      const rows = Array.from({ length: Math.ceil(texts.length / columns) }, (_, row) =>
        Array.from({ length: columns }, (_cell, at) => texts[row * columns + at] ?? ''),
      );
      return { type: 'table', header, rows };
    });
}

/** Text of one block of a document. */
const blockText = lineText;

/** Any block of plain parts. */
export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constantFrom('lead' as const, 'paragraph' as const, 'crosshead' as const),
    text: blockText,
  }),
  fc.record({ type: fc.constant('photo' as const), caption: blockText, credit: blockText }),
  fc.constant<Block>({ type: 'separator' }),
  fc.record({
    type: fc.constant('quote' as const),
    paragraphs: fc.array(blockText, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('quote' as const),
    paragraphs: fc.array(blockText, { minLength: 1, maxLength: 3 }),
    attribution: blockText,
  }),
  table(blockText),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(blockText, { minLength: 1, maxLength: 3 }),
  }),
);

/** Plain parts of any document. */
export const documentParts = fc.record({
  headline: blockText,
  blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
  signoff: fc.oneof(fc.constantFrom('', 'atl/mbr'), blockText),
});

/** Any document, with marks on some of its paragraphs. */
export const document: fc.Arbitrary<Node> = fc
  .tuple(
    documentParts,
    fc.array(
      lineText.filter((text) => text !== ''),
      { maxLength: 3 },
    ),
  )
  .map(([parts, marked]) => {
    const plain = buildDocument(parts);
    const { emphasis, link, strong } = takeSchema.marks;
    const runs = marked.map((text, index) =>
      takeSchema.text(
        text,
        index === 0
          ? [emphasis.create()]
          : index === 1
            ? [strong.create(), link.create({ href: 'https://example.org/' })]
            : [],
      ),
    );
    const paragraph = takeSchema.nodes.paragraph.create(null, runs);
    const children = [...plain.children];
    children.splice(1, 0, paragraph);
    return takeSchema.nodes.doc.create(null, children);
  });
