/** Draws SVGs on a canvas and writes them as pictures in base64, by name: for shared/drawing.mjs. */
const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');

const { DRAW_FROM = '', DRAW_INTO = '' } = process.env;

/** A function for the page: drawings to pictures in base64; a JPEG is as good as its bytes allow. */
const DRAW_ALL = `async (drawings) => {
  const drawn = {};
  for (const { name, svg, width, height, most } of drawings) {
    const image = new Image();
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d').drawImage(image, 0, 0, width, height);
    const data = (type, quality) => canvas.toDataURL(type, quality).split(',')[1];
    if (most === undefined) drawn[name] = data('image/png');
    for (let quality = 0.92; drawn[name] === undefined; quality -= 0.02) {
      const jpeg = data('image/jpeg', quality);
      if (jpeg.length * 0.75 <= most || quality < 0.3) drawn[name] = jpeg;
    }
  }
  return drawn;
}`;

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  const call = `(${DRAW_ALL})(${readFileSync(DRAW_FROM, 'utf8')})`;
  writeFileSync(DRAW_INTO, JSON.stringify(await window.webContents.executeJavaScript(call)));
  app.exit(0);
});
