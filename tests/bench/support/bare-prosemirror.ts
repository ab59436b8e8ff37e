import path from 'node:path';
import { build } from 'vite';
import { root } from './run';

/**
 * Builds the page of a bare ProseMirror around a document; gives the page's file.
 *
 * @param marks how many of its words are marked
 */
export async function buildBareProseMirror(
  folder: string,
  document: unknown,
  marks = 0,
): Promise<string> {
  const place = path.join(folder, `bare-prosemirror-${marks}`);
  await build({
    configFile: false,
    root: path.join(root, 'tests/bench/bare-prosemirror'),
    base: './',
    logLevel: 'error',
    define: { bareDocument: JSON.stringify(document), bareMarks: String(marks) },
    build: { outDir: place, target: 'chrome130', emptyOutDir: true, modulePreload: false },
  });
  return path.join(place, 'index.html');
}
