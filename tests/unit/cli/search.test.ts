import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/archives';

const program = path.resolve(import.meta.dirname, '../../../out/main/cli.js');

const dam = `Publié le 3 mars 2026, 06:12

Le barrage de Loze évacué

Les habitants sous le barrage de Loze ont quitté leur domicile, annonce la préfecture.

Mis à jour le 4 mars 2026, 08:00

Loze : retour des habitants

La préfecture lève l’alerte au barrage.
`;
const other = `Publié le 5 mars 2026, 10:00

Un autre barrage inspecté

La préfecture inspecte un barrage voisin de Loze ; les habitants restent.
`;

describe.skipIf(!existsSync(program))('searching at the command line', () => {
  it('counts by facets, goes back in time, finds what is similar, and builds the index anew', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.txt'), dam);
    writeFileSync(path.join(folder, 'b.txt'), other);
    const cli = (...args: readonly string[]) => {
      const run = spawnSync(process.execPath, [program, ...args, '--archive', 'a.writethru'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: folder, HOME: folder, TZ: 'UTC' },
      });
      return { code: run.status, out: run.stdout, err: run.stderr };
    };
    expect(cli('import', 'a.txt', 'b.txt').code).toBe(0);

    const all = cli('search', 'barrage', '--facets');
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out).toContain('kind: report 2, update 1');
    expect(all.out).toContain('3 found in 2 dispatch(es)');
    const then = cli('search', 'barrage', '--as-of', '2026-03-03T12:00:00Z');
    expect(then.out).toContain('1 found in 1 dispatch(es)');
    const ranked = cli('search', 'barrage', '--sort', 'relevance', '--limit', '1');
    expect(ranked.out.trim().split('\n')).toHaveLength(3);
    expect(cli('search', 'barrage', '--sort', 'luck').code).toBe(2);

    const wrong = cli('search', 'barrage is:kiled');
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('Did you mean is:killed?');
    expect(cli('search', 'barage').out).toContain('Did you mean: barrage');

    const [id = ''] = cli('search', 'autre').out.split(' ');
    expect(cli('similar', id).out).toContain('Le barrage de Loze évacué');

    expect(cli('reindex').out).toContain('Indexed 2 dispatch(es)');
    expect(cli('search', 'barrage').out).toContain('3 found in 2 dispatch(es)');
    expect(cli('verify').out).toContain('0 problem(s)');
  }, 60_000);
});
