import { expect, it } from 'vitest';
import { openArchive } from '../../../src-main/archive/client';
import { buildDocument } from '../../../src-main/domain/document/build';
import { toJson } from '../../../src-main/domain/document/node';
import { must, newArchiveFile, writableDb } from '../../support/archives';
import { published } from '../../support/dispatches';
import { workerFile } from '../../support/processes';

it('nothing asked in a burst waits behind a verification, nor does closing', async () => {
  const file = newArchiveFile();
  const db = writableDb(file);
  const blocks = Array.from({ length: 40 }, (_, index) => ({
    type: 'paragraph' as const,
    text: `Le pont de Valdane est fermé depuis mardi, a dit la préfecture pour la ${index}e fois.`,
  }));
  const report = toJson(buildDocument({ headline: 'Un pont fermé', blocks, signoff: 'atl' }));
  for (let count = 0; count < 150; count += 1) published(db, report);
  const opening = { program: 'workstation', purpose: 'read' } as const;
  const archive = must(await openArchive(file, workerFile, opening));
  const order: string[] = [];
  const verifying = archive.read('verifyRecord', {}).then((verified) => {
    order.push('verified');
    return verified;
  });
  const asked = Array.from({ length: 12 }, () =>
    archive.read('readFacts', {}).then(() => order.push('answered')),
  );
  await Promise.all([verifying, ...asked]);
  expect(order.indexOf('verified')).toBe(asked.length);
  expect(must(await verifying).problems).toEqual([]);

  const interrupted = archive.read('verifyRecord', {});
  await archive.close();
  expect((await interrupted).ok).toBe(false);
});
