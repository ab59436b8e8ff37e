/**
 * The Markdown that articles use as HTML: paragraphs, headings, quotes, lists, rules, emphasis, links,
 * pictures, HTML itself. The reader of HTML makes blocks of it and drops what is not words, so this
 * need not be safe, nor complete: code stays as its words. Tables are those of GitHub's Markdown.
 */
export function markdownToHtml(text: string, depth = 0): string {
  if (depth > deepestQuote) return `<p>${inlineHtml(text)}</p>`;
  const blocks: string[] = [];
  let open: string[] = [];
  const end = (): void => {
    if (open.length > 0) blocks.push(blockHtml(open, depth));
    open = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') end();
    else {
      if (beginsBlock(line, open)) end();
      open.push(line);
      if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) end();
    }
  }
  end();
  return joinLists(blocks).join('\n');
}

const bullet = /^( {0,3})[-*+]\s+(?=\S)/;
const number = /^( {0,3})\d{1,9}[.)]\s+(?=\S)/;
const rule = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;

/** Whether a line begins a block of its own though no blank line stands before it. */
function beginsBlock(line: string, open: readonly string[]): boolean {
  if (
    /^ {0,3}#{1,6}(?:\s|$)/.test(line) ||
    /^ {0,3}<(?:\/?(?:p|div|figure|ul|ol|table)\b|!--)/i.test(line)
  )
    return true;
  // After an indented paragraph of an item, the next item.
  if (/^(?: {2,}|\t)/.test(open[0] ?? '') && (bullet.test(line) || number.test(line))) return true;
  if (rule.test(line)) return !/^ {0,3}-+\s*$/.test(line) || open.length === 0;
  if (line.startsWith('>') !== (open[0]?.startsWith('>') ?? false)) return line.startsWith('>');
  return false;
}

function blockHtml(lines: readonly string[], depth: number): string {
  const [first = ''] = lines;
  const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/.exec(first);
  if (heading !== null)
    return `<h${heading[1]?.length ?? 2}>${inlineHtml(heading[2] ?? '')}</h${heading[1]?.length ?? 2}>`;
  const table = tableHtml(lines);
  if (table !== null) return table;
  const underline = lines.at(-1) ?? '';
  if (lines.length > 1 && /^ {0,3}(?:=+|-+)\s*$/.test(underline)) {
    const level = underline.trim().startsWith('=') ? 1 : 2;
    return `<h${level}>${inlineHtml(lines.slice(0, -1).join('\n'))}</h${level}>`;
  }
  if (lines.every((line) => rule.test(line))) return '<hr>';
  if (
    /^ {0,3}<(?:!--|\/?[a-z])/i.test(first) &&
    !/^ {0,3}<(?:a|em|strong|b|i|span|br|img|code)\b/i.test(first)
  ) {
    return lines.join('\n');
  }
  if (first.startsWith('>')) {
    const inside = lines.map((line) => line.replace(/^ {0,3}>\s?/, ''));
    // Who is quoted is a paragraph of its own, with or without an empty line before it.
    if (lines.length > 1 && /^—\s/.test(inside.at(-1) ?? '')) inside.splice(-1, 0, '');
    return `<blockquote>${markdownToHtml(inside.join('\n'), depth + 1)}</blockquote>`;
  }
  if (bullet.test(first) || number.test(first)) return listHtml(lines);
  // An indented paragraph goes on with the list before it: joinLists puts it there.
  const isIndented = /^(?: {2,}|\t)/.test(first);
  return `<p${isIndented ? ' data-indented' : ''}>${inlineHtml(lines.join('\n'))}</p>`;
}

/** A table of GitHub's Markdown: names of columns, a line of dashes, rows; null for anything else. */
function tableHtml(lines: readonly string[]): string | null {
  const [first = '', second = '', ...others] = lines;
  if (!/^[\s|:-]*-[\s|:-]*$/.test(second) || !first.includes('|')) return null;
  const names = cellsOfLine(first);
  const dashes = cellsOfLine(second);
  const isRule = dashes.every((cell) => /^:?-+:?$/.test(cell));
  if (!isRule || dashes.length !== names.length) return null;
  const row = (cells: readonly string[], name: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${name}>${inlineHtml(cell)}</${name}>`).join('')}</tr>`;
  const rows = others.map((line) => row(cellsOfLine(line), 'td')).join('');
  return `<table class="data"><thead>${row(names, 'th')}</thead><tbody>${rows}</tbody></table>`;
}

/** The cells of a line of a table; a pipe after a backslash parts none. */
function cellsOfLine(line: string): readonly string[] {
  const [opened = '', ...cells] = (line.trim().match(/(?:\\.|[^|\\]|\\$)+|\|/gs) ?? []).reduce<
    string[]
  >(
    (all, part) => {
      if (part === '|') all.push('');
      else all[all.length - 1] += part;
      return all;
    },
    [''],
  );
  const all = opened === '' && cells.length > 0 ? cells : [opened, ...cells];
  const isClosed = all.length > 1 && all.at(-1) === '';
  return (isClosed ? all.slice(0, -1) : all).map((cell) => cell.trim());
}

function listHtml(lines: readonly string[]): string {
  const tag = number.test(lines[0] ?? '') ? 'ol' : 'ul';
  const items: string[] = [];
  for (const line of lines) {
    const marker = (bullet.exec(line) ??
      number.exec(line) ??
      /^\s+(?:[-*+]|\d{1,9}[.)])\s+/.exec(line))?.[0];
    if (marker !== undefined) items.push(line.slice(marker.length));
    else if (items.length > 0) items[items.length - 1] += `\n${line.trim()}`;
  }
  return `<${tag}>${items.map((item) => `<li><p>${inlineHtml(item)}</p></li>`).join('')}</${tag}>`;
}

/** Lists parted by blank lines are one; an indented paragraph after a list belongs to its last item. */
function joinLists(blocks: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const block of blocks) {
    const before = joined.at(-1) ?? '';
    const list = /^<(ul|ol)>/.exec(block)?.[1];
    if (list !== undefined && before.startsWith(`<${list}>`)) {
      joined[joined.length - 1] =
        before.slice(0, -`</${list}>`.length) + block.slice(`<${list}>`.length);
    } else if (block.startsWith('<p data-indented>')) {
      const paragraph = block.replace(' data-indented', '');
      const end = /<\/li><\/(?:ul|ol)>$/.exec(before)?.[0];
      if (end === undefined) joined.push(paragraph);
      else joined[joined.length - 1] = before.slice(0, -end.length) + paragraph + end;
    } else joined.push(block);
  }
  return joined;
}

const inlineForms: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^\\([!-/:-@[-`{-~])/, ([, sign = '']) => escaped(sign)],
  [/^`+([^`]+)`+/, ([, code = '']) => escaped(code)],
  [/^<((?:https?:\/\/|mailto:)[^\s<>]+)>/, ([, href = '']) => link(href, escaped(href))],
  [/^<\/?[a-z][^<>]*>/i, ([tag = '']) => tag],
  [
    /^!\[([^\]]*)\]\(\s*<?([^\s)>]*)>?(?:\s+"[^"]*")?\s*\)/,
    ([, alt = '', src = '']) => `<img alt="${escaped(alt)}" src="${escaped(src)}">`,
  ],
  [
    /^\[((?:[^[\]\\]|\\.)+)\]\(\s*<?([^\s)>]*(?:\([^\s()]*\)[^\s)>]*)?)>?(?:\s+"[^"]*")?\s*\)/,
    ([, text = '', href = '']) => link(href, inlineHtml(text)),
  ],
  [
    /^(\*\*|__)(?=\S)([^\n]+?\S|\S)\1(?![*_])/,
    ([, , text = '']) => `<strong>${inlineHtml(text)}</strong>`,
  ],
  [/^(\*)(?=[^\s*])([^*\n]*[^\s*])\1(?!\*)/, ([, , text = '']) => `<em>${inlineHtml(text)}</em>`],
  [
    /^(_)(?=[^\s_])([^_\n]*[^\s_])\1(?![\p{L}\p{N}_])/u,
    ([, , text = '']) => `<em>${inlineHtml(text)}</em>`,
  ],
  [/^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i, ([entity = '']) => entity],
  [/^ {2,}\n|^\\\n/, () => '<br>'],
];

/** Quotes within quotes, at most; deeper ones are words. */
const deepestQuote = 20;
/** Signs looked at in vain in one text, at most; after that the rest of it is words. */
const mostInVain = 20_000_000;
/** Longer lines are read in pieces, so that no pattern looks far: time stays in proportion. */
const window = 4_000;

function inlineHtml(text: string): string {
  let html = '';
  let at = 0;
  let inVain = 0;
  while (at < text.length) {
    const plain = /[\\`<![*_& ]/g;
    plain.lastIndex = at;
    const special = plain.exec(text)?.index ?? text.length;
    html += escaped(text.slice(at, special));
    at = special;
    if (at >= text.length) break;
    if (inVain > mostInVain) return html + escaped(text.slice(at));
    const isWord = /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    const rest = text.slice(at, at + window);
    const read = isWord && rest.startsWith('_') ? null : readForm(rest);
    html += read === null ? escaped(rest.charAt(0)) : read.html;
    at += read === null ? 1 : read.length;
    if (read === null) inVain += rest.length;
  }
  return html;
}

function readForm(rest: string): { readonly html: string; readonly length: number } | null {
  for (const [pattern, make] of inlineForms) {
    const match = pattern.exec(rest);
    if (match !== null) return { html: make(match), length: match[0].length };
  }
  return null;
}

function link(href: string, inside: string): string {
  return `<a href="${escaped(href)}">${inside}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
