/** How the three parts of the application are built: `out/main`, `out/preload`, `out/renderer`. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { licencesOfBuild } from './scripts/building/licences.mjs';

const root = import.meta.dirname;
/** scripts/build.mjs builds beside `out` and puts the result in its place when it is whole. */
const out = path.resolve(root, process.env.WRITETHRU_BUILD_OUT ?? 'out');

const alias = {
  '@domain': path.join(root, 'src-main/domain'),
  '@contract': path.join(root, 'src-main/contract'),
};

/** The oldest runtime in use is the stand-in, Electron 33: Node 20.18 and Chromium 130. */
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/** Less to read and compile at each start and in each thread; the log still names our functions. */
const smaller = { compress: true, mangle: false, codegen: true } as const;

/** What the spelling thread loads by file: Hunspell's machine and its dictionaries, with licences. */
const dictionaryFiles = {
  'hunspell.wasm': 'hunspell-wasm/wasm/hunspell.wasm',
  'hunspell.licence': 'hunspell-wasm/COPYING.MPL',
  'fr.aff': 'dictionary-fr/index.aff',
  'fr.dic': 'dictionary-fr/index.dic',
  'fr.licence': 'dictionary-fr/license',
  'en.aff': 'dictionary-en-gb/index.aff',
  'en.dic': 'dictionary-en-gb/index.dic',
  'en.licence': 'dictionary-en-gb/license',
};

/** What is shipped without being bundled: the dictionaries, and what stays in node_modules. */
const shippedBeside = ['better-sqlite3', 'dictionary-en-gb', 'dictionary-fr'];

/** Puts those files beside the built code, in `dictionaries`. */
function dictionaries(): Plugin {
  return {
    name: 'dictionaries',
    generateBundle() {
      for (const [name, file] of Object.entries(dictionaryFiles)) {
        const source = readFileSync(path.join(root, 'node_modules', file));
        this.emitFile({ type: 'asset', fileName: `dictionaries/${name}`, source });
      }
    },
  };
}

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [dictionaries(), licencesOfBuild(shippedBeside)],
    build: {
      outDir: path.join(out, 'main'),
      target: nodeTarget,
      sourcemap: true,
      // What ships in node_modules stays outside; all else is bundled.
      externalizeDeps: { include: ['better-sqlite3'], exclude: [] },
      rollupOptions: {
        input: {
          index: path.join(root, 'src-main/index.ts'),
          cli: path.join(root, 'src-main/cli/index.ts'),
          'archive-worker': path.join(root, 'src-main/archive/worker/index.ts'),
          'reading-worker': path.join(root, 'src-main/services/exchange/reading-worker.ts'),
          'spelling-worker': path.join(root, 'src-main/services/spelling/spelling-worker.ts'),
          'sealing-worker': path.join(root, 'src-main/services/sealing/sealing-worker.ts'),
        },
        output: {
          format: 'es',
          minify: smaller,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    plugins: [licencesOfBuild()],
    build: {
      outDir: path.join(out, 'preload'),
      target: nodeTarget,
      sourcemap: true,
      // A sandboxed preload can require nothing but electron: everything else is bundled.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: path.join(root, 'src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: path.join(root, 'src-renderer'),
    base: './',
    resolve: { alias },
    plugins: [react(), licencesOfBuild()],
    build: {
      outDir: path.join(out, 'renderer'),
      target: chromeTarget,
      sourcemap: true,
      minify: true,
      // Nothing inline: the content security policy allows our own files only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: path.join(root, 'src-renderer/index.html') },
    },
  },
});
