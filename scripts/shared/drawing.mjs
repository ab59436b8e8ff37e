import path from 'node:path';
import { withDisplay } from './display.mjs';
import { isRootOnLinux } from './electron-app.mjs';
import { readJson, remove, writeWhole } from './files.mjs';
import { electronExecutable, OUT, ROOT } from './paths.mjs';
import { lastLines, run } from './processes.mjs';
import { PlainError } from './progress.mjs';

/**
 * An SVG to be drawn at a size in px: as PNG, or as JPEG of so many bytes at `most`.
 * @typedef {{ name: string, svg: string, width: number, height: number, most?: number }} Drawing
 */

/**
 * Draws SVGs; Electron draws, nothing else is needed.
 * @param {readonly Drawing[]} drawings
 * @returns {Promise<(name: string) => Buffer>} the picture of a name
 */
export async function drawAll(drawings) {
  const [from, into] = [path.join(OUT, 'drawings.json'), path.join(OUT, 'drawn.json')];
  writeWhole(from, Buffer.from(JSON.stringify(drawings)));
  const drawn = await withDisplay((display) =>
    run(
      electronExecutable(),
      [...(isRootOnLinux() ? ['--no-sandbox'] : []), path.join(ROOT, 'scripts', 'drawing')],
      {
        timeout: 300_000,
        env: { ...display, ELECTRON_RUN_AS_NODE: undefined, DRAW_FROM: from, DRAW_INTO: into },
      },
    ),
  );
  const pictures = readJson(into);
  remove(from);
  remove(into);
  if (drawn.code !== 0 || pictures === undefined) {
    throw new PlainError('Nothing could be drawn.', lastLines(drawn));
  }
  return (name) => {
    const picture = pictures[name];
    if (picture === undefined) throw new PlainError(`${name} was not drawn.`);
    return Buffer.from(picture, 'base64');
  };
}
