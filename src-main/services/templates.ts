import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
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
  };
}
