import { ok } from '../../domain/result';
import { serveThread } from '../../threads/serve';
import { makeKey, openSealed, sealFile } from './seal';
import type { SealingTask } from './sealing-thread';

// The entry of the thread that seals and opens files: deriving a key takes all of a core for seconds.
serveThread<null, SealingTask>(() =>
  ok({
    run: async (task) => {
      switch (task.do) {
        case 'make-key':
          return ok(await makeKey(task.passphrase));
        case 'seal':
          return sealFile(task.from, task.to, task.whom);
        case 'open':
          return openSealed(task.from, task.to, task);
      }
    },
    close: () => undefined,
  }),
);
