import * as fc from 'fast-check';
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '@domain/compare/compare';
import { sideText } from '@domain/compare/comparison';
import { comparisonFragment, comparisonHtml } from '@domain/compare/html';
import { comparisonText } from '@domain/compare/text';
import type { ComparisonWords } from '@domain/compare/words-of-comparison';
import { anyPair, story, storyOf } from './edited';

const words: ComparisonWords = {
  language: 'en',
  heading: 'Comparison',
  left: 'Take 1 <b>',
  right: 'Draft & “quotes"',
  summary: '1 word inserted',
  inserted: 'inserted',
  deleted: 'deleted',
  formatted: 'formatted',
  movedHere: 'Moved here',
  movedAway: 'Moved away',
};

const allowed = new Set(
  'html head meta title style body article header h1 h2 h3 p ins del u a div span hr'.split(' '),
);

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function text(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (node.nodeName === 'style') return '';
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

const first = 'Les dirigeants américain et russe ont eu mardi leur premier entretien téléphonique.';
const second = 'La présidence russe a qualifié de constructive cette conversation téléphonique.';

describe('a comparison as HTML', () => {
  it('marks insertions and deletions, and links the two ends of a move', () => {
    const html = comparisonHtml(
      compareDocuments(story(first, second), story(second.replace('russe', 'du pays'), first)),
      words,
    );
    expect(html).toContain('La présidence <del><span class="hidden">[deleted] </span>russe</del>');
    expect(html).toContain('<div class="moved" id="row-0"><a href="#row-2">Moved here</a>');
    expect(html).toContain('<div class="moved" id="row-2"><a href="#row-0">Moved away</a>');
    expect(html).toContain('Take 1 &lt;b&gt;');
  });

  it('is inert: nothing but the elements it is made of, none with a handler or an outside address', () => {
    const dangerous = '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"\'';
    fc.assert(
      fc.property(anyPair, fc.constantFrom('', dangerous), ([left, right], danger) => {
        const comparison = compareDocuments(left, danger === '' ? right : story(danger));
        const page = parse(comparisonHtml(comparison, words));
        const found = elements(page);
        expect(found.every(({ tagName }) => allowed.has(tagName))).toBe(true);
        const attributes = found.flatMap(({ attrs }) => attrs);
        expect(attributes.every(({ name }) => !name.startsWith('on'))).toBe(true);
        for (const { name, value } of attributes) {
          if (name === 'href') expect(value).toMatch(/^#row-\d+$/);
        }
      }),
    );
  });

  it('says every word of the later text', () => {
    fc.assert(
      fc.property(anyPair, ([left, right]) => {
        const comparison = compareDocuments(left, right);
        // A line feed that was put in shows a sign.
        const shown = text(parseFragment(comparisonFragment(comparison, words)));
        const said = shown.replaceAll('¶', '');
        for (const row of comparison.rows) {
          if (row.is !== 'inserted') continue;
          // HTML reads a carriage return as a line feed and drops NUL.
          const expected = sideText(row, 'right').replace(/\r\n?/g, '\n').replaceAll(/[\0¶]/g, '');
          expect(said).toContain(expected);
        }
      }),
    );
  });
});

describe('a comparison in plain text', () => {
  it('marks each changed paragraph and counts what did not change', () => {
    const same = ['Un paragraphe.', 'Un autre paragraphe.', 'Encore un.'];
    const comparison = compareDocuments(
      storyOf({ headline: 'Titre', signoff: '' }, ...same, first, { type: 'separator' }),
      storyOf({ headline: 'Titre', signoff: '' }, ...same, first.replace('mardi', 'lundi'), second),
    );
    expect(comparisonText(comparison, words, (paragraphs) => `${paragraphs} unchanged`)).toBe(
      [
        '--- Take 1 <b>',
        '+++ Draft & “quotes"',
        '… 3 unchanged',
        '  Encore un.',
        '~ Les dirigeants américain et russe ont eu [-mardi-]{+lundi+} leur premier entretien téléphonique.',
        '- ***',
        `+ ${second}`,
        '1 word inserted',
        '',
      ].join('\n'),
    );
    expect(comparisonText(comparison, words)).toContain('  Titre\n  Un paragraphe.\n');
  });
});
