import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { sharedFile, withoutShared } from '../support/shared';
import { verifyProof } from '../../scripts/verify-proof.mjs';
import { expect, test, type Desk } from './support/desk';
import { answerSaveDialog, chooseMenu, press } from './support/workstation';
import { foundByAxe } from './support/axe';
import {
  caretAfter,
  draftOf,
  importText,
  saved,
  selectWords,
  writeDispatch,
} from './support/writing';

const hour = 3_600_000;

/** The sheet over the desk that shows what will go out. */
const publishSheet = (page: Page) => page.getByRole('dialog', { name: /^Publier/ });

/** Publishes what the sheet shows, by keyboard. */
async function publish(desk: Desk): Promise<void> {
  const { page } = desk;
  const takes = await page.getByRole('article').count();
  await press(desk, 'Ctrl+Shift+Enter');
  const confirm = publishSheet(page).getByRole('button', { name: 'Publier', exact: true });
  await expect(confirm).toBeEnabled();
  await confirm.press('Enter');
  await expect(publishSheet(page)).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(takes);
  await expect(draftOf(page)).toBeHidden();
}

/** Begins an update and waits until it can be typed in. */
async function beginUpdate(desk: Desk): Promise<void> {
  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(desk.page)).toBeFocused();
}

/** Sets main's clock forward or back, in ms, and wakes the machine. */
async function setClock({ app }: Desk, by: number): Promise<void> {
  await app.evaluate(({ powerMonitor }, ms) => {
    const real = performance.timeOrigin;
    Date.now = () => Math.floor(real + performance.now() + ms);
    powerMonitor.emit('resume');
  }, by);
}

/** A day and a time of day as a person types them at the desk (Zurich). */
function typedAt(instant: number): { readonly day: string; readonly clock: string } {
  const format = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Zurich',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', clock = ''] = format.format(instant).split(/,?\s+/);
  return { day, clock };
}

test('an update, a correction and a kill on the real dispatch, by keyboard; every state can be read', async ({
  desk,
}) => {
  const seed = sharedFile('seed', 'dispatch.txt');
  test.skip(seed === null, withoutShared);
  const { page } = desk;
  await importText(desk, seed?.toString('utf8'));

  await beginUpdate(desk);
  await page.keyboard.type('Moscou réagit');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Le porte-parole du Kremlin a déclaré mardi que c’était un début.');
  await press(desk, 'Ctrl+Shift+Enter');
  await expect(publishSheet(page).getByLabel('Ligne d’avis')).toHaveValue(
    '(Ajoute réaction du Kremlin au 8e paragraphe)',
  );
  await page.keyboard.press('Escape');
  await publish(desk);

  // The correction begins with the words of the take it puts right.
  const update = page.getByRole('article').filter({ hasText: 'a fait savoir le Kremlin' });
  await update.getByRole('button', { name: 'Corriger…' }).press('Enter');
  await expect(draftOf(page)).toContainText('à la Maison Blanche.');
  await selectWords(draftOf(page), 'Blanche');
  await page.keyboard.type('blanche');
  await press(desk, 'Ctrl+Shift+Enter');
  const sheet = publishSheet(page);
  await expect(sheet.getByLabel('Ce qui était faux')).toHaveValue('Blanche');
  await expect(sheet.getByLabel('Ce qui est juste')).toHaveValue('blanche');
  await expect(sheet.getByLabel('Ligne d’avis')).toHaveValue(
    /^\(Corrige au 1er\sparagraphe\s: «\sblanche\s» et non «\sBlanche\s»\)$/u,
  );
  await page.keyboard.press('Escape');
  await publish(desk);
  await expect(page.getByRole('article').first()).toContainText('Corrige la prise 2');

  await press(desk, 'Ctrl+Shift+E');
  const chooser = page.getByRole('dialog', { name: 'Quelque chose ne va pas' });
  await expect(chooser.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(chooser.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('dialog')).toContainText('Une annulation : l’histoire est retirée.');
  await page.getByRole('button', { name: 'La retirer' }).press('Enter');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('Annulation');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Veuillez ne pas utiliser cette dépêche.');
  await press(desk, 'Ctrl+Shift+Enter');
  const confirm = sheet.getByRole('button', { name: 'Publier', exact: true });
  await expect(sheet).toContainText('Qui a décidé l’annulation n’est pas dit.');
  await expect(confirm).toBeDisabled();
  await sheet.getByLabel('Pourquoi elle est retirée').fill('La source s’est rétractée.');
  await sheet.getByLabel('Qui l’a décidé').fill('La rédaction en chef');
  await expect(confirm).toBeEnabled();
  await confirm.press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByText(/^Annulée le/)).toBeVisible();
  await page.screenshot({ path: 'test-results/record-killed.png' });

  await chooseMenu(desk, 'view.as-it-read');
  const slider = page.getByRole('slider', { name: 'État de la dépêche' });
  const text = page.getByRole('textbox', { name: 'Texte tel qu’il se lisait' });
  const states: readonly [RegExp, RegExp][] = [
    [/^Annulation.*5 sur 5$/, /Veuillez ne pas utiliser/],
    [/^Rectificatif.*4 sur 5$/, /à la Maison blanche/],
    [/^Mise à jour.*3 sur 5$/, /à la Maison Blanche[^]*c’était un début/],
    [/^Mise à jour, heure inconnue, 2 sur 5$/, /à une rencontre au G20 en juillet/],
    [/^Dépêche, heure inconnue, 1 sur 5$/, /^(?![^]*G20 en juillet)/],
  ];
  await slider.focus();
  for (const [value, words] of states) {
    await expect(slider).toHaveAttribute('aria-valuetext', value);
    await expect(text).toContainText(words);
    await page.keyboard.press('ArrowLeft');
  }

  // What was published is proved to anybody, and one changed letter disproves it.
  const file = `${desk.userData}/preuve.json`;
  await answerSaveDialog(desk, file);
  await chooseMenu(desk, 'dispatch.save-proof');
  await expect(page.getByText(/^La preuve est enregistrée/)).toBeVisible();
  const proof = readFileSync(file, 'utf8');
  expect(verifyProof(proof)).toMatchObject({ ok: true, takes: 5 });
  const altered = proof.replace('c’était un début', 'c’était un rébut');
  expect(verifyProof(altered)).toMatchObject({ ok: false, fault: { entry: 3, take: 3 } });
});

test('Escape in the publishing sheet goes back to the very caret', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  await beginUpdate(desk);
  await page.keyboard.type('Le pont rouvre mercredi');
  await page.keyboard.press('Enter');
  await page.keyboard.type('La préfecture confirme.');
  await saved(page);
  await caretAfter(draftOf(page), 'pont');
  await press(desk, 'Ctrl+Shift+Enter');
  await expect(publishSheet(page).getByRole('button', { name: 'Publier' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type(' neuf');
  await expect(draftOf(page)).toContainText('Le pont neuf rouvre mercredi');
});

test('an embargo closes every way out until its hour; lifting it early needs a reason', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await chooseMenu(desk, 'dispatch.embargo');
  const dialog = page.getByRole('dialog', { name: 'Embargo' });
  await dialog.getByRole('button', { name: 'Mettre sous embargo' }).press('Enter');
  await expect(page.getByRole('note', { name: 'Embargo' })).toContainText('Sous embargo jusqu’au');

  const refused = page.getByText(/La dépêche est sous embargo jusqu’au .* Rien n’est sorti/);
  for (const way of ['dispatch.copy', 'dispatch.export', 'dispatch.print']) {
    await chooseMenu(desk, way);
    await expect(refused).toBeVisible();
    const hide = refused.locator('../..').getByRole('button', { name: 'Masquer', exact: true });
    await hide.click();
    await expect(refused).toBeHidden();
  }

  // A clock put back does not open it.
  await setClock(desk, -24 * hour);
  await chooseMenu(desk, 'dispatch.copy');
  await expect(refused).toBeVisible();
  await setClock(desk, 0);

  await chooseMenu(desk, 'dispatch.embargo');
  const lift = dialog.getByRole('button', { name: 'Lever l’embargo' });
  await expect(lift).toBeDisabled();
  await dialog.getByLabel('Raison').fill('La source a parlé à la radio');
  await lift.press('Enter');
  await expect(page.getByRole('note', { name: 'Embargo' })).toBeHidden();

  await chooseMenu(desk, 'dispatch.copy');
  await expect(page.getByText('La dépêche est dans le presse-papiers.')).toBeVisible();
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Un pont fermé à Valdane');
  const file = `${desk.userData}/sortie.txt`;
  await answerSaveDialog(desk, file);
  await chooseMenu(desk, 'dispatch.export');
  await expect(page.getByText(/^Exportée vers/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(copied);

  await press(desk, 'Ctrl+Shift+H');
  const history = page.getByRole('tabpanel', { name: 'Historique' });
  await expect(history).toContainText('Embargo levé');
  await expect(history).toContainText('Raison : La source a parlé à la radio');
  await expect(history).toContainText('Le registre est intact');
});

test('a draft goes out by itself at its hour, unless the machine slept: then a person is asked', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  // Told once, so that no minute begins between choosing the hour and coming to it.
  const at = Math.floor((Date.now() + hour) / 60_000) * 60_000;
  const schedule = async (words: string): Promise<void> => {
    await beginUpdate(desk);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type(words);
    await press(desk, 'Ctrl+Shift+Enter');
    const sheet = publishSheet(page);
    await sheet.getByRole('radio', { name: 'À une heure fixée' }).check({ force: true });
    const { day, clock } = typedAt(at);
    await sheet.getByLabel('Heure de publication').getByLabel('Jour').fill(day);
    await sheet.getByLabel('Heure', { exact: true }).fill(clock);
    await sheet.getByRole('button', { name: 'Programmer' }).press('Enter');
    await expect(page.getByRole('note', { name: 'Publication à une heure' })).toBeVisible();
  };

  await schedule('Le pont rouvre à midi.');
  await setClock(desk, at - Date.now() + 5_000);
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByRole('article').first()).toContainText('Le pont rouvre à midi.');
  await expect(draftOf(page)).toBeHidden();
  await setClock(desk, 0);

  await schedule('Le pont ferme à minuit.');
  await setClock(desk, 3 * hour);
  const missed = page.getByRole('status', { name: 'Non publié à son heure' });
  await expect(missed).toContainText('la machine dormait ou Writethru était fermé');
  await page.screenshot({ path: 'test-results/record-missed.png' });
  await expect(draftOf(page)).toContainText('Le pont ferme à minuit.');
  await missed.getByRole('button', { name: 'Ne pas publier' }).press('Enter');
  await expect(missed).toBeHidden();
  await expect(draftOf(page)).toContainText('Le pont ferme à minuit.');
});

test('a clock set back is said and recorded, and no stamp goes back', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  await beginUpdate(desk);
  await page.keyboard.type('Le pont rouvre');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Il a rouvert.');
  await publish(desk);
  const stamp = await page.getByRole('article').first().locator('time').getAttribute('datetime');
  await setClock(desk, -5 * hour);
  // It is said before anything is published.
  await page.reload();
  await expect(page.getByRole('contentinfo').getByRole('alert')).toContainText(
    /L’horloge retarde de \d+ minutes/,
  );
  await beginUpdate(desk);
  await page.keyboard.type('Le pont referme');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Il a refermé.');
  await publish(desk);
  await expect(page.getByText(/L’horloge .* retarde/)).toBeVisible();
  await expect(page.getByRole('article').first().locator('time')).toHaveAttribute(
    'datetime',
    stamp ?? '',
  );
  await press(desk, 'Ctrl+Shift+H');
  await expect(page.getByRole('tabpanel', { name: 'Historique' })).toContainText(
    'L’horloge de la machine retardait',
  );
});

test('a time is supplied with its reason, also in the hour that clocks show twice', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(
    desk,
    'Publié\n\nUn pont fermé à Valdane\n\nLe pont est fermé depuis lundi.\n\nPublié\n\nLe pont rouvre\n\nIl a rouvert mardi.\n',
  );
  const first = page.getByRole('article').last();
  await expect(first).toContainText('heure inconnue');
  const supply = async (day: string, clock: string): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: /une prise$/ });
    await dialog.getByLabel('Horodatage').getByLabel('Jour').fill(day);
    await dialog.getByLabel('Heure', { exact: true }).fill(clock);
  };
  await first.getByRole('button', { name: 'Donner l’heure…' }).press('Enter');
  await supply('30/3/2025', '2h30');
  await expect(page.getByText('Aucune horloge n’y montre cette heure')).toBeVisible();
  await supply('26/10/2025', '2h30');
  const twice = page.getByRole('radiogroup', {
    name: 'Les horloges montrent deux fois cette heure',
  });
  await twice.getByRole('radio', { name: 'UTC+01:00' }).check({ force: true });
  const keep = page.getByRole('button', { name: 'Inscrire au registre' });
  await expect(keep).toBeDisabled();
  await page.getByLabel('Raison').fill('Heure donnée par l’agence');
  await page.screenshot({ path: 'test-results/record-stamp.png' });
  await keep.press('Enter');
  await expect(first.locator('time')).toHaveAttribute('datetime', '2025-10-26T01:30:00.000Z');
  await expect(first.locator('time')).toContainText('(UTC+01:00)');
  await expect(first).toContainText('heure donnée après coup');

  const second = page.getByRole('article').first();
  await second.getByRole('button', { name: 'Donner l’heure…' }).press('Enter');
  await supply('25/10/2025', '10:00');
  await page.getByLabel('Raison').fill('Mémoire');
  await keep.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(
    'L’horodatage précède celui de la prise d’avant.',
  );
});

test('a link opens a dispatch as it read', async ({ desk }) => {
  const { page } = desk;
  await importText(desk);
  await chooseMenu(desk, 'dispatch.copy-link');
  await expect(page.getByText('Le lien est dans le presse-papiers.')).toBeVisible();
  const link = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toMatch(/^writethru:\/\/dispatch\/[\da-f-]{36}$/);
  await desk.app.evaluate(({ app }, url) => {
    app.emit('second-instance', {}, ['writethru', url]);
  }, `${link}?at=2000-01-01T00:00:00Z`);
  await expect(page.getByText('Les lecteurs n’en avaient encore rien.')).toBeVisible();
  await expect(page.getByText('Telle que les lecteurs l’avaient le 1er')).toBeVisible();
});

test('a discarded draft is brought back with its words: at once, by the menu, from the list', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  await beginUpdate(desk);
  await page.keyboard.type('Un brouillon à reprendre');
  await saved(page);
  const discard = async () => {
    await chooseMenu(desk, 'draft.discard');
    await page.getByRole('button', { name: 'Abandonner le brouillon' }).last().click();
    await expect(draftOf(page)).toBeHidden();
  };
  const back = async () => {
    await expect(draftOf(page)).toContainText('Un brouillon à reprendre');
    await expect(draftOf(page)).toBeFocused();
  };
  await discard();
  await page
    .getByRole('status', { name: 'Messages' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await back();
  // What could be undone in it still can.
  await page.keyboard.press('Control+z');
  await expect(draftOf(page)).not.toContainText('Un brouillon');
  await page.keyboard.press('Control+Shift+z');
  await back();
  await discard();
  await chooseMenu(desk, 'draft.restore');
  await back();

  // One of a dispatch of which nothing is published leaves the wire with it, and comes back so.
  await discard();
  await writeDispatch(desk, 'Grève au port', 'Les dockers ont cessé le travail.');
  await saved(page);
  await discard();
  await expect(page.getByRole('option', { name: /Grève au port/ })).toBeHidden();
  await chooseMenu(desk, 'draft.discarded');
  const dialog = page.getByRole('dialog', { name: 'Brouillons abandonnés' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /Grève au port.*Les dockers ont cessé le travail\..*Dépêche, abandon le/,
    /Un brouillon à reprendre.*Mise à jour, abandon le/,
  ]);
  expect(await foundByAxe(desk)).toEqual([]);
  await dialog.getByRole('button', { name: /Grève au port/ }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(draftOf(page)).toContainText('Les dockers ont cessé le travail.');
  await expect(page.getByRole('option', { name: /Grève au port/ })).toBeVisible();
});

test('on paper only the sheet is left, dark on light', async ({ start }) => {
  const desk = await start({ theme: 'dark' });
  const { page } = desk;
  await importText(desk);
  const others = [
    page.getByRole('region', { name: 'Fil' }),
    page.getByRole('complementary', { name: 'Marge' }),
    page.getByRole('banner'),
    page.getByRole('contentinfo'),
  ];
  for (const other of others) await expect(other).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const other of others) await expect(other).toBeHidden();
  // Slug, desk and urgency go with the words; what can only be pressed does not.
  await expect(page.getByRole('button')).toHaveText([/VALDANE/]);
  await expect(page.getByRole('radiogroup')).toHaveCount(0);
  const article = page.getByRole('article').last();
  await expect(article).toBeVisible();
  await expect(article.getByRole('textbox')).toHaveCSS('color', 'rgb(27, 26, 23)');
  await page.screenshot({ path: 'test-results/print.png', fullPage: true });
});
