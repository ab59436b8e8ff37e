import { expect } from '@playwright/test';
import { press, type Workstation } from '../../e2e/support/workstation';
import {
  addNote,
  draftOf,
  openSearch,
  publish,
  saved,
  selectWords,
  writeDispatch,
} from '../../e2e/support/writing';

const places = ['Valdane', 'Orbière', 'Sainte-Maure', 'Coudray', 'Lessac', 'Vernois'];
const words = ['pont', 'gouvernement', 'mardi', 'accord', 'raid', 'économie', 'train', 'élection'];

/** One of a list, by the number of the round. */
function pick(list: readonly string[], round: number): string {
  return list[round % list.length] ?? '';
}

/** A round of a desk's work: write, note, publish, update, take back, search, compare, look around. */
export async function round(desk: Workstation, count: number): Promise<void> {
  // Of one length: no number is the beginning of another.
  const number = count + 10_000;
  await writeAndPublish(desk, number);
  await update(desk, number);
  await search(desk, number);
  await lookAround(desk, number);
}

async function writeAndPublish(desk: Workstation, number: number): Promise<void> {
  const { page } = desk;
  const place = pick(places, number);
  await writeDispatch(
    desk,
    `Le pont de ${place} rouvert, tour ${number}`,
    `Le pont de ${place} a rouvert lundi matin, a annoncé la préfecture.`,
    'La circulation reprend sur une voie ; les poids lourds attendront une semaine encore.',
  );
  await selectWords(draftOf(page), 'la préfecture');
  await addNote(desk, `Laquelle ? (tour ${number})`);
  await saved(page);
  await publish(desk);
}

async function update(desk: Workstation, number: number): Promise<void> {
  const { page } = desk;
  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(page)).toBeFocused();
  await page.keyboard.type('La mairie confirme');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`La circulation reprendra mardi, tour ${number}.`);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(draftOf(page)).toContainText(`tour ${number}`);
  await saved(page);
  await publish(desk);
}

async function search(desk: Workstation, number: number): Promise<void> {
  const { page } = desk;
  await openSearch(desk);
  const field = page.getByRole('search').getByRole('combobox');
  await field.fill('');
  await page.keyboard.type(`${pick(words, number)} `, { delay: 30 });
  const results = page.getByRole('listbox', { name: 'Résultats' });
  await expect(results.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Passages trouvés' })).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.press('Escape');
}

async function lookAround(desk: Workstation, number: number): Promise<void> {
  const { page } = desk;
  await press(desk, 'Ctrl+P');
  const quick = page.getByRole('dialog');
  await expect(quick.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(`rouvert tour ${number}`);
  await expect(quick.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(quick).toBeHidden();
  await expect(page.getByRole('article')).toHaveCount(2);
  await press(desk, 'Ctrl+D');
  const compare = page.getByRole('dialog', { name: 'Comparer' });
  await expect(compare.getByRole('table')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const name of ['Détails', 'Historique', 'Contrôles', /^Notes/]) {
    await page.getByRole('tab', { name }).click();
  }
}
