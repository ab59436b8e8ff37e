/** Words that a person would see or hear and that are written in the code, not in a catalogue. */
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isJsxAttribute,
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxText,
  isNoSubstitutionTemplateLiteral,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is';
import { walk } from './program.mjs';

/** @typedef {import('./program.mjs').Node} Node */
/** @typedef {import('./program.mjs').SourceFile} SourceFile */

/** Attributes, of elements and of our components, that are shown or read out. */
const ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'detail',
  'heading',
  'hint',
  'label',
  'legend',
  'placeholder',
  'summary',
  'text',
  'title',
  'told',
]);

/** Properties of nodes of the page that are shown. */
const PROPERTIES = new Set([
  'alt',
  'ariaLabel',
  'innerText',
  'placeholder',
  'textContent',
  'title',
]);

/** What Electron's menus, dialogs and notices show. */
const OPTIONS = new Set([
  'body',
  'buttonLabel',
  'detail',
  'label',
  'message',
  'name',
  'sublabel',
  'title',
  'toolTip',
]);

/** What is written alike in every language. */
const ALIKE = new Set(['https://', 'JSON', 'UTC', 'Writethru']);

/**
 * @param {SourceFile} file of the window
 * @returns {readonly Node[]} the words in its JSX, and those it gives to nodes of the page
 */
export function wordsInPage(file) {
  /** @type {Node[]} */
  const found = [];
  walk(file, (node) => {
    if (isJsxText(node)) {
      if (isWords(node.text)) found.push(node);
    } else if (isJsxAttribute(node)) {
      if (ATTRIBUTES.has(node.name.getText(file))) found.push(...wordsOf(node.initializer));
    } else if (isJsxExpression(node)) {
      if (isJsxElement(node.parent) || isJsxFragment(node.parent)) found.push(...wordsOf(node));
    } else if (isBinaryExpression(node)) {
      const { left, right } = node;
      if (isPropertyAccessExpression(left) && PROPERTIES.has(left.name.text)) {
        if (node.operatorToken.getText(file) === '=') found.push(...wordsOf(right));
      }
    } else if (isCallExpression(node)) {
      const [name, value] = node.arguments;
      const sets = node.expression.getText(file).endsWith('.setAttribute');
      if (sets && name && isStringLiteral(name) && ATTRIBUTES.has(name.text)) {
        found.push(...wordsOf(value));
      }
    }
  });
  return found;
}

/**
 * @param {SourceFile} file of main
 * @returns {readonly Node[]} the words it gives to menus, dialogs and notices
 */
export function wordsInShell(file) {
  /** @type {Node[]} */
  const found = [];
  walk(file, (node) => {
    if (isPropertyAssignment(node) && OPTIONS.has(node.name.getText(file))) {
      // Codes and names of things are one word in small letters.
      found.push(...wordsOf(node.initializer).filter((one) => /[A-Z ]/u.test(one.getText(file))));
    }
  });
  return found;
}

/**
 * The words an expression can come to, through its branches; what a call gives is the call's own.
 * @param {Node | undefined} node
 * @returns {readonly Node[]}
 */
function wordsOf(node) {
  if (node === undefined) return [];
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) {
    return isWords(node.text) ? [node] : [];
  }
  if (isJsxExpression(node) || isParenthesizedExpression(node)) return wordsOf(node.expression);
  if (isConditionalExpression(node)) {
    return [...wordsOf(node.whenTrue), ...wordsOf(node.whenFalse)];
  }
  if (isBinaryExpression(node)) {
    const compares = /^[!=]==?$|^[<>]=?$/u.test(node.operatorToken.getText());
    return compares ? [] : [...wordsOf(node.left), ...wordsOf(node.right)];
  }
  if (isTemplateExpression(node)) {
    const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    return texts.some(isWords) ? [node] : [];
  }
  return [];
}

/** @param {string} text */
function isWords(text) {
  return /\p{L}{2}/u.test(text) && !ALIKE.has(text.trim());
}
