import { appError } from '../../contract/errors';
import type { Dictionaries } from '../../domain/style/spelling';
import { err, ok } from '../../domain/result';
import { serveThread } from '../../threads/serve';
import { checkBlocks, suggestWords, type SpellingTask } from './check';
import { loadDictionaries } from './dictionaries';

// The entry of the thread that knows the dictionaries: loaded at the first question, kept for all.
serveThread<{ readonly folder: string }, SpellingTask>(({ folder }) => {
  let loading: Promise<Dictionaries> | undefined;
  return ok({
    run: async (task) => {
      let dictionaries: Dictionaries;
      try {
        dictionaries = await (loading ??= loadDictionaries(folder));
      } catch (thrown) {
        loading = undefined;
        const message = String(thrown).slice(0, 200);
        return err(appError('internal', 'dictionaries', { message }));
      }
      return ok(
        task.do === 'check'
          ? checkBlocks(task.request, dictionaries)
          : suggestWords(task.request, dictionaries),
      );
    },
    close: () => undefined,
  });
});
