import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportItem } from '../../../src-main/contract/models';
import { temporaryFolder } from '../../support/archives';

const program = path.resolve(import.meta.dirname, '../../../out/main/cli.js');
const text = (place: string) =>
  `Publié\n\nUn pont fermé à ${place}\n\nLe pont de ${place} est fermé.\n`;

/** A program that watches a folder; its lines as they come. */
function watching(folder: string) {
  const wire = path.join(folder, 'fil');
  mkdirSync(wire);
  writeFileSync(path.join(wire, 'first.txt'), text('Valdane'));
  const child = spawn(
    process.execPath,
    [program, 'watch', wire, '--json', '--archive', 'a.writethru'],
    {
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder, HOME: folder },
    },
  );
  let out = '';
  const changed: (() => void)[] = [];
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
    for (const tell of changed.splice(0)) tell();
  });
  const items = (): ImportItem[] =>
    out
      .split('\n')
      .filter((line) => line.startsWith('{"name"'))
      .map((line) => JSON.parse(line) as ImportItem);
  const until = async (count: number): Promise<ImportItem[]> => {
    while (items().length < count) await new Promise<void>((resolve) => changed.push(resolve));
    return items();
  };
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { wire, until, output: () => out, end: () => child.kill('SIGINT'), ended };
}

describe('a watched folder', () => {
  it('gives each file to the archive once it is whole, within two seconds, and only once', async () => {
    const { wire, until, output, end, ended } = watching(temporaryFolder());
    expect(await until(1)).toMatchObject([
      { outcome: { is: 'added', headline: 'Un pont fermé à Valdane' } },
    ]);

    const half = path.join(wire, 'half.txt');
    const whole = text('Orbaz');
    writeFileSync(half, whole.slice(0, 20));
    appendFileSync(half, whole.slice(20));
    writeFileSync(path.join(wire, 'x.tmp'), text('Meyrac').slice(0, 30));
    const began = performance.now();
    const second = (await until(2))[1];
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(second).toMatchObject({ outcome: { is: 'added', headline: 'Un pont fermé à Orbaz' } });

    // A file that gets its name when it is whole; one whose bytes are there already.
    writeFileSync(path.join(wire, 'x.tmp'), text('Meyrac'));
    renameSync(path.join(wire, 'x.tmp'), path.join(wire, 'named.txt'));
    writeFileSync(path.join(wire, 'again.txt'), text('Valdane'));
    const names = (await until(4)).slice(2).map(({ outcome }) => outcome.is);
    expect(names.toSorted()).toEqual(['added', 'unchanged']);
    end();
    expect(await ended).toBe(0);
    const last: unknown = JSON.parse(output().slice(output().indexOf('{\n')));
    expect(last).toEqual({ added: 3, updated: 0, unchanged: 1, refused: 0 });
  });
});
