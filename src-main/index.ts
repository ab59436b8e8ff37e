import { app } from 'electron';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { cliArguments } from './cli/asked';
import { createReadingThread } from './services/exchange/reading-thread';
import { createSealing } from './services/sealing/sealing-thread';
import { createSpelling } from './services/spelling/spelling-thread';
import { startApplication } from './shell/application';
import { pdfArgument, servePdf } from './shell/pdf-server';
import { declareAppScheme } from './shell/protocol';

// The composition root: hands the clock, the identifiers and the built parts to the shell.

const given = cliArguments(process.argv.slice(app.isPackaged ? 1 : 2));
// Before Electron is ready, so that it needs no display: the program waits for what is awaited here.
if (given !== null) await runCommandLine(given);

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
      sealing: createSealing(new URL('./sealing-worker.js', import.meta.url)),
      spelling: createSpelling(
        new URL('./spelling-worker.js', import.meta.url),
        join(import.meta.dirname, 'dictionaries'),
      ),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      rendererFolder: join(import.meta.dirname, '../renderer'),
      resourcesFolder: join(app.getAppPath(), 'resources'),
      licenceFiles: ['.', '../preload', '../renderer'].map((part) =>
        join(import.meta.dirname, part, 'licences.json'),
      ),
      developmentUrl: app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'],
    }),
  );
} else {
  app.quit();
}

/** The packaged program at the command line: one command, then the end. Electron as plain Node is off. */
async function runCommandLine(argv: readonly string[]): Promise<never> {
  const { runInProcess } = await import('./cli/process');
  // The program that makes PDFs is this one, begun where one is asked for.
  const sandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  const args = app.isPackaged ? sandbox : [...sandbox, app.getAppPath()];
  process.env['WRITETHRU_WINDOW'] = JSON.stringify({ command: process.execPath, args });
  const code = await runInProcess(argv, new URL('./archive-worker.js', import.meta.url));
  process.exit(code);
}
