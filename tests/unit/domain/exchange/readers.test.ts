import { describe, expect, test } from 'vitest';
import { documentParts } from '@domain/document/build';
import { readFile } from '@domain/exchange/read';
import { atom, email, iptc7901, liveBlog, newsml1 } from './samples';
import { zone } from './items';

function read(content: string | Uint8Array, name = 'a') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const outcome = readFile(bytes, name, { zone });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const { format, encoding, items } = outcome.value;
  return {
    format,
    encoding,
    items: items.map(({ item, repairs }) => ({
      ...item,
      repairs: repairs.map(({ code, detail }) =>
        detail === undefined ? code : `${code} ${detail}`,
      ),
      takes: item.takes.map((take) => ({ ...take, ...documentParts(take.document) })),
    })),
  };
}

const evening = (hour: number, minute = 14) => ({
  precision: 'second',
  instant: Date.UTC(2017, 4, 2, hour - 2, minute),
  zone,
});

describe('NewsML 1.2', () => {
  test('is read with its lines, text, photo and identity', () => {
    const { format, items } = read(newsml1);
    expect(format).toBe('newsml-1');
    expect(items).toMatchObject([
      {
        guid: 'urn:newsml:orbaz.example:20170502:TX-OAP-17',
        version: 2,
        slug: 'Orbaz-pont',
        language: 'fr',
        urgency: 3,
        agency: 'OAP',
        place: 'Orbaz (France)',
        subjects: [{ code: '04015001', name: '' }],
        takes: [
          {
            kind: 'report',
            author: 'Par Ana TOLLE',
            headline: "Le pont d'Orbaz fermé au moins six mois",
            signoff: 'at/cl/mbr',
            stamp: { precision: 'second', instant: Date.UTC(2017, 4, 2, 20, 14) },
            blocks: [
              { type: 'photo', caption: 'Le pont, mardi à Orbaz', credit: 'OAP/Jo Lin' },
              { type: 'paragraph' },
              { type: 'crosshead', text: 'Une fissure' },
              { type: 'paragraph', text: 'Une fissure a été vue par un passant <à pied>.' },
            ],
          },
        ],
      },
    ]);
  });

  test('a cancelled item is a kill', () => {
    const cancelled = newsml1.replace('FormalName="Usable"', 'FormalName="Canceled"');
    expect(read(cancelled).items[0]?.takes[0]?.kind).toBe('kill');
  });
});

describe('IPTC 7901', () => {
  test('is read from Latin-1 with its control bytes, joined into paragraphs', () => {
    const { format, encoding, items } = read(iptc7901);
    expect([format, encoding]).toEqual(['iptc7901', 'iso-8859-1']);
    expect(items).toMatchObject([
      {
        slug: 'orbaz/pont',
        urgency: 3,
        desk: 'EC',
        agency: 'oap',
        language: 'fr',
        takes: [
          {
            headline: "Le pont d'Orbaz fermé au moins six mois",
            stamp: { precision: 'minute', instant: Date.UTC(2017, 4, 2, 19, 14) },
            signoff: '(oap/mbr)',
          },
        ],
      },
    ]);
    const blocks = items[0]?.takes[0]?.blocks ?? [];
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'crosshead', 'paragraph']);
    expect(JSON.stringify(blocks)).toContain('«désolé» de la com-mune.');
  });

  test('several messages in one file are several items', () => {
    expect(read(Buffer.concat([iptc7901, iptc7901])).items).toHaveLength(2);
  });
});

describe('e-mail', () => {
  test('is read from its HTML part, with decoded headers; what is attached is told', () => {
    const { format, items } = read(email);
    expect(format).toBe('email');
    expect(items).toMatchObject([
      {
        guid: 'mid:17.orbaz@orbaz.example',
        takes: [
          {
            headline: "Le pont d'Orbaz fermé",
            author: 'Ana Tollé',
            stamp: evening(21),
            blocks: [
              { type: 'paragraph', text: "Le pont d'Orbaz est fermé depuis mardi." },
              { type: 'paragraph', text: 'Rien de plus.' },
            ],
          },
        ],
      },
    ]);
    expect(items[0]?.repairs).toEqual([
      'part-kept-aside plan.pdf',
      'remote-resource http://t.example/x.gif',
    ]);
  });
});

describe('schema.org', () => {
  test('each update of a live blog is a take, by its time', () => {
    const { format, items } = read(liveBlog, 'live.html');
    expect(format).toBe('schema-org');
    expect(items).toMatchObject([
      {
        guid: 'https://example.org/live/17',
        language: 'en',
        takes: [
          { kind: 'report', headline: 'Bridge shut in Orbaz', stamp: evening(21) },
          { kind: 'update', headline: 'A crack', stamp: evening(22, 0) },
          { kind: 'update', headline: 'It stays shut', stamp: evening(23, 0) },
        ],
      },
    ]);
    expect(items[0]?.takes[0]?.blocks).toMatchObject([
      { type: 'photo', caption: 'The bridge', credit: 'OAP' },
      { type: 'paragraph', text: 'The bridge is shut.' },
      { type: 'paragraph', text: 'Nobody was hurt.' },
    ]);
  });
});

describe('Atom and RSS', () => {
  test('entries are items, whatever their content is', () => {
    const { format, items } = read(atom);
    expect(format).toBe('atom');
    expect(items.map(({ takes }) => [takes[0]?.headline, takes[0]?.blocks])).toEqual([
      ['Le pont & la route', [{ type: 'paragraph', text: 'Le pont est fermé.' }]],
      ['Deux', [{ type: 'paragraph', text: 'La route.' }]],
      ['Trois', [{ type: 'paragraph', text: 'Une < deux.' }]],
    ]);
    expect(items[0]).toMatchObject({ guid: 'urn:x:1', agency: 'Orbaz', language: 'fr' });
    expect(items[0]?.repairs).toContain('active-content script');
  });
});

describe('Markdown of other systems', () => {
  test('front matter, headings, lists, quotes, links and emphasis are read', () => {
    const text = `---
title: "Le pont d’Orbaz"
date: 2017-05-02 21:14:00 +0200
authors:
  - ana
tags: [pont, route]
---
Le pont est **fermé** depuis _mardi_.
Voir [le plan](https://example.org/plan).

## Une fissure

> Je l'ai vue.

- un
- deux

1. premier
2. second

* * *

<script>x()</script>
Fin`;
    const { format, items } = read(text, 'a.md');
    expect(format).toBe('markdown');
    expect(items[0]).toMatchObject({ repairs: ['active-content script', 'field-kept-aside tags'] });
    const [take] = items[0]?.takes ?? [];
    expect(take).toMatchObject({ headline: 'Le pont d’Orbaz', stamp: evening(21), author: 'ana' });
    expect(take?.blocks).toEqual([
      { type: 'paragraph', text: 'Le pont est fermé depuis mardi. Voir le plan.' },
      { type: 'crosshead', text: 'Une fissure' },
      { type: 'quote', paragraphs: ["Je l'ai vue."] },
      { type: 'list', ordered: false, items: ['un', 'deux'] },
      { type: 'list', ordered: true, items: ['premier', 'second'] },
      { type: 'separator' },
      { type: 'paragraph', text: 'Fin' },
    ]);
    const marks = JSON.stringify(take?.document.toJSON());
    expect(marks).toContain('"strong"');
    expect(marks).toContain('"emphasis"');
    expect(marks).toContain('https://example.org/plan');
  });
});

describe('encodings', () => {
  const nitf = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?><nitf><body><body.content><p>Le pont fermé</p></body.content></body></nitf>`;

  test('a declared Latin-1 is believed and is no repair', () => {
    const { encoding, items } = read(Buffer.from(nitf('ISO-8859-1'), 'latin1'));
    expect(encoding).toBe('iso-8859-1');
    expect(items[0]?.takes[0]?.blocks).toEqual([{ type: 'paragraph', text: 'Le pont fermé' }]);
    expect(items[0]?.repairs).toEqual(['namespace-missing']);
  });

  test('one that says Latin-1 and is UTF-8 is read as what it is, and that is told', () => {
    const { items } = read(nitf('iso-8859-1'));
    expect(items[0]?.takes[0]?.blocks).toEqual([{ type: 'paragraph', text: 'Le pont fermé' }]);
    expect(items[0]?.repairs).toContain('declared-encoding iso-8859-1');
  });

  test('UTF-16 with its mark is read', () => {
    const bytes = Buffer.from(`\uFEFF${nitf('utf-16')}`, 'utf16le');
    expect(read(bytes).items[0]?.takes[0]?.blocks[0]).toMatchObject({ text: 'Le pont fermé' });
  });
});

describe('quotations and tables of pages', () => {
  const blocksOf = (html: string, name = 'a.html') => {
    const text = name.endsWith('.md')
      ? html
      : `<html><body><h1>T</h1>${html}<p>Fin.</p></body></html>`;
    const [item] = read(text, name).items;
    return { blocks: item?.takes[0]?.blocks.slice(0, -1), repairs: item?.repairs };
  };
  const quote = { type: 'quote', paragraphs: ['Un mot.'], attribution: 'Zoé Lefèvre, maire' };

  test.each([
    ['<blockquote><p>Un mot.</p><footer>— <cite>Zoé Lefèvre, maire</cite></footer></blockquote>'],
    ['<blockquote>Un mot. <cite>Zoé Lefèvre, maire</cite></blockquote>'],
    ['<blockquote><p>Un mot.</p><p>– Zoé Lefèvre, maire</p></blockquote>'],
    [
      '<figure><blockquote>Un mot.</blockquote><figcaption>—Zoé Lefèvre, maire</figcaption></figure>',
    ],
  ])('%s says who is quoted', (html) => {
    expect(blocksOf(html).blocks).toEqual([quote]);
  });

  test('Markdown says it in a last line, and has tables with names of columns or without', () => {
    const table = '| Pont | Passages |\n|:--|--:|\n| Orbaz \\| *aval* | 1 204 |\n| Valdane |';
    const bare = 'a | b\n--- | ---\n<b>c</b> | d';
    const text = `# T\n\n> Un mot.\n> — Zoé Lefèvre, maire\n\n${table}\n\n${bare}\n\n| | |\n|-|-|\n| e | f |\n\nFin.\n`;
    expect(blocksOf(text, 'a.md').blocks).toEqual([
      quote,
      {
        type: 'table',
        header: true,
        rows: [
          ['Pont', 'Passages'],
          ['Orbaz | aval', '1 204'],
          ['Valdane', ''],
        ],
      },
      {
        type: 'table',
        header: true,
        rows: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
      { type: 'table', header: false, rows: [['e', 'f']] },
    ]);
  });

  test('a table is one, with its title before it; cells over others are set apart, and that is told', () => {
    const html = `<figure><table><caption>Passages</caption><thead><tr><td>Pont</td><td>Mardi</td><td>Jeudi</td></tr></thead>
      <tr><td rowspan="2"><p>Orbaz</p><p>aval</p></td><td colspan="2">12</td></tr><tr><td>3</td><td>4</td></tr></table></figure>`;
    expect(blocksOf(html)).toMatchObject({
      blocks: [
        { type: 'paragraph', text: 'Passages' },
        {
          type: 'table',
          header: true,
          rows: [
            ['Pont', 'Mardi', 'Jeudi'],
            ['Orbaz aval', '12', ''],
            ['', '3', '4'],
          ],
        },
      ],
      repairs: ['table-simplified 3'],
    });
  });

  test('what a table only lays out is read as what it is', () => {
    const html =
      '<table><tr><td><table><tr><td><p>Un</p><p>Deux</p></td></tr></table></td><td>Trois</td></tr></table>';
    expect(blocksOf(html).blocks).toEqual(
      ['Un', 'Deux', 'Trois'].map((text) => ({ type: 'paragraph', text })),
    );
  });

  test('one with too many columns or rows keeps all its words', () => {
    const cells = Array.from({ length: 22 }, (_, at) => `<td>c${at}</td>`).join('');
    const rows = `<tr>${cells}</tr>`.repeat(501);
    const { blocks = [], repairs } = blocksOf(`<table>${rows}</table>`);
    expect(
      blocks.map((block) => (block.type === 'table' ? block.rows.length : block.type)),
    ).toEqual([500, 1]);
    const [table] = blocks;
    expect(table?.type === 'table' && table.rows[0]?.slice(18)).toEqual(['c18', 'c19 | c20 | c21']);
    expect(repairs).toEqual(['table-simplified 501']);
  });

  test('NITF has the credit of a block quote, and its tables', () => {
    const nitf = `<nitf><body><body.content><bq><block><p>Un mot.</p></block><credit>Zoé Lefèvre, maire</credit></bq>
      <table><tr><th>Pont</th><th>Passages</th></tr><tr><td>Orbaz</td><td>3</td></tr></table><p>Fin.</p></body.content></body></nitf>`;
    expect(read(nitf, 'a.xml').items[0]?.takes[0]?.blocks).toMatchObject([
      quote,
      {
        type: 'table',
        header: true,
        rows: [
          ['Pont', 'Passages'],
          ['Orbaz', '3'],
        ],
      },
      { text: 'Fin.' },
    ]);
  });
});

describe('persons', () => {
  test('of NewsML-G2 are told from its other subjects', () => {
    const text = `<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1" standard="NewsML-G2"
  standardversion="2.35" xml:lang="fr"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
 <contentMeta><subject type="cpnat:person" literal="p1"><name>Adèle Roustan</name></subject>
  <subject type="cpnat:abstract" qcode="medtop:20000139"><name>accident</name></subject>
  <headline>Un pont fermé</headline></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml">
  <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Le pont est fermé.</p></body></html>
 </inlineXML></contentSet></newsItem>`;
    expect(read(text).items).toMatchObject([
      { persons: ['Adèle Roustan'], subjects: [{ code: '20000139', name: 'accident' }] },
    ]);
  });

  test('of NITF are those identified in its head and those marked in its text', () => {
    const text = `<?xml version="1.0"?>
<nitf><head><docdata><identified-content><person>Adèle Roustan</person><org>Orbaz</org>
 </identified-content></docdata></head><body><body.head><hedline><hl1>Un pont fermé</hl1></hedline>
 <byline>Par <person>Ana Tolle</person></byline></body.head>
 <body.content><p>Le maire, <person>Marc Vial</person>, l’a dit.</p></body.content></body></nitf>`;
    expect(read(text).items).toMatchObject([
      {
        persons: ['Adèle Roustan', 'Marc Vial'],
        repairs: ['namespace-missing', 'field-kept-aside identified-content'],
      },
    ]);
  });

  test('of ninjs 1 and of pages are taken in', () => {
    const ninjs = {
      uri: 'urn:x',
      type: 'text',
      headline: 'Un pont fermé',
      body_text: 'Il est fermé.',
    };
    expect(
      read(JSON.stringify({ ...ninjs, person: [{ name: 'Adèle Roustan', rel: 'about' }] })).items,
    ).toMatchObject([{ persons: ['Adèle Roustan'] }]);
    const article = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Un pont fermé',
      articleBody: 'Il est fermé.',
      about: [
        { '@type': 'Person', name: 'Adèle Roustan' },
        { '@type': 'Thing', name: 'ponts' },
      ],
      mentions: [
        { '@type': 'Person', name: 'Marc Vial' },
        { '@type': 'Place', name: 'Orbaz' },
      ],
    };
    expect(read(JSON.stringify(article)).items).toMatchObject([
      { persons: ['Adèle Roustan', 'Marc Vial'], subjects: [{ name: 'ponts' }] },
    ]);
  });
});
