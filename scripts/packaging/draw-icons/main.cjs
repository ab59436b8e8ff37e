/** Draws an SVG at given sizes on a canvas and writes them as PNG in base64, by size: for icons.mjs. */
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');

const { ICON_SVG = '', ICON_SIZES = '', ICON_OUT = '' } = process.env;

/** A function for the page: the SVG's text and the sizes in px, to PNG in base64 by size. */
const DRAW_ALL = `async (svg, sizes) => {
  const image = new Image();
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
  await image.decode();
  return Object.fromEntries(
    sizes.map((size) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      canvas.getContext('2d').drawImage(image, 0, 0, size, size);
      return [size, canvas.toDataURL('image/png').split(',')[1]];
    }),
  );
}`;

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const sizes = ICON_SIZES.split(' ').map(Number);
  const call = `(${DRAW_ALL})(${JSON.stringify(ICON_SVG)}, ${JSON.stringify(sizes)})`;
  writeFileSync(ICON_OUT, JSON.stringify(await window.webContents.executeJavaScript(call)));
  app.exit(0);
});
