import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { buildDocument, documentParts, type Block } from '@domain/document/build';
import {
  canonicalText,
  offsetToPosition,
  positionToOffset,
  textBlocks,
} from '@domain/document/canonical-text';
import { countDocument } from '@domain/document/counts';
import { documentHtml } from '@domain/document/html';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { takeSchema } from '@domain/document/schema';
import { offsetWithoutEmptyBlocks, withoutEmptyBlocks } from '@domain/document/tidy';
import { canonicalJson } from '@domain/record/canonical';
import { takeKinds } from '@domain/record/take';
import { searchTextOf } from '../../../../src-main/archive/search/index-entry';
import { partsIn } from '../../../../src-main/archive/search/parts';
import { document, documentParts as anyParts } from '../arbitraries';

describe('documents as JSON', () => {
  test('any document comes back as it was', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const read = parseDocument(JSON.parse(JSON.stringify(toJson(doc))));
        expect(read.ok && read.value.eq(doc)).toBe(true);
      }),
    );
  });

  test('anything else is refused, never thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parseDocument(json).ok).toBe(false);
      }),
    );
  });

  test.each([
    ['undefined', undefined],
    ['a node that is not a document', { type: 'paragraph' }],
    ['a document without a sign-off', { type: 'doc', content: [{ type: 'headline' }] }],
    ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }],
    [
      'a mark where none may be',
      withHeadline([{ type: 'text', text: 'a', marks: [{ type: 'strong' }] }]),
    ],
    ['an empty text', withHeadline([{ type: 'text', text: '' }])],
    ['a nesting too deep for the stack', nested(100_000)],
  ])('refuses %s', (_name, json) => {
    const read = parseDocument(json);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error).not.toBe('');
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//host', 5])(
    'refuses a link to %s',
    (href) => {
      expect(parseDocument(withLink(href)).ok).toBe(false);
    },
  );

  test('accepts a link to a web address', () => {
    expect(parseDocument(withLink('https://example.org/a')).ok).toBe(true);
  });

  test.each(takeKinds)('the empty document of a %s is a valid one', (kind) => {
    const doc = emptyDocument(kind);
    expect(() => doc.check()).not.toThrow();
    expect(textBlocks(doc).map((block) => block.type)).toEqual([
      'headline',
      kind === 'report' ? 'lead' : 'paragraph',
      'signoff',
    ]);
  });
});

describe('documents from before there were attributions and tables', () => {
  /** A take as it was kept, to the byte, and the SHA-256 of its canonical JSON. */
  const kept =
    '{"type":"doc","content":[{"type":"headline","content":[{"type":"text","text":"Crue à Valdane"}]},{"type":"lead","content":[{"type":"text","text":"La Lisse monte."}]},{"type":"quote","content":[{"type":"paragraph","content":[{"type":"text","text":"Nous attendons."}]},{"type":"paragraph","content":[{"type":"text","marks":[{"type":"emphasis"}],"text":"Encore."}]}]},{"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"un"}]}]}]},{"type":"photo","attrs":{"alt":""},"content":[{"type":"caption","content":[{"type":"text","text":"Le bac."}]},{"type":"credit"}]},{"type":"separator"},{"type":"signoff","content":[{"type":"text","text":"atl/mbr"}]}]}';
  const hash = '84f8716b27c0a58f8959455a1615e0c9af51779716dc5a1423ddc66a765cb3e5';

  test('are the same documents, with the same hash', () => {
    const read = parseDocument(JSON.parse(kept));
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(JSON.stringify(toJson(read.value))).toBe(kept);
    const canonical = canonicalJson(toJson(withoutEmptyBlocks(read.value)));
    expect(createHash('sha256').update(canonical, 'utf8').digest('hex')).toBe(hash);
  });
});

describe('attributions and tables', () => {
  const quote = (attribution: string): Block => ({
    type: 'quote',
    paragraphs: ['Un mot.', ''],
    attribution,
  });
  const document = (...blocks: readonly Block[]) =>
    buildDocument({ headline: 'T', blocks, signoff: '' });

  test('an attribution left empty goes when it is published, and offsets after it follow', () => {
    const draft = document(quote(' '), { type: 'paragraph', text: 'Suite' });
    const published = withoutEmptyBlocks(draft);
    expect(canonicalText(published)).toBe('T\nUn mot.\n\nSuite\n');
    const moved = offsetWithoutEmptyBlocks(draft);
    const at = (text: string) => text.indexOf('Suite');
    expect(moved(at(canonicalText(draft)))).toBe(at(canonicalText(published)));
    expect(moved(3)).toBe(3);
    expect(withoutEmptyBlocks(document(quote('Zoé'))).eq(document(quote('Zoé')))).toBe(true);
  });

  test('as HTML for other programs, with every cell in its place', () => {
    const rows = [
      ['Pont', 'Passages'],
      ['Orbaz', ''],
    ];
    expect(documentHtml(document(quote('Zoé & Cie'), { type: 'table', header: true, rows }))).toBe(
      '<h2>T</h2><blockquote><p>Un mot.</p><footer>— Zoé &amp; Cie</footer></blockquote>' +
        '<table><tr><th>Pont</th><th>Passages</th></tr><tr><td>Orbaz</td><td></td></tr></table>',
    );
  });

  test('rows are made as long as the longest', () => {
    const rows = [['a'], ['b', 'c']];
    const [table] = documentParts(document({ type: 'table', header: false, rows })).blocks;
    expect(table).toEqual({
      type: 'table',
      header: false,
      rows: [
        ['a', ''],
        ['b', 'c'],
      ],
    });
  });

  test('are searched by their words, and counted', () => {
    const doc = document(quote('Zoé Lefèvre'), {
      type: 'table',
      header: true,
      rows: [['Pont', 'Passages']],
    });
    const { text } = searchTextOf(doc);
    const parts = partsIn(toJson(doc)).map((part) => part.text);
    for (const words of ['Zoé Lefèvre', 'Pont', 'Passages']) {
      expect(text.body).toContain(words);
      expect(parts).toContain(words);
    }
    expect(countDocument(doc, 'fr').words).toBe(7);
  });
});

describe('documents from plain parts', () => {
  test('parts come back as they were', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const doc = buildDocument(parts);
        expect(() => doc.check()).not.toThrow();
        expect(documentParts(doc)).toEqual(parts);
      }),
    );
  });

  test('a document without blocks gets an empty paragraph', () => {
    const doc = buildDocument({ headline: 'A', blocks: [], signoff: '' });
    expect(documentParts(doc).blocks).toEqual([{ type: 'paragraph', text: '' }]);
  });

  test('what a picture shows is kept', () => {
    const blocks = [{ type: 'photo', caption: 'A', credit: 'B', alt: 'Two men' }] as const;
    const doc = buildDocument({ headline: '', blocks, signoff: '' });
    expect(documentParts(doc).blocks).toEqual(blocks);
  });
});

describe('canonical text', () => {
  test('is a line for each text block, empty ones too', () => {
    const doc = buildDocument({
      headline: '',
      blocks: [
        { type: 'photo', caption: 'Légende', credit: 'CRÉDIT' },
        { type: 'separator' },
        { type: 'list', ordered: true, items: ['un', 'deux'] },
      ],
      signoff: 'atl/mbr',
    });
    expect(canonicalText(doc)).toBe('\nLégende\nCRÉDIT\nun\ndeux\natl/mbr');
  });

  test('offsets and positions are each other’s inverse inside text blocks', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const text = canonicalText(doc);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const pos = offsetToPosition(doc, offset);
          expect(doc.resolve(pos).parent.isTextblock).toBe(true);
          expect(positionToOffset(doc, pos)).toBe(offset);
        }
      }),
    );
  });

  test('a block is where it says, in both ways of counting', () => {
    fc.assert(
      fc.property(document, (doc) => {
        const text = canonicalText(doc);
        for (const block of textBlocks(doc)) {
          expect(text.slice(block.start, block.end)).toBe(block.text);
          expect(doc.textBetween(block.pos, block.pos + block.text.length)).toBe(block.text);
        }
      }),
    );
  });

  test('every position has an offset, growing with it', () => {
    fc.assert(
      fc.property(document, (doc) => {
        let previous = 0;
        for (let pos = 0; pos <= doc.content.size; pos += 1) {
          const offset = positionToOffset(doc, pos);
          expect(offset).toBeGreaterThanOrEqual(previous);
          previous = offset;
        }
        expect(previous).toBe(canonicalText(doc).length);
      }),
    );
  });

  test('offsets outside the text are taken to its ends', () => {
    const doc = emptyDocument('report');
    expect(offsetToPosition(doc, -5)).toBe(offsetToPosition(doc, 0));
    expect(offsetToPosition(doc, 99)).toBe(offsetToPosition(doc, 2));
  });
});

function withHeadline(content: readonly unknown[]): unknown {
  return {
    type: 'doc',
    content: [{ type: 'headline', content }, { type: 'paragraph' }, { type: 'signoff' }],
  };
}

function withLink(href: unknown): unknown {
  const marks = [{ type: 'link', attrs: { href } }];
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'a', marks }] };
  return { type: 'doc', content: [{ type: 'headline' }, paragraph, { type: 'signoff' }] };
}

function nested(depth: number): unknown {
  let node: unknown = { type: takeSchema.nodes.paragraph.name };
  for (let level = 0; level < depth; level += 1) node = { type: 'quote', content: [node] };
  return node;
}
