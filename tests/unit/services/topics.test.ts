import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFile } from '../../../src-main/domain/exchange/read';
import { textFormats, extensions } from '../../../src-main/domain/exchange/write';
import { createServices, type Services } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, temporaryFolder, testId } from '../../support/archives';
import { sharedPath, withoutShared } from '../../support/shared';

let services: Services;
let folder: string;
let ids = 0;

beforeEach(() => {
  ids = 0;
  folder = temporaryFolder();
  services = createServices({
    archive: archiveInProcess(),
    readText: readInThisThread,
    now: () => Date.UTC(2026, 0, 1),
    newId: () => testId((ids += 1)),
    zone: () => 'Europe/Paris',
    changed: () => undefined,
  });
});

const found = async (text: string) =>
  must(await services.topics.find({ text, limit: 20 })).topics.map(({ code }) => code);

/** A file as IPTC gives it out, with the concepts of one language. */
function vocabulary(language: string, release: string, concepts: readonly object[]): string {
  const file = path.join(folder, `${language}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      uri: 'http://cv.iptc.org/newscodes/mediatopic/',
      dateReleased: release,
      conceptSet: concepts,
    }),
  );
  return file;
}

const concept = (code: string, label: Readonly<Record<string, string>>, more: object = {}) => ({
  qcode: `medtop:${code}`,
  uri: `http://cv.iptc.org/newscodes/mediatopic/${code}`,
  prefLabel: label,
  broader: ['http://cv.iptc.org/newscodes/mediatopic/16000000'],
  ...more,
});

describe('the 17 subjects at the top', () => {
  it('are there without a file, and found in both languages, accents or not', async () => {
    expect(must(await services.topics.find({ text: '', limit: 50 }))).toMatchObject({
      count: 17,
      release: null,
      topics: { length: 17 },
    });
    expect(await found('sante')).toEqual(['07000000']);
    expect(await found('weather')).toEqual(['17000000']);
    expect(await found('guerre')).toEqual(['16000000']);
    expect(await found('1600')).toEqual(['16000000']);
    expect(await found('zzz')).toEqual([]);
  });
});

describe('the vocabulary', () => {
  it('is put together of files of several languages; what was retired is not offered', async () => {
    const en = vocabulary('en', '2025-10-09', [
      concept('20000056', { 'en-GB': 'armed conflict' }),
      concept('20000057', { 'en-GB': 'coup d’etat' }, { retired: '2024-01-01' }),
    ]);
    const fr = vocabulary('fr', '2022-02-03', [
      concept('20000056', { fr: 'Conflit armé' }, { broader: ['medtop:14000000'] }),
      concept('20000057', { fr: 'Coup d’État' }),
    ]);
    expect(must(await services.topics.load([en, fr]))).toEqual({
      count: 18,
      release: '2025-10-09',
    });
    const { topics } = must(await services.topics.find({ text: 'conflit arme', limit: 9 }));
    // The older file of the two says nothing about where it belongs.
    expect(topics).toEqual([
      { code: '20000056', fr: 'Conflit armé', en: 'armed conflict', broader: '16000000' },
    ]);
    expect(await found('coup')).toEqual([]);
    // Once more: the same.
    expect(must(await services.topics.load([fr, en]))).toEqual({
      count: 18,
      release: '2025-10-09',
    });
  });

  it('is refused in any other file', async () => {
    writeFileSync(path.join(folder, 'a.json'), '{"conceptSet": [{"qcode": "subj:01000000"}]}');
    expect(await services.topics.load([path.join(folder, 'a.json')])).toMatchObject({
      error: { reason: 'topics-file' },
    });
    expect(await services.topics.load([path.join(folder, 'b.json')])).toMatchObject({
      error: { code: 'not-found', facts: { code: 'ENOENT' } },
    });
  });

  const shared = sharedPath('standards', 'mediatopics');
  it.skipIf(shared === null)(`of IPTC is loaded whole (or ${withoutShared})`, async () => {
    const known = must(
      await services.topics.load([
        path.join(shared ?? '', '2025-10-09_en-GB', 'cptall-en-GB.json'),
        path.join(shared ?? '', '2022-02-03', 'cptall_fr.json'),
      ]),
    );
    expect(known).toMatchObject({ release: '2025-10-09T12:00:00+00:00' });
    expect(known.count).toBeGreaterThan(1_050);
    expect(await found('élections')).toContain('20000574');
    expect(await found('election')).toContain('20000574');
  });
});

describe('the subjects of a dispatch', () => {
  it('are found in the other language, and go out in every format that carries them', async () => {
    const text = 'Publié\n\nUn pont fermé\n\nLe pont est fermé.\n';
    const report = await services.imports.run([sourceOfText('a', text)]);
    const outcome = report.items[0]!.outcome;
    const id = outcome.is === 'added' ? outcome.dispatchId : '';
    const subjects = [
      { code: '03000000', name: 'désastres et accidents' },
      { code: '17000000', name: 'météo' },
    ];
    must(await services.topics.setSubjects({ id, subjects }));
    expect(must(await services.dispatches.get({ id })).subjects).toEqual(subjects);
    for (const query of ['subject:weather ', 'subject:meteo ', 'subject:17000000 ']) {
      const page = must(
        await services.search.query({
          text: query,
          sort: 'date',
          asOf: null,
          after: null,
          limit: 9,
        }),
      );
      expect(page.hits.length, query).toBeGreaterThan(0);
    }
    for (const format of textFormats) {
      const out = path.join(folder, format);
      must(await services.exports.run({ scope: { of: 'all' }, format, path: out }));
      const [name = ''] = readdirSync(out);
      const read = readFile(readFileSync(path.join(out, name)), `a.${extensions[format]}`, {
        zone: 'Europe/Paris',
      });
      const back = read.ok ? read.value.items[0]!.item.subjects : null;
      // Plain wire text is words only.
      expect(back, format).toEqual(format === 'wire' ? [] : subjects);
    }
  });
});
