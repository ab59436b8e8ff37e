/** Which messages the code asks for: by name, and by names put together, followed by their types. */
import {
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { walk } from './program.mjs';

/** @typedef {import('./program.mjs').Code} Code */
/** @typedef {import('./program.mjs').SourceFile} SourceFile */
/** @typedef {import('typescript/unstable/ast').TemplateExpression} TemplateExpression */
/** @typedef {readonly (readonly string[] | undefined)[]} Parts what each part of a template can be */

/**
 * @typedef {object} Names
 * @property {Set<string>} known every string that is written, or put together of parts whose types
 *   say all they can be
 * @property {readonly Parts[]} open templates of which some part, undefined, can be any string
 */

/**
 * @param {Code} code
 * @param {readonly SourceFile[]} files those of it whose strings count
 * @returns {Names}
 */
export function namesIn({ valuesOf }, files) {
  /** @type {TemplateExpression[]} */
  const templates = [];
  for (const file of files) {
    walk(file, (node) => {
      if (isTemplateExpression(node)) templates.push(node);
    });
  }
  const values = valuesOf(
    templates.flatMap((template) => template.templateSpans.map(({ expression }) => expression)),
  );
  const known = literalsIn(files);
  /** @type {Parts[]} */
  const open = [];
  let next = 0;
  for (const { head, templateSpans } of templates) {
    const parts = [
      [head.text],
      ...templateSpans.flatMap(({ literal }) => [values[next++], [literal.text]]),
    ];
    const whole = product(parts);
    if (whole === undefined) open.push(parts);
    else for (const name of whole) known.add(name);
  }
  return { known, open };
}

/**
 * @param {readonly SourceFile[]} files
 * @returns {Set<string>} the strings that are written in them
 */
export function literalsIn(files) {
  /** @type {Set<string>} */
  const literals = new Set();
  for (const file of files) {
    walk(file, (node) => {
      if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) literals.add(node.text);
    });
  }
  return literals;
}

/**
 * The keys nothing asks for. A key is asked for by its name, by a template that its types say becomes
 * it, or by a template with a free part (a code of main's) if that part is a string some code writes.
 * @param {readonly string[]} keys
 * @param {Names} names of the code that asks
 * @param {ReadonlySet<string>} codes strings that a free part can be
 * @returns {readonly string[]}
 */
export function unusedOf(keys, { known, open }, codes) {
  // Keys begin with a word and a point: templates that begin otherwise make names of other things.
  const families = open.filter(([head]) => /^[\w-]+\./u.test(head?.[0] ?? '')).map(patternOf);
  return keys.filter(
    (key) =>
      !known.has(key) &&
      !families.some((family) =>
        family
          .exec(key)
          ?.slice(1)
          .every((part) => codes.has(part)),
      ),
  );
}

/**
 * @param {Parts} parts
 * @returns {readonly string[] | undefined} every way to put one of each part together
 */
function product(parts) {
  /** @type {readonly string[]} */
  let whole = [''];
  for (const part of parts) {
    if (part === undefined) return undefined;
    whole = whole.flatMap((begun) => part.map((end) => begun + end));
  }
  return whole;
}

/**
 * @param {Parts} parts
 * @returns {RegExp} what such a template can become; its free parts are its groups
 */
function patternOf(parts) {
  const sources = parts.map((part) =>
    part === undefined ? '(.+)' : `(?:${part.map(literally).join('|')})`,
  );
  return new RegExp(`^${sources.join('')}$`, 'u');
}

/** @param {string} text */
function literally(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
