/**
 * Loaded before an application with `electron -r`: prints, once, when its first window was shown
 * and when an element of its page was painted, in ms since 1970; then quits. The element's selector
 * is in WRITETHRU_BENCH_SELECTOR.
 */
'use strict';

const { app } = require('electron');

// The application would take this file's path for one to be imported.
process.argv = process.argv.filter((argument) => argument !== __filename);

const selector = JSON.stringify(process.env.WRITETHRU_BENCH_SELECTOR ?? 'main');
// A frame's callbacks run before it is painted; a message posted there arrives after.
const painted = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${selector}) === null) return void requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
})`;

app.once('browser-window-created', (_event, window) => {
  const shown = new Promise((resolve) => {
    window.once('show', () => resolve(performance.timeOrigin + performance.now()));
  });
  const told = async () => {
    const times = {
      shown: await shown,
      painted: await window.webContents.executeJavaScript(painted),
    };
    process.stdout.write(`\nfirst-paint ${JSON.stringify(times)}\n`, () => app.quit());
  };
  window.webContents.once('dom-ready', () => void told());
});
