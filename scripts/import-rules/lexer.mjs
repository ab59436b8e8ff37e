/**
 * Finds the imports in a TypeScript file without parsing it: comments, strings, templates and
 * regular expressions are blanked first, so that what looks like an import inside them is not one.
 */

/**
 * @typedef {object} Import
 * @property {string} specifier what is imported; empty for a computed path
 * @property {number} line counted from 1
 * @property {'static' | 'dynamic' | 'computed' | 'reference'} kind
 * @property {boolean} typeOnly whether the whole statement says `type`
 */

const BLANK = ' ';
/** Stands for a blanked character of a string: no pattern below matches it. */
const INSIDE = '\u0001';
const REGEX_BEFORE =
  /(?:^|[=(,:;!&|?{}[+*%~^<>-]|\b(?:return|typeof|case|in|of|delete|void|throw|new|do|else|await|yield))\s*$/;

/**
 * The same text, as long and with the same lines, without comments and without what strings say.
 * @param {string} source
 */
export function mask(source) {
  const text = source.split('');
  /** @type {number[]} depths of braces at which a template's `${` ends */
  const templates = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source[at] ?? '';
    if (two === '//' || two === '/*') at = blankComment(source, text, at, two);
    else if (one === "'" || one === '"') at = blankString(source, text, at, one);
    else if (one === '`') at = blankTemplate(source, text, at + 1, () => templates.push(depth++));
    else if (one === '/' && startsRegex(text, at)) at = blankRegex(source, text, at);
    else {
      if (one === '{') depth += 1;
      if (one === '}') {
        depth -= 1;
        if (templates.at(-1) === depth) {
          templates.pop();
          at = blankTemplate(source, text, at + 1, () => templates.push(depth++));
          continue;
        }
      }
      at += 1;
    }
  }
  return text.join('');
}

/**
 * @param {string} source
 * @param {string[]} text
 * @param {number} start
 * @param {string} opening
 */
function blankComment(source, text, start, opening) {
  const closing = opening === '//' ? '\n' : '*/';
  const found = source.indexOf(closing, start + 2);
  const end = found < 0 ? source.length : found + (closing === '*/' ? 2 : 0);
  fill(text, start, end, BLANK);
  return end;
}

/**
 * A string that its line does not close is none (an apostrophe in JSX): it ends with the line.
 * @param {string} source
 * @param {string[]} text
 * @param {number} start
 * @param {string} quote
 */
function blankString(source, text, start, quote) {
  let at = start + 1;
  while (at < source.length && source[at] !== quote && source[at] !== '\n') {
    at += source[at] === '\\' ? 2 : 1;
  }
  fill(text, start + 1, at, INSIDE);
  return at + 1;
}

/**
 * @param {string} source
 * @param {string[]} text
 * @param {number} start the first character of the template's own text
 * @param {() => void} enter called when an expression inside begins
 */
function blankTemplate(source, text, start, enter) {
  let at = start;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '$' && source[at + 1] === '{') {
      fill(text, start, at, INSIDE);
      enter();
      return at + 2;
    }
    at += source[at] === '\\' ? 2 : 1;
  }
  fill(text, start, at, INSIDE);
  return at + 1;
}

/**
 * @param {readonly string[]} text
 * @param {number} at
 */
function startsRegex(text, at) {
  const before = text.slice(Math.max(0, at - 40), at).join('');
  return !/<\s*$/.test(before) && REGEX_BEFORE.test(before);
}

/**
 * @param {string} source
 * @param {string[]} text
 * @param {number} start
 */
function blankRegex(source, text, start) {
  let at = start + 1;
  let inClass = false;
  while (at < source.length && source[at] !== '\n' && (inClass || source[at] !== '/')) {
    if (source[at] === '[') inClass = true;
    if (source[at] === ']') inClass = false;
    at += source[at] === '\\' ? 2 : 1;
  }
  fill(text, start, at + 1, INSIDE);
  return at + 1;
}

/**
 * @param {string[]} text
 * @param {number} start
 * @param {number} end
 * @param {string} character
 */
function fill(text, start, end, character) {
  for (let at = start; at < Math.min(end, text.length); at += 1) {
    if (text[at] !== '\n') text[at] = character;
  }
}

const STRING = `(['"\`])(\u0001*)`;
const PATTERNS = [
  {
    kind: 'static',
    pattern: new RegExp(
      `\\bimport\\b(\\s+type\\b(?!\\s*(?:,|from\\b)))?[\\w$\\s{},*]*?\\bfrom\\s*${STRING}`,
      'g',
    ),
  },
  { kind: 'static', pattern: new RegExp(`\\bimport()\\s*${STRING}`, 'g') },
  {
    kind: 'static',
    pattern: new RegExp(
      `\\bexport(\\s+type\\b)?\\s*(?:\\*[\\w$\\s]*|\\{[\\w$\\s,]*\\})\\s*from\\s*${STRING}`,
      'g',
    ),
  },
  {
    kind: 'dynamic',
    pattern: new RegExp(`(?<!\\.\\s*)\\b(?:import|require)()\\s*\\(\\s*${STRING}`, 'g'),
  },
];
const COMPUTED = /(?<!\.\s*)\bimport\s*\(\s*(?!['"`\s])/g;
const REFERENCE = /^\s*\/\/\/\s*<reference\s+(?:types|path)\s*=\s*["']([^"']+)/gm;

/**
 * Every import, re-export, dynamic import, literal `require` and reference of a file.
 * @param {string} source
 * @param {string} [masked] if the caller has it already
 * @returns {Import[]}
 */
export function findImports(source, masked = mask(source)) {
  /** @type {Import[]} */
  const found = [];
  for (const { kind, pattern } of PATTERNS) {
    for (const match of masked.matchAll(pattern)) {
      const [whole, type, , inside = ''] = match;
      const end = match.index + whole.length;
      found.push({
        specifier: source.slice(end - inside.length, end),
        line: lineOf(source, end),
        kind: /** @type {Import['kind']} */ (kind),
        typeOnly: Boolean(type),
      });
    }
  }
  for (const match of masked.matchAll(COMPUTED)) {
    const line = lineOf(source, match.index);
    found.push({ specifier: '', line, kind: 'computed', typeOnly: false });
  }
  for (const match of source.matchAll(REFERENCE)) {
    const line = lineOf(source, match.index + match[0].length);
    found.push({ specifier: match[1] ?? '', line, kind: 'reference', typeOnly: true });
  }
  return found.sort((a, b) => a.line - b.line);
}

/**
 * @param {string} source
 * @param {number} index
 */
export function lineOf(source, index) {
  return source.slice(0, index).split('\n').length;
}
