import { BrowserWindow } from 'electron';
import type { ShellPorts } from '../ipc/ports';
import { ok } from '../domain/result';
import { writableServicesOf, type Workspace } from '../services/workspace';
import { tell } from './events';

/** How often progress is told, in ms. */
const progressInterval = 100;

/** Imports for the windows: one after another, with progress, stopped by `cancel`. */
export function createImports(workspace: () => Workspace): ShellPorts['imports'] {
  let running: AbortController | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    run: (windowId, sources) => {
      const next = queue.then(async () => {
        const services = writableServicesOf(workspace());
        if (!services.ok) return services;
        const control = new AbortController();
        running = control;
        let lastTold = 0;
        const report = await services.value.imports.run(sources, {
          signal: control.signal,
          progress: (progress) => {
            const now = performance.now();
            if (now - lastTold < progressInterval) return;
            lastTold = now;
            const window = BrowserWindow.fromId(windowId);
            if (window !== null) tell(window, 'import-progress', progress);
          },
        });
        running = undefined;
        return ok(report);
      });
      queue = next.catch(() => undefined);
      return next;
    },
    cancel: () => running?.abort(),
  };
}
