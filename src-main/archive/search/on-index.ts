import type { ReadableDb } from '../database';
import { isIndexFault } from './fault';
import { isBuilding } from './progress';

/** By the index; where that cannot be, otherwise. */
export function onIndex<T, U>(
  db: ReadableDb,
  byIndex: () => T,
  otherwise: (why: 'building' | 'damaged') => U,
): T | U {
  try {
    return isBuilding(db) ? otherwise('building') : byIndex();
  } catch (thrown) {
    if (!isIndexFault(thrown)) throw thrown;
    return otherwise('damaged');
  }
}
