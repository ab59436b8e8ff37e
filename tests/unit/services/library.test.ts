import { beforeEach, describe, expect, it } from 'vitest';
import { createLibraryService } from '../../../src-main/services/library';
import { archiveInProcess, must, testId } from '../../support/archives';

let service: ReturnType<typeof createLibraryService>;
let ids = 0;

beforeEach(() => {
  ids = 0;
  service = createLibraryService({
    archive: archiveInProcess(),
    readText: () => Promise.reject(new Error('No text is read here.')),
    now: () => 7_000,
    newId: () => testId((ids += 1)),
    zone: () => 'UTC',
    changed: () => undefined,
  });
});

const nato = {
  term: 'OTAN',
  forms: ['Alliance atlantique'],
  language: 'fr',
  use: 'explanation',
  text: '(Organisation du traité de l’Atlantique nord)',
} as const;
const request = { ...nato, forms: [...nato.forms], author: 'mbr' };

async function terms(): Promise<readonly string[]> {
  return must(await service.list()).entries.map(({ term, text }) => `${term}: ${text}`);
}

describe('the house library', () => {
  it('keeps entries, changes them, and lets go of them', async () => {
    const { id } = must(await service.save({ ...request, id: null }));
    expect(must(await service.list()).entries).toEqual([
      { ...request, id, createdAt: 7_000, editedAt: null },
    ]);
    must(await service.save({ ...request, id, text: '(alliance)', author: 'cau' }));
    expect(must(await service.list()).entries).toMatchObject([
      { id, text: '(alliance)', author: 'cau', createdAt: 7_000, editedAt: 7_000 },
    ]);
    must(await service.remove({ id }));
    expect(await terms()).toEqual([]);
    expect(await service.remove({ id })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('has a term once in a language', async () => {
    must(await service.save({ ...request, id: null }));
    must(await service.save({ ...request, id: null, language: 'en' }));
    expect(await service.save({ ...request, id: null })).toMatchObject({
      error: { code: 'validation', reason: 'library-term' },
    });
    expect(await terms()).toHaveLength(2);
  });

  it('goes out as a file and comes in again, where it is there already', async () => {
    must(await service.save({ ...request, id: null }));
    const { text } = must(await service.exported());
    expect(must(await service.importFile(text, 'cau'))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
    const other = JSON.stringify([
      { ...nato, text: '(autre)' },
      { ...nato, term: 'ONU' },
    ]);
    expect(must(await service.importFile(other, 'cau'))).toEqual({
      added: 1,
      changed: 1,
      unchanged: 0,
    });
    expect(await terms()).toEqual([`ONU: ${nato.text}`, 'OTAN: (autre)']);
  });

  it('takes nothing of a file with an entry that is none', async () => {
    const file = JSON.stringify([nato, { term: 'ONU' }]);
    expect(await service.importFile(file, '')).toEqual({
      ok: false,
      error: { code: 'validation', reason: 'library-entry', facts: { entry: 2 } },
    });
    expect(await terms()).toEqual([]);
  });
});
