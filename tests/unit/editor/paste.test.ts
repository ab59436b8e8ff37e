// @vitest-environment happy-dom
import fc from 'fast-check';
import { DOMParser as SchemaParser } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { documentParts } from '@domain/document/build';
import { takeSchema } from '@domain/document/schema';
import { nothingDropped } from '../../../src-renderer/editor/paste/dropped';
import { readPastedHtml } from '../../../src-renderer/editor/paste/read';
import { withQuietStyles } from '../../../src-renderer/editor/paste/styles';
import { png } from '../../support/pictures';

function bodyOf(html: string): Element {
  const page = withQuietStyles(`<html><body>${html}</body></html>`);
  return new DOMParser().parseFromString(page, 'text/html').body;
}

function read(html: string) {
  return readPastedHtml(bodyOf(html));
}

/** The blocks a draft gets of it. */
function partsIn(html: string) {
  return documentParts(
    SchemaParser.fromSchema(takeSchema).parse(bodyOf(`<h1>T</h1>${read(html).html}`)),
  ).blocks;
}

function cellsIn(html: string): readonly (readonly string[])[] {
  const table = partsIn(html).find(({ type }) => type === 'table');
  return table?.type === 'table' ? table.rows : [];
}

/** What was dropped, as far as there was any of it. */
function dropped(html: string): Readonly<Record<string, number>> {
  const all = Object.entries(read(html).dropped);
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}

describe('pasted HTML', () => {
  it.each([
    ['<p class="MsoNormal" style="margin:0">Un <span lang="FR">mot</span></p>', '<p>Un mot</p>'],
    ['<b style="font-weight:normal"><p>Plat</p></b>', '<p>Plat</p>'],
    [
      '<span style="font-weight:700;font-style:italic">Gras</span>',
      '<strong><em>Gras</em></strong>',
    ],
    ['<h2 style="font-weight:bold">Titre</h2>', '<h2>Titre</h2>'],
    ['<div>Un<br>Deux<br></div>', '<div>Un</div><div>Deux</div>'],
    ['<p><b>Un<br>Deux</b></p>', '<p><b>Un</b></p><p><b>Deux</b></p>'],
    ['<p>a &lt; b &amp; "c"</p>', '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    [
      '<p><a href="https://e.org/?a=1&amp;b=2">l</a></p>',
      '<p><a href="https://e.org/?a=1&amp;b=2">l</a></p>',
    ],
    ['<h2>a</h2>b <em>c</em><p>d</p>e', '<h2>a</h2><p>b <em>c</em></p><p>d</p><p>e</p>'],
    ['b <em>c</em>', 'b <em>c</em>'],
    ['<p>du style = rien</p>', '<p>du style = rien</p>'],
    ['Un<br>deux <b>trois<br></b>', '<p>Un</p><p>deux <b>trois</b></p>'],
    ['<p class="lead">Chapô</p>', '<p class="lead">Chapô</p>'],
    ['<p>\uFDD00\uFDD1</p>', '<p>0</p>'],
    ['<p>a</p><p>&nbsp;</p><p class=MsoNormal><b>&nbsp;</b></p><p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>21&nbsp;h</p><div>&nbsp;</div>', '<p>21\u00A0h</p>'],
  ])('%s', (html, wanted) => {
    expect(read(html).html).toBe(wanted);
  });

  it('has the lists of Word as lists, each of its kind, without their signs', () => {
    const item = (sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${words}</p>`;
    const html = `${item('·', 'un')}\n${item('·', 'deux')}<p>Suite</p>${item('1.', 'trois')}`;
    expect(read(html).html).toBe(
      '<ul><li>un</li>\n<li>deux</li></ul><p>Suite</p><ol><li>trois</li></ol>',
    );
  });

  it('has a table of figures as one, and what a table only lays out as it is', () => {
    const figures =
      '<table><caption>En mai</caption><tr><td>France</td><td><b>12</b></td></tr><tr><td><p>Suisse</p></td><td>9<br>10</td></tr></table>';
    expect(cellsIn(figures)).toEqual([
      ['France', '12'],
      ['Suisse', '9 10'],
    ]);
    expect(read(figures).html).toContain('<p>En mai</p><table>');
    expect(dropped(figures)).toEqual({});
    const mail = '<table><tr><td><p>Un</p><p>Deux</p></td></tr></table>';
    expect(read(mail).html).toBe('<div><p>Un</p><p>Deux</p></div>');
    expect(dropped(mail)).toEqual({});
  });

  it('sets cells that go over others apart, joins too many columns, and says so', () => {
    const spread =
      '<table><thead><tr><td>Pont</td><td colspan=2>Jours</td></tr></thead><tr><td rowspan=2>Orbaz</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>';
    expect(read(spread).html).toMatch(/^<table><tr><th>Pont<\/th><th>Jours<\/th><th><\/th><\/tr>/);
    expect(cellsIn(spread)).toEqual([
      ['Pont', 'Jours', ''],
      ['Orbaz', '1', '2'],
      ['', '3', '4'],
    ]);
    expect(dropped(spread)).toEqual({ tables: 1 });
    const wide = `<table><tr>${'<td>a</td>'.repeat(22)}</tr></table>`;
    expect(cellsIn(wide)[0]?.slice(18)).toEqual(['a', 'a | a | a']);
    const nested = '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>';
    expect(dropped(nested)).toEqual({ tables: 1 });
  });

  it('has who is quoted, without the dash', () => {
    const [quote] = partsIn('<blockquote><p>Un mot.</p><footer>— Zoé</footer></blockquote>');
    expect(quote).toEqual({ type: 'quote', paragraphs: ['Un mot.'], attribution: 'Zoé' });
  });

  it('drops what acts, hides, is embedded or leads nowhere, and counts it', () => {
    const html = `<script>x()</script><style>p{}</style><p onclick="x()">a</p><video></video>
      <canvas></canvas><span style="display:none">b</span><a href="javascript:x()">c</a>
      <a name="d">d</a><u>e</u><div style="mso-element:comment-list"><hr><div>[PT1] f</div></div>
      <span style="mso-special-character:comment">[PT1]</span>`;
    expect(dropped(html)).toEqual({
      scripts: 2,
      styles: 5,
      embedded: 2,
      hidden: 1,
      links: 1,
      comments: 1,
    });
    expect(read(html).html.replaceAll(/\s+/g, ' ')).toBe('<p>a</p> <p>c de </p>');
  });

  it('keeps the words of what is nested too deep, and says so', () => {
    const html = `${'<div>'.repeat(150)}Au fond${'</div>'.repeat(150)}`;
    const { html: out, dropped: left } = read(html);
    expect(out.match(/<div>/g)).toHaveLength(101);
    expect(out).toContain('Au fond');
    expect(left.deep).toBe(49);
  });

  it('has the pictures that are there, and knows of those that are elsewhere', async () => {
    const given = Buffer.from(png()).toString('base64');
    const {
      html,
      pictures,
      dropped: left,
    } = read(
      `<p>a<img alt="Un pont" src="data:image/png;base64,${given}">b<img src="https://e.org/p.gif"
       ><img src="file:///C:/p.png" alt="c"><img width=1 height=1 src="https://e.org/t.gif"></p>`,
    );
    expect(html).toBe('<p>a\uFDD00\uFDD1b\uFDD01\uFDD1\uFDD02\uFDD1</p>');
    expect(pictures.map(({ is, alt }) => [is, alt])).toEqual([
      ['here', 'Un pont'],
      ['elsewhere', ''],
      ['elsewhere', 'c'],
    ]);
    const [first] = pictures;
    const bytes = first?.is === 'here' ? new Uint8Array(await first.blob.arrayBuffer()) : null;
    expect(bytes).toEqual(new Uint8Array(png()));
    expect(left).toEqual(nothingDropped);
  });

  it('has the words of a figure as those of a photo', () => {
    expect(
      read(
        '<figure><img src="https://e.org/a"><figcaption>Un pont <cite>Zoé</cite></figcaption></figure>',
      ).html,
    ).toBe('<figure><figcaption>\uFDD00\uFDD1Un pont</figcaption><cite>Zoé</cite></figure>');
    expect(read('<figure><p>Sans légende</p></figure>').html).toBe('<p>Sans légende</p>');
  });

  it('is whatever was given a valid piece of a document, with all words that can be seen', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const tag = fc.constantFrom('p', 'b', 'i', 'span', 'div', 'ul', 'li', 'h2', 'blockquote', 'td');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        word,
        fc
          .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inside]) => `<${name}>${inside.join(' ')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (html) => {
        const body = bodyOf(html);
        const out = readPastedHtml(body).html;
        SchemaParser.fromSchema(takeSchema).parse(bodyOf(out)).check();
        const letters = (text: string) => text.replaceAll(/<[^>]*>|[^a-z]/g, '');
        expect(letters(out)).toBe(letters(body.textContent));
      }),
    );
  });
});
