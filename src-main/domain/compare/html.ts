import { escapeHtml } from '../document/html';
import type { BlockKind } from './blocks';
import type { Comparison, Row } from './comparison';
import type { Segment } from './word-diff';
import { visibleText, type ComparisonWords } from './words-of-comparison';

/**
 * A comparison as an HTML page of its own: no scripts, nothing fetched, every word escaped. What was
 * inserted is in `<ins>`, what was deleted in `<del>`, told apart by underline and strike as well as
 * by colour, and by words for screen readers that pass over these elements.
 */
export function comparisonHtml(comparison: Comparison, words: ComparisonWords): string {
  const title = `${escapeHtml(words.heading)}: ${escapeHtml(words.left)} → ${escapeHtml(words.right)}`;
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
${article(comparison, words, 'page')}
</body>
</html>
`;
}

/** The same as a fragment to paste into another text, without style or hidden words. */
export function comparisonFragment(comparison: Comparison, words: ComparisonWords): string {
  return article(comparison, words, 'fragment');
}

const style = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:18px/1.6 Georgia,serif;color:#1b1a17;background:#fbfaf7}
header{font:14px/1.5 system-ui,sans-serif;border-bottom:1px solid #e3dfd5;margin-bottom:2rem}
ins{color:#1e7b4d;background:#e5f1e9;text-decoration:underline}
del{color:#a4322a;background:#f7e4e2;text-decoration:line-through}
u{text-decoration:underline dotted}
.moved{border-left:3px solid #1f4e79;padding-left:.75rem}
.moved>a{display:block;font:13px/1.5 system-ui,sans-serif;color:#1f4e79}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
p,h2,h3{white-space:pre-wrap}
@media (prefers-color-scheme:dark){body{color:#ece8df;background:#161512}header{border-color:#302d27}ins{color:#7fd0a3;background:#16301f}del{color:#f0a79f;background:#3a1d1a}.moved{border-color:#8cb8e8}.moved>a{color:#8cb8e8}}`;

/** A page stands alone; a fragment is pasted into a text that has its own style and no anchors. */
type Form = 'page' | 'fragment';

function article({ rows }: Comparison, words: ComparisonWords, form: Form): string {
  const body = rows.map((row, index) => rowHtml(row, index, words, form)).join('\n');
  return `<article>
<header>
<h1>${escapeHtml(words.heading)}</h1>
<p><del>${escapeHtml(words.left)}</del> → <ins>${escapeHtml(words.right)}</ins></p>
<p>${escapeHtml(words.summary)}</p>
</header>
${body}
</article>`;
}

function rowHtml(row: Row, index: number, words: ComparisonWords, form: Form): string {
  const kind = (row.right[0] ?? row.left[0])?.kind ?? 'paragraph';
  if (kind === 'separator') return separatorHtml(row);
  const tag = tags[kind] ?? 'p';
  const inner = row.segments.map((segment) => segmentHtml(segment, words, form)).join('');
  if (row.is !== 'moved') return `<${tag}>${inner}</${tag}>`;
  const label = escapeHtml(row.end === 'to' ? words.movedHere : words.movedAway);
  if (form === 'fragment') {
    return `<${tag}>[${label}] ${row.end === 'to' ? inner : `<del>${plainInner(row)}</del>`}</${tag}>`;
  }
  const link = `<a href="#row-${row.other}">${label}</a>`;
  const text = row.end === 'to' ? inner : plainInner(row);
  return `<div class="moved" id="row-${index}">${link}<${tag}>${text}</${tag}></div>`;
}

/** A moved paragraph where it stood: its words as they were. */
function plainInner({ segments }: Row): string {
  return segments.map(({ is, text }) => (is === 'inserted' ? '' : escapeHtml(text))).join('');
}

function separatorHtml({ is }: Row): string {
  if (is === 'inserted') return '<ins><hr></ins>';
  return is === 'deleted' ? '<del><hr></del>' : '<hr>';
}

const tags: { readonly [K in BlockKind]?: string } = { headline: 'h2', crosshead: 'h3' };

function segmentHtml(segment: Segment, words: ComparisonWords, form: Form): string {
  const text = escapeHtml(visibleText(segment));
  const told = (tag: string, label: string): string => {
    const hidden = form === 'page' ? `<span class="hidden">[${escapeHtml(label)}] </span>` : '';
    return `<${tag}>${hidden}${text}</${tag}>`;
  };
  switch (segment.is) {
    case 'kept':
      return text;
    case 'inserted':
      return told('ins', words.inserted);
    case 'deleted':
      return told('del', words.deleted);
    case 'formatted':
      return told('u', words.formatted);
  }
}
