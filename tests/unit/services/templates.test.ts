import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { createDispatchService } from '../../../src-main/services/dispatches';
import { createTemplateService } from '../../../src-main/services/templates';
import { canonicalText } from '@domain/document/canonical-text';
import { toJson } from '@domain/document/node';
import { templateDocument } from '@domain/template/template';
import { archiveInProcess, must, testId } from '../../support/archives';
import { nodeOf } from '../../support/texts';

let archive: Archive;
let service: ReturnType<typeof createTemplateService>;
let ids = 0;
const context = () => ({
  archive,
  readText: () => Promise.reject(new Error('No text is read here.')),
  now: () => 7_000,
  newId: () => testId((ids += 1)),
  zone: () => 'UTC',
  changed: () => undefined,
});

beforeEach(() => {
  ids = 0;
  archive = archiveInProcess();
  service = createTemplateService(context());
});

const urgent = {
  name: 'Urgent justice',
  desk: 'Justice',
  language: 'fr',
  urgency: 2,
  headline: '{titre}',
  text: '{qui} {jour} à {lieu}\n## Le contexte',
  signoff: '',
} as const;
const request = { ...urgent, id: null, author: 'mbr' };

describe('the templates of a desk', () => {
  it('are kept, changed and let go of', async () => {
    const { id } = must(await service.save(request));
    must(await service.save({ ...request, id, name: 'Urgent faits divers', author: 'cau' }));
    expect(must(await service.list()).templates).toEqual([
      {
        ...urgent,
        id,
        name: 'Urgent faits divers',
        author: 'cau',
        createdAt: 7_000,
        editedAt: 7_000,
      },
    ]);
    must(await service.remove({ id }));
    expect(must(await service.list()).templates).toEqual([]);
    expect(await service.remove({ id })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('have a name once in a desk and language', async () => {
    must(await service.save(request));
    must(await service.save({ ...request, desk: 'Monde' }));
    must(await service.save({ ...request, language: 'en' }));
    expect(await service.save(request)).toMatchObject({
      error: { code: 'validation', reason: 'template-name' },
    });
    expect(must(await service.list()).templates).toHaveLength(3);
  });

  it('go out as a file and come in again, those that are there as told; all of a file or none', async () => {
    must(await service.save(request));
    must(await service.save({ ...request, name: 'Alerte' }));
    const { text, templates } = must(await service.exported());
    expect(templates).toBe(2);
    const taken = (file: string, there: 'stays' | 'is-replaced') =>
      service.importFile(file, { author: 'cau', there });
    const same = { added: 0, replaced: 0, kept: 0, unchanged: 2 };
    expect(must(await taken(text, 'is-replaced'))).toEqual(same);

    const other = JSON.stringify([
      { ...urgent, text: '{autre}' },
      { ...urgent, desk: 'Monde' },
    ]);
    const headlines = async () =>
      must(await service.list()).templates.map(({ name, desk, text: words, author }) =>
        [name, desk, words.slice(0, 5), author].join(' '),
      );
    expect(must(await taken(other, 'stays'))).toEqual({ ...same, added: 1, kept: 1, unchanged: 0 });
    expect(await headlines()).toEqual([
      'Alerte Justice {qui} mbr',
      'Urgent justice Justice {qui} mbr',
      'Urgent justice Monde {qui} cau',
    ]);
    expect(must(await taken(other, 'is-replaced'))).toEqual({ ...same, replaced: 1, unchanged: 1 });
    expect(await headlines()).toContain('Urgent justice Justice {autr cau');

    const many = Array.from({ length: 498 }, (_, at) => ({ ...urgent, name: `Modèle ${at}` }));
    expect(await taken(JSON.stringify(many), 'stays')).toMatchObject({
      error: { code: 'validation', reason: 'templates-too-many' },
    });
    expect(await headlines()).toHaveLength(3);
    expect(await taken(JSON.stringify([urgent, {}]), 'stays')).toMatchObject({
      error: { code: 'validation', reason: 'templates-entry', facts: { entry: 2 } },
    });
  });

  it('begin a dispatch with their words, desk and urgency; what is no document begins none', async () => {
    const dispatches = createDispatchService(context());
    const document = toJson(templateDocument(urgent, new Map([['jour', 'mardi']]), 'atl'));
    const begin = (given: typeof document) =>
      dispatches.create({
        language: 'fr',
        author: 'mbr',
        template: { document: given, desk: 'Justice', urgency: 2 },
      });
    const { dispatchId } = must(await begin(document));
    const read = must(await dispatches.get({ id: dispatchId }));
    expect(read).toMatchObject({ desk: 'Justice', urgency: 2, draft: { kind: 'report' } });
    expect(read.draft && canonicalText(nodeOf(read.draft.document))).toBe(
      '{titre}\n{qui} mardi à {lieu}\nLe contexte\natl',
    );
    expect(await begin({ type: 'doc', content: [] })).toMatchObject({
      error: { code: 'validation', reason: 'document' },
    });
    expect(must(await dispatches.list({ view: 'all', after: null, limit: 9 })).rows).toHaveLength(
      1,
    );
  });
});
