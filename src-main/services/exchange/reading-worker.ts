import { ok } from '../../domain/result';
import { serveThread } from '../../threads/serve';
import { readText } from './read-text';
import type { ReadingTask } from './reading-thread';

// The entry of the thread that reads texts for import: a large one takes seconds to parse.
serveThread<null, ReadingTask>(() =>
  ok({
    run: async ({ bytes, zone, name }) => ok(await readText(bytes, zone, name)),
    close: () => undefined,
  }),
);
