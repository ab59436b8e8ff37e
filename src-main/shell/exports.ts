import { BrowserWindow } from 'electron';
import type { ShellPorts } from '../ipc/ports';
import { servicesOf, type Workspace } from '../services/workspace';
import { tell } from './events';

/** How often progress is told, in ms. */
const progressInterval = 100;

/** Exports for the windows: one after another, with progress, stopped by `cancel`. */
export function createExports(workspace: () => Workspace): ShellPorts['exports'] {
  let running: AbortController | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    run: (windowId, request) => {
      const next = queue.then(async () => {
        const services = servicesOf(workspace());
        if (!services.ok) return services;
        const control = new AbortController();
        running = control;
        let lastTold = 0;
        const report = await services.value.exports.run(request, {
          signal: control.signal,
          progress: (progress) => {
            const now = performance.now();
            if (now - lastTold < progressInterval) return;
            lastTold = now;
            const window = BrowserWindow.fromId(windowId);
            if (window !== null) tell(window, 'export-progress', progress);
          },
        });
        running = undefined;
        return report;
      });
      queue = next.catch(() => undefined);
      return next;
    },
    cancel: () => running?.abort(),
  };
}
