import { app } from 'electron';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { createReadingThread } from './services/exchange/reading-thread';
import { createSpelling } from './services/spelling/spelling-thread';
import { startApplication } from './shell/application';
import { pdfArgument, servePdf } from './shell/pdf-server';
import { declareAppScheme } from './shell/protocol';

// The composition root: hands the clock, the identifiers and the built parts to the shell.

declareAppScheme();
// Root cannot have Chromium's sandbox; forcing it there would end every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (process.argv.includes(pdfArgument)) {
  void servePdf();
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() =>
    startApplication({
      // Asked anew each time: the clock may be set meanwhile.
      now: () => Date.now(),
      newId: uuidv7,
      ...createReadingThread(new URL('./reading-worker.js', import.meta.url)),
      workerFile: new URL('./archive-worker.js', import.meta.url),
      spelling: createSpelling(
        new URL('./spelling-worker.js', import.meta.url),
        join(import.meta.dirname, 'dictionaries'),
      ),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      rendererFolder: join(import.meta.dirname, '../renderer'),
      resourcesFolder: join(app.getAppPath(), 'resources'),
      developmentUrl: app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'],
    }),
  );
} else {
  app.quit();
}
