/**
 * `npm run icons`: draws resources/icons/icon.svg at every size the systems ask for, and puts those
 * together as icon.ico (Windows) and icon.icns (macOS). Electron draws; nothing else is needed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureSetup } from './setup/index.mjs';
import { drawAll } from './shared/drawing.mjs';
import { writeWhole } from './shared/files.mjs';
import { ROOT } from './shared/paths.mjs';
import { runMain, say } from './shared/progress.mjs';

const FOLDER = path.join(ROOT, 'resources', 'icons');
const LINUX = [16, 32, 48, 64, 128, 256];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** The kinds of picture in an .icns, and their size in px: the same in PNG since macOS 10.7. */
const MAC = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]);

await runMain(async () => {
  await ensureSetup('everything');
  const sizes = [...new Set([...LINUX, ...WINDOWS, ...MAC.map(([, size]) => size)])];
  const svg = readFileSync(path.join(FOLDER, 'icon.svg'), 'utf8');
  const drawings = sizes.map((size) => ({ name: String(size), svg, width: size, height: size }));
  const drawn = await drawAll(drawings);
  const picture = (/** @type {number} */ size) => drawn(String(size));
  for (const size of LINUX) writeWhole(path.join(FOLDER, `${size}x${size}.png`), picture(size));
  writeWhole(path.join(FOLDER, 'icon.png'), picture(512));
  writeWhole(path.join(FOLDER, 'icon.ico'), ico(WINDOWS.map((size) => [size, picture(size)])));
  writeWhole(
    path.join(FOLDER, 'icon.icns'),
    icns(MAC.map(([kind, size]) => [kind, picture(size)])),
  );
  say(`Drawn at ${sizes.length} sizes, into resources/icons.`);
});

/**
 * An .ico of PNGs, which Windows reads since Vista.
 * @param {readonly (readonly [number, Buffer])[]} pictures by their size in px
 */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(([size, png], index) => {
    const at = 6 + 16 * index;
    // A byte holds up to 255: 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/**
 * An .icns of PNGs.
 * @param {readonly (readonly [string, Buffer])[]} pictures by their four-letter kind
 */
function icns(pictures) {
  const parts = pictures.map(([kind, png]) => {
    const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.from('icns\0\0\0\0', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}
