/** The window's and main's code as TypeScript reads it: syntax, and the types of expressions. */
import path from 'node:path';
import { API, TypeFlags } from 'typescript/unstable/sync';

/** @typedef {import('typescript/unstable/ast').Node} Node */
/** @typedef {import('typescript/unstable/ast').SourceFile} SourceFile */
/** @typedef {import('typescript/unstable/sync').Type} Type */

/**
 * @typedef {object} Code
 * @property {readonly SourceFile[]} files those under `folder`, without declarations
 * @property {(nodes: readonly Node[]) => readonly (readonly string[] | undefined)[]} valuesOf
 *   the strings each expression can be, by its type; undefined where it can be any
 */

/**
 * Reads a room with the compiler, hands its code on, and ends the compiler.
 * @template T
 * @param {string} root the repository
 * @param {string} folder a room, with a tsconfig.json
 * @param {(code: Code) => T} use
 * @returns {T}
 */
export function withCode(root, folder, use) {
  const api = new API({ cwd: root });
  try {
    const config = path.join(root, folder, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`${config} could not be read`);
    const inside = `${path.join(root, folder)}${path.sep}`.replaceAll('\\', '/');
    const files = project.program
      .getSourceFileNames()
      .filter((name) => name.startsWith(inside) && !name.endsWith('.d.ts'))
      .map((name) => project.program.getSourceFile(name))
      .filter((file) => file !== undefined);
    const valuesOf = (/** @type {readonly Node[]} */ nodes) =>
      project.checker
        .getTypeAtLocation(nodes)
        .map((type) => (type === undefined ? undefined : stringsOf(type)));
    return use({ files, valuesOf });
  } finally {
    api.close();
  }
}

/**
 * The strings a type allows; undefined where they cannot be counted.
 * @param {Type} type
 * @returns {readonly string[] | undefined}
 */
function stringsOf(type) {
  if (type.isUnionType()) {
    const all = type.getTypes().map(stringsOf);
    return all.every((some) => some !== undefined) ? all.flat() : undefined;
  }
  if ((type.flags & (TypeFlags.Undefined | TypeFlags.Null)) !== 0) return [];
  return type.isStringLiteralType() || type.isNumberLiteralType()
    ? [String(type.value)]
    : undefined;
}

/**
 * Every node of a tree, a parent before its children.
 * @param {Node} node
 * @param {(node: Node) => void} visit
 */
export function walk(node, visit) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/**
 * @param {string} root
 * @param {SourceFile} file
 * @param {Node} node
 * @returns {{ file: string, line: number }} where a node stands
 */
export function placeOf(root, file, node) {
  const before = file.text.slice(0, node.getStart(file));
  return {
    file: path.relative(root, file.fileName).replaceAll('\\', '/'),
    line: before.split('\n').length,
  };
}
