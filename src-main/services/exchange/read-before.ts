import type { ServiceContext } from '../context';
import type { ReadBefore } from './watch';

/** What was read of a watched folder, kept in the archive. */
export function readBeforeOf(
  { archive, now }: Pick<ServiceContext, 'archive' | 'now'>,
  folder: string,
): ReadBefore {
  return {
    known: async () => {
      const files = await archive.read('readWatchedFiles', { folder });
      // Where it cannot be read, files are read again, and are in the archive already.
      return new Map(files.ok ? files.value.map(({ path, mark }) => [path, mark]) : []);
    },
    keep: async (files) => {
      await archive.write('noteWatchedFiles', { folder, files, now: now() });
    },
  };
}
