/** The import rules catch each kind of violation, on small trees made for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCycles } from '../../../scripts/import-rules/cycles.mjs';
import { checkImports } from '../../../scripts/import-rules/index.mjs';
import { findImports } from '../../../scripts/import-rules/lexer.mjs';

/** Files that exist in every tree, so that imports have somewhere to lead. */
const TREE: Record<string, string> = {
  'src-main/index.ts': '',
  'src-main/places.ts': '',
  'src-main/domain/take.ts': 'export const kinds = [1];\nexport type Kind = number;',
  'src-main/contract/errors.ts': 'export const error = 1;',
  'src-main/contract/models.ts': 'export type Model = number;',
  'src-main/contract/channels.ts': 'export const channels = 1;',
  'src-main/archive/client.ts': '',
  'src-main/archive/queries/wire.ts': '',
  'src-main/services/drafts.ts': '',
  'src-main/ipc/router.ts': '',
  'src-main/cli/index.ts': '',
  'src-main/shell/window.ts': '',
  'src-main/preload/index.ts': '',
  'src-renderer/main.tsx': '',
  'src-renderer/bridge/index.ts': '',
  'src-renderer/ui/button.tsx': '',
  'src-renderer/ui/button.module.css': '',
  'src-renderer/features/wire/index.tsx': '',
  'src-renderer/features/sheet/index.tsx': '',
  'resources/sample.json': '{}',
  'tests/helper.ts': '',
};

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'import-rules-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes the tree with some files changed, and says what is wrong with it. */
function violations(changes: Record<string, string>): string[] {
  for (const [file, text] of Object.entries({ ...TREE, ...changes })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return checkImports(root).violations.map(
    ({ file, line, message }) => `${file}:${line}: ${message}`,
  );
}

/** What one file with one text comes to. */
function violationsOf(file: string, text: string): string[] {
  return violations({ [file]: text });
}

describe('what is allowed', () => {
  test.each([
    ['src-main/domain/new.ts', "import { kinds } from './take';\nimport 'prosemirror-model';"],
    [
      'src-main/contract/new.ts',
      "import { z } from 'zod';\nimport { kinds } from '../domain/take';",
    ],
    ['src-main/archive/new.ts', "import Database from 'better-sqlite3';\nimport 'node:fs';"],
    ['src-main/archive/new.ts', "import { error } from '../contract/errors';"],
    ['src-main/archive/new.ts', "import type { Model } from '../contract/models';"],
    ['src-main/services/new.ts', "import '../archive/client';\nimport 'node:path';"],
    ['src-main/ipc/new.ts', "import '../services/drafts';\nimport '@contract/errors';"],
    ['src-main/cli/new.ts', "import '../services/drafts';\nimport '../places';"],
    ['src-main/shell/new.ts', "import { app } from 'electron';\nimport '../ipc/router';"],
    ['src-main/index.ts', "import { app } from 'electron';\nimport './shell/window';"],
    ['src-main/preload/new.ts', "import 'electron';\nimport '../contract/channels';"],
    ['src-main/preload/new.ts', "import type { Model } from '@contract/models';"],
    ['src-renderer/new.tsx', "import 'react';\nimport '@domain/take';\nimport '@contract/errors';"],
    ['src-renderer/new.tsx', "import s from './ui/button.module.css';"],
    ['src-renderer/new.tsx', "import sample from '../resources/sample.json';"],
    ['src-renderer/main.tsx', "import './features/wire';\nimport './features/sheet';"],
    ['src-renderer/features/wire/new.ts', "import './index';\nimport '../../ui/button';"],
    ['src-renderer/bridge/index.ts', 'export const api = window.writethru;'],
  ])('%s: %s', (file, text) => {
    expect(violationsOf(file, text)).toEqual([]);
  });
});

describe('what is caught', () => {
  test.each([
    ['src-main/domain/new.ts', "import 'node:fs';", "Node's own modules"],
    ['src-main/domain/new.ts', "import fs from 'fs';", "Node's own modules"],
    ['src-main/domain/new.ts', "import { app } from 'electron';", 'only shell, preload, index may'],
    ['src-main/domain/new.ts', "import { z } from 'zod';", 'may not import the package zod'],
    ['src-main/domain/new.ts', "import '../contract/errors';", 'domain may not import contract'],
    ['src-main/domain/new.ts', "import type { M } from '@contract/models';", 'import contract'],
    ['src-main/domain/new.ts', "export * from '../archive/client';", 'import archive'],
    ['src-main/domain/new.ts', "const x = import('../services/drafts');", 'import services'],
    ['src-main/domain/new.ts', '/// <reference types="node" />', 'reference directive'],
    ['src-main/contract/new.ts', "import 'node:crypto';", "Node's own modules"],
    ['src-main/contract/new.ts', "import '../archive/client';", 'contract may not import archive'],
    ['src-main/contract/new.ts', "import React from 'react';", 'the package react'],
    ['src-main/archive/new.ts', "import '../services/drafts';", 'archive may not import services'],
    [
      'src-main/archive/new.ts',
      "import { app } from 'electron';",
      'only shell, preload, index may',
    ],
    ['src-main/archive/new.ts', "import { m } from '../contract/models';", 'write `import type`'],
    ['src-main/services/new.ts', "import 'better-sqlite3';", 'only archive may'],
    ['src-main/services/new.ts', "import '../archive/queries/wire';", 'import archive'],
    [
      'src-main/services/new.ts',
      "import { app } from 'electron';",
      'only shell, preload, index may',
    ],
    ['src-main/services/new.ts', "import '../ipc/router';", 'services may not import ipc'],
    ['src-main/services/new.ts', "import { x } from 'path';", 'write node:path'],
    [
      'src-main/ipc/new.ts',
      "import { ipcMain } from 'electron';",
      'only shell, preload, index may',
    ],
    ['src-main/ipc/new.ts', "import '../archive/client';", 'ipc may not import archive'],
    ['src-main/cli/new.ts', "import '../shell/window';", 'cli may not import shell'],
    ['src-main/shell/new.ts', "import 'better-sqlite3';", 'only archive may'],
    ['src-main/shell/new.ts', "import '../archive/queries/wire';", 'shell may not import archive'],
    ['src-main/places.ts', "import { app } from 'electron';", 'only shell, preload, index may'],
    ['src-main/places.ts', "import './shell/window';", 'main may not import shell'],
    ['src-main/preload/new.ts', "import 'node:fs';", "Node's own modules"],
    ['src-main/preload/new.ts', "import { error } from '../contract/errors';", '`import type`'],
    ['src-main/preload/new.ts', "import '../services/drafts';", 'preload may not import services'],
    ['src-main/index.ts', "import './archive/queries/wire';", 'index may not import archive'],
    ['src-main/other/new.ts', "import '../domain/take';", 'no room of the design'],
    ['src-renderer/new.ts', "import 'node:fs';", "Node's own modules"],
    ['src-renderer/new.ts', "import { x } from 'electron';", 'only shell, preload, index may'],
    ['src-renderer/new.ts', "import '../src-main/services/drafts';", 'renderer may not import'],
    ['src-renderer/new.ts', "import '../tests/helper';", 'outside src-main and src-renderer'],
    ['src-renderer/features/wire/new.ts', "import '../sheet';", 'imports another feature'],
    ['src-renderer/ui/new.ts', 'const api = window.writethru;', 'only src-renderer/bridge'],
    ['src-renderer/ui/new.ts', 'const api = globalThis?.writethru;', 'only src-renderer/bridge'],
    ['src-renderer/ui/new.ts', "const api = window['writethru'];", 'only src-renderer/bridge'],
    ['src-renderer/ui/new.ts', 'const x = await import(name);', 'must name its file'],
    ['src-renderer/ui/new.ts', "import './missing';", 'there is no file'],
  ])('%s: %s', (file, text, message) => {
    const found = violationsOf(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:1: `);
    expect(found[0]).toContain(message);
  });
});

describe('cycles', () => {
  test('of value imports are caught, with their way', () => {
    const found = violations({
      'src-main/domain/a.ts': "import { b } from './b';",
      'src-main/domain/b.ts': "export { c } from './c';",
      'src-main/domain/c.ts': "import { a } from '@domain/a';",
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('a.ts → src-main/domain/b.ts → src-main/domain/c.ts → src-main');
  });

  test('of type imports and of dynamic imports are not cycles', () => {
    expect(
      violations({
        'src-main/domain/a.ts': "import { b } from './b';\nexport type A = 1;",
        'src-main/domain/b.ts': "import type { A } from './a';\nexport const b = 1;",
        'src-main/domain/c.ts': "import { d } from './d';",
        'src-main/domain/d.ts': "export const d = () => import('./c');",
      }),
    ).toEqual([]);
  });

  test('of one file with itself, and several at once', () => {
    const graph = new Map([
      ['a', ['a']],
      ['b', ['c', 'd']],
      ['c', ['d']],
      ['d', ['b']],
      ['e', ['a', 'b']],
    ]);
    expect(findCycles(graph)).toEqual([['a'], ['b', 'd']]);
  });
});

describe('finding imports', () => {
  test.each([
    ['an apostrophe in JSX', "const a = <p>Don't</p>;\nimport 'x';", ['x']],
    ['a comment', "// import 'no'\n/* import 'no';\n */ import 'x';", ['x']],
    ['a string', "const s = \"import 'no'\"; import 'x';", ['x']],
    ['a template', "const s = `import 'no' ${f(`${1}`)} import 'no'`;\nimport 'x';", ['x']],
    ['code in a template', "const s = `${await import('x')}`;", ['x']],
    ['a regular expression', "const r = /['\"`]/; import 'x';", ['x']],
    ['a division', "const r = a / b; const t = c / d;\nimport 'x';", ['x']],
    ['several lines', "import {\n  a,\n  type B,\n} from 'x';", ['x']],
    ['a default called type', "import type from 'x';", ['x']],
    [
      'several statements',
      "import a from 'x'\nexport { b } from 'y'\nexport * as c from 'z'",
      ['x', 'y', 'z'],
    ],
    ['require', "const a = require('x');", ['x']],
    ['neither meta nor methods', "import.meta.url; a.import('no'); b.require('no');", []],
    ['an export of its own', "export { a };\nconst from = 'no';", []],
  ])('%s', (_name, source, expected) => {
    expect(findImports(source).map((found) => found.specifier)).toEqual(expected);
  });

  test('tells types from values', () => {
    const source =
      "import type { A } from 'a';\nimport { type B } from 'b';\nexport type * from 'c';";
    expect(findImports(source).map((found) => found.typeOnly)).toEqual([true, false, true]);
  });
});
