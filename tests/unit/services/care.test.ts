import { describe, expect, it } from 'vitest';
import { connectionOf, run } from '../../../src-main/archive/database';
import { createServices } from '../../../src-main/services';
import { archiveInProcess, must, newArchiveFile, writableDb } from '../../support/archives';
import { nextId, published } from '../../support/dispatches';
import { document } from '../../support/texts';

const week = 7 * 86_400_000;

describe('the weekly verification', () => {
  it('is made when the last is a week old, and what it finds is kept until another finds nothing', async () => {
    const file = newArchiveFile();
    const db = writableDb(file);
    published(db, document('Crue', 'Le bac est arrêté.'));
    const clock = { now: 10 * week };
    const { care } = createServices({
      archive: archiveInProcess(file),
      readText: () => Promise.reject(new Error('Nothing is read here.')),
      now: () => clock.now,
      newId: nextId,
      zone: () => 'UTC',
      changed: () => undefined,
    });
    const verified = async () => {
      const status = must(await care.status());
      return status.state === 'open' ? status.verified : undefined;
    };
    expect(await verified()).toBeNull();
    expect(must(await care.verifyWhenDue())).toMatchObject({ problems: [] });
    expect(await verified()).toEqual({ at: 10 * week, problems: 0 });

    connectionOf(db).exec('DROP TRIGGER take_never_changes');
    run(db, `UPDATE take SET document = replace(document, 'bac', 'lac')`);
    clock.now += week - 1;
    expect(must(await care.verifyWhenDue())).toBeNull();
    clock.now += 1;
    expect(must(await care.verifyWhenDue())?.problems).toHaveLength(1);
    expect(await verified()).toEqual({ at: 11 * week, problems: 1 });
    run(db, `UPDATE take SET document = replace(document, 'lac', 'bac')`);
    must(await care.verify());
    expect(await verified()).toMatchObject({ problems: 0 });
  });
});
