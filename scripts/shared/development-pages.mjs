/** Pages for those who carry on (src-renderer/development): built and served apart, never packaged. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remove } from './files.mjs';
import { ROOT } from './paths.mjs';
import { step } from './progress.mjs';

/** The window's own page, with those of src-renderer/development in it. */
const forThoseWhoCarryOn = {
  name: 'development-page',
  transformIndexHtml: {
    order: /** @type {const} */ ('pre'),
    /** @param {string} html */
    handler: (html) => html.replace('./main.tsx', './development/page.ts'),
  },
};

/**
 * Builds the pages as the window is built, serves them on this machine, and runs some work with their
 * address; `?gallery` or `?pseudo` after it says which. The application opens one when
 * ELECTRON_RENDERER_URL names it.
 * @template T
 * @param {(address: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDevelopmentPages(work) {
  const { build, preview } = await import('vite');
  const { loadConfigFromFile } = await import('electron-vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    path.join(ROOT, 'electron.vite.config.ts'),
  );
  // The window's own shape, without what electron-vite makes of it: there are other pages to build.
  const { root = ROOT, resolve = {}, build: shape } = config.renderer ?? {};
  const outDir = mkdtempSync(path.join(tmpdir(), 'writethru-pages-'));
  const pages = {
    root,
    base: './',
    resolve,
    plugins: [react(), forThoseWhoCarryOn],
    configFile: /** @type {const} */ (false),
    logLevel: /** @type {const} */ ('warn'),
    build: {
      ...shape,
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: Infinity,
    },
  };
  try {
    await step('Building the pages for development', () => build(pages));
    const server = await preview({ ...pages, preview: { host: '127.0.0.1', port: 0 } });
    try {
      const address = server.resolvedUrls?.local[0];
      if (address === undefined) throw new Error('the pages are not served');
      return await work(address);
    } finally {
      await server.close();
    }
  } finally {
    remove(outDir);
  }
}
