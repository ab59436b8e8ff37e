import { ok } from '../../domain/result';
import { serveThread } from '../../threads/serve';
import { readText } from './read-text';
import type { ReadingTask } from './reading-thread';

// The entry of the thread that reads files: a large text takes seconds to parse.
serveThread<null, ReadingTask>(() =>
  ok({
    run: async (task) => {
      if (task.read === 'text') return ok(await readText(task.bytes, task.zone, task.name));
      // A large library, which most texts never need.
      const { readPictureBytes } = await import('../take-in');
      return ok(readPictureBytes(task.bytes));
    },
    close: () => undefined,
  }),
);
