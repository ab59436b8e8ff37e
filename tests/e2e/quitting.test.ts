import { expect, test } from '@playwright/test';
import path from 'node:path';
import { forget, launch, newUserData } from './support/workstation';

for (const [what, missing] of [
  ['with its archive open', false],
  ['with no archive open', true],
] as const) {
  test(`quitting twice in a row ${what} ends the application`, async () => {
    const folder = newUserData();
    const archivePath = missing ? path.join(folder, 'gone.writethru') : null;
    const desk = await launch({ archivePath });
    await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible();
    const ended = new Promise<number | null>((resolve) => {
      desk.app.process().once('exit', (code) => resolve(code));
    });
    await desk.app.evaluate(({ app }) => {
      app.quit();
      setImmediate(() => app.quit());
    });
    // The inspector holds the process until its client has gone.
    await desk.app.close();
    expect(await ended).toBe(0);
    forget(desk.userData);
    forget(folder);
  });
}
