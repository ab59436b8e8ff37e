import { isAbsolute, relative, resolve } from 'node:path';
import { appError, type AppError } from '../../contract/errors';
import type { RequestOf } from '../../contract/requests';
import { patternFault } from '../../domain/exchange/naming';
import { err, type Result } from '../../domain/result';
import type { ServiceContext } from '../context';

/** The folders words come and go by, and the queue before those they go to. */
export function createDeliveryFolders({ archive, now, newId }: ServiceContext) {
  return {
    /** The folders, and what is yet to be delivered to them. */
    list: () => archive.read('readDeliveries', {}),

    /** Adds a folder or changes one. Nothing that was published before is delivered to a new one. */
    async saveFolder({
      id,
      ...given
    }: RequestOf<'delivery.save-folder'>): Promise<Result<void, AppError>> {
      const folder = { ...given, name: given.name.trim().slice(0, 120), id: id ?? newId() };
      const fault = patternFault(folder.pattern);
      if (fault !== null) return err(appError('validation', fault, { braced: '{id}' }));
      const wireIn = await archive.read('readWireIn', {});
      if (!wireIn.ok) return wireIn;
      if (wireIn.value !== null && overlap(folder.path, wireIn.value.path)) {
        return err(appError('validation', 'folders-overlap'));
      }
      return archive.write('saveDeliveryFolder', { ...folder, now: now() });
    },

    /** Forgets a folder and what waits for it; the files in it stay. */
    removeFolder: (input: RequestOf<'delivery.remove-folder'>) =>
      archive.write('removeDeliveryFolder', input),

    /** Has everything that failed tried again at the next look. */
    retry: () => archive.write('retryDeliveries', { now: now() }),

    /** Gives up one delivery. */
    drop: (input: RequestOf<'delivery.drop'>) => archive.write('dropDelivery', input),

    /** The folder the wire comes in by. */
    wireIn: () => archive.read('readWireIn', {}),

    /** Chooses it; a folder that is delivered to would bring everything back in. */
    async setWireIn(folder: RequestOf<'wire-in.set'>): Promise<Result<void, AppError>> {
      const known = await archive.read('readDeliveries', {});
      if (!known.ok) return known;
      if (known.value.folders.some(({ path }) => overlap(path, folder.path))) {
        return err(appError('validation', 'folders-overlap'));
      }
      return archive.write('setWireIn', folder);
    },
  };
}

/** Whether one folder is the other, or lies in it. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [resolve(one), resolve(other)];
  const isIn = (inner: string, outer: string): boolean => {
    const way = relative(outer, inner);
    return way === '' || (!way.startsWith('..') && !isAbsolute(way));
  };
  return isIn(a, b) || isIn(b, a);
}
