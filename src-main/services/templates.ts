import type { TemplatesImported } from '../archive/client';
import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { err, ok, type Result } from '../domain/result';
import { readTemplatesFile, writeTemplates } from '../domain/template/file';
import type { ServiceContext } from './context';

/** Use cases on the templates a desk makes for its dispatches. */
export function createTemplateService({
  archive,
  now,
  newId,
}: Pick<ServiceContext, 'archive' | 'now' | 'newId'>) {
  return {
    /** All of them, by desk and name. */
    async list(): Promise<Result<ResponseOf<'template.list'>, AppError>> {
      const read = await archive.read('readTemplates', {});
      return read.ok ? ok({ templates: [...read.value] }) : read;
    },

    /** Keeps a template: a new one, or one that was changed. */
    async save({
      id,
      ...words
    }: RequestOf<'template.save'>): Promise<Result<{ id: string }, AppError>> {
      const kept = id ?? newId();
      const saved = await archive.write('saveTemplate', { ...words, id: kept, now: now() });
      return saved.ok ? ok({ id: kept }) : saved;
    },

    remove: ({ id }: RequestOf<'template.remove'>) => archive.write('removeTemplate', { id }),

    /** Those the desk made as a file of JSON. */
    async exported(): Promise<
      Result<{ readonly name: string; readonly text: string; readonly templates: number }, AppError>
    > {
      const read = await archive.read('readTemplates', {});
      if (!read.ok) return read;
      const { value } = read;
      return ok({ name: 'templates.json', text: writeTemplates(value), templates: value.length });
    },

    /** Takes in the templates of such a file, of those that are there as told; all of them, or none. */
    async importFile(
      text: string,
      { author, there }: RequestOf<'template.import'>,
    ): Promise<Result<TemplatesImported, AppError>> {
      const read = readTemplatesFile(text);
      if (!read.ok) {
        const { reason, entry } = read.error;
        return err(appError('validation', reason, entry === undefined ? {} : { entry }));
      }
      const templates = read.value.map((words) => ({ ...words, freshId: newId() }));
      return archive.write('importTemplates', { templates, there, author, now: now() });
    },
  };
}
