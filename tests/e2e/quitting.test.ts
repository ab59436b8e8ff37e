import { expect, test } from './support/desk';

for (const [what, missing] of [
  ['with its archive open', false],
  ['with no archive open', true],
] as const) {
  test(`quitting twice in a row ${what} ends the application`, async ({ start }, info) => {
    const archivePath = missing ? info.outputPath('gone.writethru') : null;
    const desk = await start({ archivePath });
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
  });
}
