import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DispatchModel, ImportReport } from '../../../src-main/contract/models';
import { temporaryFolder } from '../../support/archives';
import { sharedPath, withoutShared } from '../../support/shared';

const program = path.resolve(import.meta.dirname, '../../../out/main/cli.js');
const text =
  'Publié\n\nUn pont fermé à Valdane\n\nLe pont est fermé. Le pont rouvrira.\n\natl/mbr\n';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** Runs the built program in the test's folder, on an archive there unless another is given. */
function cli(...args: readonly string[]) {
  const archive = args.includes('--archive') ? [] : ['--archive', 'a.writethru'];
  const run = spawnSync(process.execPath, [program, ...args, ...archive], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder, HOME: folder },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function json<T>(...args: readonly string[]): T {
  const { out, code, err } = cli(...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out) as T;
}

function given(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

/** Imports a text and gives the id of its dispatch. */
function imported(file: string): string {
  const report = json<ImportReport>('import', file);
  const outcome = report.items[0]?.outcome;
  if (outcome?.is !== 'added') throw new Error('It was not added.');
  return outcome.dispatchId;
}

describe('the main job at the command line', () => {
  const seed = sharedPath('seed', 'dispatch.txt');

  it.skipIf(seed === null)(`on the seed (or ${withoutShared})`, () => {
    const id = imported(seed ?? '');
    expect(json<ImportReport>('import', seed ?? '')).toMatchObject({ added: 0, unchanged: 1 });
    const shown = json<DispatchModel>('show', id);
    expect(shown.takes).toHaveLength(2);

    const found = json<{ total: number; hits: { dispatchId: string }[] }>(
      'search',
      'raid americain',
    );
    expect(found.hits[0]?.dispatchId).toBe(id);

    const update = given('u.txt', 'Une date est fixée\n\nLe sommet aura lieu en juillet.\n');
    expect(json('update', id, '--text', update, '--publish', '--author', 'atl')).toMatchObject({
      take: { ordinal: 3, kind: 'update', author: 'atl', origin: 'written' },
      revision: { number: 3 },
    });
    json('note', id, '--on', 'frappes aériennes américaines', '--text', 'Le 4 ou le 7 ?');
    expect(json<{ total: number }>('search', 'note:"Le 4"')).toMatchObject({ total: 1 });
    expect(json('verify')).toMatchObject({ dispatches: 1, revisions: 3, problems: [] });
    expect(json<{ byteLength: number }>('backup', 'copy.writethru').byteLength).toBeGreaterThan(0);
    expect(existsSync(path.join(folder, 'copy.writethru'))).toBe(true);
  });

  it('speaks to people too', () => {
    imported(given('a.txt', text));
    expect(cli('list').out).toContain('Un pont fermé à Valdane');
    expect(cli('search', 'ponts').out).toContain('1 found in 1 dispatch(es)');
    expect(cli('verify').out).toBe('1 dispatch(es), 1 revision(s), 0 problem(s)\n');
  });

  it('compares two states of a dispatch, and exits 0 though they differ', () => {
    const id = imported(given('a.txt', text));
    const update = 'Un pont ouvert à Valdane\n\nLe pont est ouvert. Le pont rouvrira.\n\natl/mbr\n';
    json('update', id, '--text', given('u.txt', update));
    const draft = json<DispatchModel>('show', id).draft;
    const { code, out } = cli('diff', id, '1', 'draft');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '--- 1',
        '+++ draft',
        '~ Un pont [-fermé-]{+ouvert+} à Valdane',
        '~ Le pont est [-fermé-]{+ouvert+}. Le pont rouvrira.',
        '  atl/mbr',
        '2 word(s) inserted, 2 deleted; paragraphs: 2 changed, 0 inserted, 0 deleted, 0 moved, 0 formatted',
        '',
      ].join('\n'),
    );
    expect(json('diff', id, '1', `draft@${draft?.version}`)).toMatchObject({
      comparison: { counts: { wordsInserted: 2, wordsDeleted: 2 } },
      left: { ordinal: 1 },
    });
    expect(cli('diff', id, '1', '2030-01-01T00:00:00+01:00').out).toContain('0 changed');
    expect(cli('diff', id, '1', '7').err).toContain('There is no such take');
    expect(cli('diff', id, '1', '2030-01-01').code).toBe(2);
  });

  it('keeps a draft when it is not told to publish', () => {
    const id = imported(given('a.txt', text));
    json('update', id, '--text', given('u.txt', 'Suite\n\nLe pont a rouvert.\n'));
    const shown = json<DispatchModel>('show', id.slice(0, 20));
    expect(shown.takes).toHaveLength(1);
    expect(JSON.stringify(shown.draft?.document)).toContain('Le pont a rouvert.');
  });
});

describe('what goes wrong', () => {
  it('names the damaged take and its dispatch in words', () => {
    imported(given('a.txt', text));
    const archive = new Database(path.join(folder, 'a.writethru'));
    archive.exec('DROP TRIGGER take_never_changes');
    archive.exec(`UPDATE take SET document = replace(document, 'rouvrira', 'rouvrirait')`);
    archive.close();
    const { code, err } = cli('verify');
    expect(code).toBe(1);
    expect(err).toMatch(/^Take 1 of [A-Z-]+ “Un pont fermé à Valdane” \(.*#1\) is not as it was/);
  });

  it('exits 2 on wrong usage, with the usage', () => {
    for (const args of [
      ['erase'],
      [],
      ['show'],
      ['note', 'x', '--text', 'y'],
      ['list', '--bogus'],
    ]) {
      const { code, err, out } = cli(...args);
      expect(code).toBe(2);
      expect(err).toContain('writethru import PATH');
      expect(out).toBe('');
    }
  });

  it('exits 1 on a missing archive, and makes none', () => {
    const { code, err, out } = cli('list', '--json');
    expect(code).toBe(1);
    expect(err).toContain('There is no archive at');
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'archive-missing' } });
    expect(existsSync(path.join(folder, 'a.writethru'))).toBe(false);
  });

  it('exits 1 on an empty archive file, also when importing, and leaves it empty', () => {
    given('a.writethru', '');
    const { code, err } = cli('import', given('a.txt', text));
    expect(code).toBe(1);
    expect(err).toContain('is an empty file, not an archive');
    expect(readFileSync(path.join(folder, 'a.writethru'))).toHaveLength(0);
  });

  it('exits 1 when a file is refused, with a line for it, the others in', () => {
    given('empty.txt', '');
    const { code, out } = cli('import', given('a.txt', text), 'empty.txt', 'gone.txt');
    expect(code).toBe(1);
    expect(out).toContain('refused    empty.txt: the file is empty');
    expect(out).toContain('refused    gone.txt: it cannot be read (ENOENT)');
    expect(out).toContain('1 added, 0 updated, 0 unchanged, 2 refused');
  });

  it('never guesses between twin words', () => {
    const id = imported(given('a.txt', text));
    const { code, err } = cli('note', id, '--on', 'Le pont', '--text', 'Lequel ?');
    expect(code).toBe(1);
    expect(err).toContain('words-in-several-places');
  });

  it('makes, answers, resolves and lists notes, and takes them to another archive', () => {
    const id = imported(given('a.txt', text));
    const made = json<{ id: string }>(
      'note',
      'add',
      id,
      '--on',
      'est fermé',
      '--text',
      'Depuis ?',
      '--kind',
      'query',
      '--to',
      'cau',
    );
    json('note', 'add', id, '--take', '1', '--text', 'À relire.');
    json('note', 'answer', made.id, '--text', 'Hier.', '--author', 'cau');
    expect(cli('notes', '--open').out).toContain('[query, open] ? → cau “est fermé”');
    expect(cli('notes', '--open').out).toContain('2 open');
    json('note', 'resolve', made.id.slice(0, 30), '--author', 'cau');
    expect(json<{ notes: unknown[] }>('notes', id).notes).toMatchObject([
      { state: 'resolved', replies: [{ body: 'Hier.', author: 'cau' }] },
      { state: 'open', anchor: null },
    ]);
    expect(cli('notes', id, '--out', 'a.jsonld').code).toBe(0);
    const copy = (...args: readonly string[]) => cli(...args, '--archive', 'b.writethru');
    expect(copy('import', 'a.txt').code).toBe(0);
    const other = copy('list').out.slice(0, 36);
    expect(copy('note', 'import', other, '--from', 'a.jsonld').out).toContain('2 note(s) added');
    expect(copy('notes', other).out).toContain('[query, resolved] ? → cau “est fermé”');
    expect(copy('note', 'import', other, '--from', given('bad.jsonld', '{')).err).toContain(
      'is not JSON',
    );
    for (const wrong of [
      ['notes'],
      ['note', 'answer', 'x'],
      ['note', 'import', 'x'],
      ['note', 'add'],
    ]) {
      expect(cli(...wrong).code).toBe(2);
    }
  });

  it('lists the library, and takes it in from a file and out again', () => {
    imported(given('a.txt', text));
    const entry = { term: 'OTAN', language: 'fr', use: 'explanation', text: '(alliance)' };
    const file = given('library.json', JSON.stringify([entry]));
    expect(json('library', 'import', '--from', file)).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
    });
    expect(cli('library', 'otan').out).toBe('OTAN  [fr, explanation]\n  (alliance)\n');
    expect(cli('library', 'export', '--out', 'out.json').code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8'))).toMatchObject({
      entries: [{ ...entry, forms: [] }],
    });
    const bad = given('bad.json', JSON.stringify([{ term: 'ONU' }]));
    expect(cli('library', 'import', '--from', bad).err).toContain('Entry 1 of the file lacks');
    expect(cli('library', 'import').code).toBe(2);
  });

  it('lists the templates, and takes them in from a file and out again', () => {
    imported(given('a.txt', text));
    const template = { name: 'Brève', desk: 'Monde', language: 'fr', urgency: 4, text: '{qui}' };
    const file = given('templates.json', JSON.stringify([template]));
    const none = { added: 0, replaced: 0, kept: 0, unchanged: 0 };
    expect(json('templates', 'import', '--from', file)).toEqual({ ...none, added: 1 });
    expect(cli('templates', 'list').out).toContain('Brève  [Monde, fr, urgency 4]\nAlerte  [fr');
    const changed = given('changed.json', JSON.stringify([{ ...template, text: '{quoi}' }]));
    expect(cli('templates', 'import', '--from', changed).out).toContain('Give --replace');
    const replaced = json('templates', 'import', '--from', changed, '--replace');
    expect(replaced).toEqual({ ...none, replaced: 1 });
    expect(cli('templates', 'export', '--out', 'out.json').out).toContain(
      '1 templates of the desk',
    );
    expect(JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8'))).toEqual({
      templates: 1,
      entries: [{ ...template, headline: '', text: ['{quoi}'], signoff: '' }],
    });
    const bad = given('bad.json', JSON.stringify([{ name: 'Brève' }]));
    expect(cli('templates', 'import', '--from', bad).err).toContain('Template 1 of the file lacks');
    expect(cli('templates', 'import').code).toBe(2);
    expect(cli('templates', 'monde').err).toContain('templates takes nothing or list');
  });

  it('does not find what is not there', () => {
    imported(given('a.txt', text));
    expect(cli('show', 'ffff').err).toContain('There is no such dispatch');
  });
});

describe('validating at the command line', () => {
  const schemas = sharedPath('standards');

  it('needs no archive, and says what it could not look at', () => {
    given(
      'a.xml',
      '<nitf><body><body.content><p>Le pont est fermé.</p></body.content></body></nitf>',
    );
    const { code, out } = cli('validate', 'a.xml', '--schemas', 'none');
    expect(code).toBe(0);
    expect(out).toContain('schema: not checked, no schema for nitf in');
    expect(out).toContain('Get them from IPTC');
    expect(existsSync(path.join(folder, 'a.writethru'))).toBe(false);
  });

  it.skipIf(schemas === null)(`with the schemas of a folder (or ${withoutShared})`, () => {
    given(
      'a.xml',
      '<nitf><body><body.content><p>Le pont est fermé.</p></body.content></body></nitf>',
    );
    const { code, out } = cli('validate', 'a.xml', '--schemas', schemas ?? '', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [{ verdict: 'invalid', checks: [{ findings: [] }, { by: 'nitf-3-6.xsd' }] }],
    });
  });
});

describe('delivering at the command line', () => {
  it('says that everything is delivered', () => {
    imported(given('a.txt', text));
    expect(json('deliver')).toEqual({
      written: 0,
      counts: { failed: 0, held: 0, waiting: 0 },
      queue: [],
    });
  });
});
