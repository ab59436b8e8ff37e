import { open } from 'node:fs/promises';
import type { TopicsKnown } from '../archive/client';
import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { readTopics } from '../domain/exchange/topics';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { systemCode } from './exchange/sources';
import type { SearchService } from './search';

/** IPTC's file is about 1 MB; one much larger is another. */
const largestFile = 32 * 1024 * 1024;

/** Dispatches that are given a subject at once, at most. */
const mostAtOnce = 10_000;

/** Subjects: the vocabulary, and what dispatches are about. */
export function createTopicService(
  { archive, now, changed }: ServiceContext,
  search: Pick<SearchService, 'dispatchesOf'>,
) {
  return {
    /** Topics by their name in either language. */
    find: (request: RequestOf<'topic.find'>) => archive.read('searchTopics', request),

    /** Takes in files of the vocabulary, one a language; what was taken in before a bad one stays. */
    async load(paths: readonly string[]): Promise<Result<TopicsKnown, AppError>> {
      let known: Result<TopicsKnown, AppError> = err(appError('not-found', 'file'));
      for (const path of paths) {
        const text = await textOf(path);
        if (!text.ok) return text;
        const read = readTopics(text.value);
        if (read === null) return err(appError('validation', 'topics-file', { path }));
        known = await archive.write('loadTopics', { ...read, now: now() });
        if (!known.ok) return known;
      }
      return known;
    },

    /** Says what a dispatch is about. */
    async setSubjects(
      request: RequestOf<'dispatch.set-subjects'>,
    ): Promise<Result<void, AppError>> {
      const set = await archive.write('setSubjects', request);
      if (set.ok) changed([request.id]);
      return set;
    },

    /** Adds a subject to every dispatch a search finds, up to a bound that is told. */
    async addToFound({
      subject,
      ...found
    }: RequestOf<'topic.add-to-found'>): Promise<
      Result<ResponseOf<'topic.add-to-found'>, AppError>
    > {
      const dispatches = await search.dispatchesOf({ ...found, most: mostAtOnce });
      if (!dispatches.ok) return dispatches;
      const { ids, more } = dispatches.value;
      const added = await archive.write('addSubject', { ids, subject });
      if (!added.ok) return added;
      changed(added.value);
      return ok({ ids: [...added.value], found: ids.length, more });
    },

    /** Takes a subject away from dispatches. */
    async remove(request: RequestOf<'topic.take-away'>): Promise<Result<void, AppError>> {
      const removed = await archive.write('removeSubject', request);
      if (removed.ok) changed(request.ids);
      return removed;
    },
  };
}

async function textOf(path: string): Promise<Result<string, AppError>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > largestFile) return err(appError('validation', 'topics-file', { path }));
      return ok(await file.readFile('utf8'));
    } finally {
      await file.close();
    }
  } catch (thrown) {
    return err(appError('not-found', 'file', { path, code: systemCode(thrown) }));
  }
}
