/**
 * The catalogues' check, run by `npm run lint` and a unit test: every message is asked for somewhere,
 * and nothing that is seen or heard is written beside the catalogues. That every language has every
 * message, and nothing else, is TypeScript's: the catalogues' types say so.
 */
import {
  isIdentifier,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { placeOf, walk, withCode } from './program.mjs';
import { literalsIn, namesIn, unusedOf } from './used.mjs';
import { wordsInPage, wordsInShell } from './visible.mjs';

/** @typedef {import('./program.mjs').SourceFile} SourceFile */
/** @typedef {import('./program.mjs').Node} Node */

/**
 * @typedef {object} Problem
 * @property {string} file
 * @property {number} line
 * @property {string} message
 */

const MESSAGES = '/ui/i18n/en/';
const CATALOGUES = '/ui/i18n/';
/** The archive that component tests are given; nothing of it is in a built page. */
const FAKE = '/bridge/fake/';
/** Pages for those who carry on, in English; nothing of them is in a built page either. */
const DEVELOPMENT = '/src-renderer/development/';
const SHELL = '/shell/';
const SHELL_WORDS = '/shell/words.ts';

/**
 * @param {string} root the repository
 * @returns {{ messages: number, problems: readonly Problem[] }}
 */
export function checkCatalogues(root) {
  const main = withCode(root, 'src-main', ({ files }) => ({
    codes: literalsIn(files),
    ...checkShell(root, files),
  }));
  const page = withCode(root, 'src-renderer', (code) => checkPage(root, code, main.codes));
  return {
    messages: main.messages + page.messages,
    problems: [...page.problems, ...main.problems],
  };
}

/**
 * @param {string} root
 * @param {import('./program.mjs').Code} code
 * @param {ReadonlySet<string>} codes strings that main can send
 */
function checkPage(root, code, codes) {
  const messages = keysIn(code.files.filter((file) => file.fileName.includes(MESSAGES)));
  const speaking = code.files.filter(({ fileName }) =>
    [CATALOGUES, FAKE, DEVELOPMENT].every((folder) => !fileName.includes(folder)),
  );
  const names = namesIn(code, speaking);
  const unused = new Set(
    unusedOf([...messages.keys()], names, new Set([...codes, ...names.known])),
  );
  return {
    messages: messages.size,
    problems: [
      ...tellUnused(root, messages, unused),
      ...speaking.flatMap((file) => tellWords(root, file, wordsInPage(file))),
    ],
  };
}

/**
 * @param {string} root
 * @param {readonly SourceFile[]} files of main
 */
function checkShell(root, files) {
  const messages = keysIn(files.filter((file) => file.fileName.endsWith(SHELL_WORDS)));
  for (const language of ['en', 'fr']) messages.delete(language);
  const shell = files.filter(
    ({ fileName }) => fileName.includes(SHELL) && !fileName.endsWith(SHELL_WORDS),
  );
  const asked = literalsIn(shell);
  for (const file of shell) {
    walk(file, (node) => {
      if (isPropertyAccessExpression(node)) asked.add(node.name.text);
    });
  }
  const unused = new Set([...messages.keys()].filter((key) => !asked.has(key)));
  return {
    messages: messages.size,
    problems: [
      ...tellUnused(root, messages, unused),
      ...shell.flatMap((file) => tellWords(root, file, wordsInShell(file))),
    ],
  };
}

/**
 * @param {readonly SourceFile[]} files of a catalogue
 * @returns {Map<string, { file: SourceFile, node: Node }>} its keys, and where they are
 */
function keysIn(files) {
  /** @type {Map<string, { file: SourceFile, node: Node }>} */
  const keys = new Map();
  for (const file of files) {
    walk(file, (node) => {
      if (!isPropertyAssignment(node)) return;
      if (isStringLiteral(node.name) || isIdentifier(node.name)) {
        keys.set(node.name.text, { file, node });
      }
    });
  }
  return keys;
}

/**
 * @param {string} root
 * @param {ReadonlyMap<string, { file: SourceFile, node: Node }>} messages
 * @param {ReadonlySet<string>} unused
 * @returns {Problem[]}
 */
function tellUnused(root, messages, unused) {
  return [...messages]
    .filter(([key]) => unused.has(key))
    .map(([key, { file, node }]) => ({
      ...placeOf(root, file, node),
      message: `nothing asks for the message ${key}`,
    }));
}

/**
 * @param {string} root
 * @param {SourceFile} file
 * @param {readonly Node[]} words
 * @returns {Problem[]}
 */
function tellWords(root, file, words) {
  return words.map((node) => ({
    ...placeOf(root, file, node),
    message: `these words belong into the catalogues: ${node.getText(file).trim()}`,
  }));
}
