import type { CDPSession, Locator, Page } from '@playwright/test';
import { commands, type CommandId } from '../../src-main/contract/commands';
import { expect, test } from './support/desk';
import { chooseMenu, kill, press } from './support/workstation';
import {
  caretAfter,
  draftOf,
  importText,
  pasteInto,
  publish,
  saved,
  selectWords,
  writeDispatch,
} from './support/writing';

const headline = 'Le pont de Valdane rouvre';
const body = 'La préfecture a annoncé la réouverture du pont.';

/** The blocks of a text, each with its words: `lead: La préfecture…`. */
function blocks(surface: Locator): Promise<readonly string[]> {
  return surface.evaluate((root) =>
    [...root.children].map((child) => {
      const name = (child as HTMLElement).dataset['block'] ?? child.tagName.toLowerCase();
      return `${name}: ${child.textContent}`;
    }),
  );
}

test('Enter goes from the headline to the lead, and from the lead to a paragraph', async ({
  desk,
}) => {
  const draft = await writeDispatch(desk, headline, body, 'Suite.');
  expect(await blocks(draft)).toEqual([
    `headline: ${headline}`,
    `lead: ${body}`,
    'paragraph: Suite.',
    'signoff: ',
  ]);
});

/** A command's shortcut on this system. */
function shortcut(command: CommandId): string {
  return (commands[command].accelerator ?? '').replace('CmdOrCtrl', 'Ctrl');
}

const shapes = [
  ['block.crosshead', 'crosshead'],
  ['block.quote', 'blockquote'],
  ['block.lead', 'lead'],
] as const;

for (const [command, shape] of shapes) {
  test(`${command} by its shortcut and by the menu`, async ({ desk }) => {
    const draft = await writeDispatch(desk, headline, body, 'Un second paragraphe.');
    const third = async () => (await blocks(draft))[2];
    const plain = 'paragraph: Un second paragraphe.';
    expect(await third()).toBe(plain);
    await press(desk, shortcut(command));
    await expect.poll(third).toBe(`${shape}: Un second paragraphe.`);
    await press(desk, shortcut('block.paragraph'));
    await expect.poll(third).toBe(plain);
    await chooseMenu(desk, command);
    await expect.poll(third).toBe(`${shape}: Un second paragraphe.`);
    await chooseMenu(desk, 'block.paragraph');
    await expect.poll(third).toBe(plain);
    await expect(draft).toBeFocused();
  });
}

test('Enter in the middle of a headline and of a lead, and in the sign-off', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, 'Titre suite', body);
  await caretAfter(draft, 'Titre');
  await page.keyboard.press('Enter');
  expect((await blocks(draft)).slice(0, 2)).toEqual(['headline: Titre', 'paragraph:  suite']);
  await caretAfter(draft, 'La préfecture');
  await page.keyboard.press('Enter');
  expect((await blocks(draft))[2]).toBe('lead: La préfecture');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('atl/mbr');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  expect((await blocks(draft)).at(-1)).toBe('signoff: atl/mbrx');
});

test('an empty line ends a quote: first it asks who says it', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body, 'Cité.');
  await press(desk, shortcut('block.quote'));
  await expect(draft.locator('blockquote')).toHaveText('Cité.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(draft.locator('[data-block=attribution]')).toHaveText('');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Après.');
  expect((await blocks(draft)).slice(2)).toEqual([
    'blockquote: Cité.',
    'paragraph: Après.',
    'signoff: ',
  ]);
});

test('all of a draft is typed over, and undone', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body, 'Suite.');
  const before = await blocks(draft);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Z');
  expect((await blocks(draft)).join('|')).toContain('Z');
  expect((await blocks(draft)).join('|')).not.toContain('préfecture');
  await press(desk, 'Ctrl+Z');
  await expect.poll(() => blocks(draft)).toEqual(before);
});

test('a headline stays a headline, and the window says why', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline);
  await press(desk, shortcut('block.crosshead'));
  await expect(desk.page.getByText('Cela ne s’applique pas')).toBeVisible();
  expect((await blocks(draft))[0]).toBe(`headline: ${headline}`);
});

test('italic and bold, by shortcut and by the menu, come out as published', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'préfecture');
  await press(desk, 'Ctrl+I');
  await expect(draft.locator('em')).toHaveText('préfecture');
  await selectWords(draft, 'pont', 1);
  await chooseMenu(desk, 'format.strong');
  await expect(draft.locator('strong')).toHaveText('pont');
  await press(desk, 'Ctrl+B');
  await expect(draft.locator('strong')).toHaveCount(0);
  await desk.page.getByRole('button', { name: 'Gras' }).click();
  await expect(draft.locator('strong')).toHaveText('pont');
  await publish(desk);
  const take = desk.page.getByRole('textbox', { name: 'Texte de la prise' });
  await expect(take.locator('em')).toHaveText('préfecture');
  await expect(take.locator('strong')).toHaveText('pont');
});

test('a link takes an address of the web, and no script', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body);
  await selectWords(draft, 'préfecture');
  await press(desk, 'Ctrl+K');
  const address = page.getByRole('textbox', { name: 'Adresse du lien' });
  await expect(address).toBeFocused();
  for (const refused of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'pont']) {
    await address.fill(refused);
    await page.keyboard.press('Enter');
    await expect(address).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('Un lien commence par https://')).toBeVisible();
  }
  await expect(draft.locator('a')).toHaveCount(0);
  await address.fill('https://example.org/pont?a=1&b=2');
  await page.keyboard.press('Enter');
  await expect(draft.locator('a')).toHaveText('préfecture');
  await expect(draft.locator('a')).toHaveAttribute('href', 'https://example.org/pont?a=1&b=2');
  await expect(draft).toBeFocused();

  await selectWords(draft, 'préfecture');
  await press(desk, 'Ctrl+K');
  await expect(address).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(draft.locator('a')).toHaveCount(0);
});

/** All that AltGr types on a French keyboard, and the keys it does so with. */
const altGr = [
  ['~', 'Digit2', 50],
  ['#', 'Digit3', 51],
  ['{', 'Digit4', 52],
  ['[', 'Digit5', 53],
  ['|', 'Digit6', 54],
  ['`', 'Digit7', 55],
  ['\\', 'Digit8', 56],
  ['^', 'Digit9', 57],
  ['@', 'Digit0', 48],
  [']', 'Minus', 219],
  ['}', 'Equal', 187],
  ['€', 'KeyE', 69],
  ['¤', 'BracketRight', 186],
] as const;
const altGrSigns = altGr.map(([sign]) => sign).join('');
const controlAndAlt = 2 + 1;

async function typeAltGr(client: CDPSession, modifiers: number): Promise<void> {
  for (const [key, code, windowsVirtualKeyCode] of altGr) {
    const event = { key, code, windowsVirtualKeyCode, modifiers, text: key, unmodifiedText: key };
    await client.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}

test('the characters of AltGr are typed, and are no commands', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, 'Signes ');
  const client = await desk.page.context().newCDPSession(desk.page);
  await typeAltGr(client, 0);
  await expect(draft).toContainText(`Signes ${altGrSigns}`);
  // Where a system tells AltGr as Ctrl and Alt, the characters are its own business: here they
  // must not be taken for commands.
  await typeAltGr(client, controlAndAlt);
  await desk.page.keyboard.type(' fin');
  await expect(draft).toContainText(' fin');
  const [, lead = ''] = await blocks(draft);
  expect(lead.startsWith(`lead: Signes ${altGrSigns}`)).toBe(true);
  expect(lead.endsWith(' fin')).toBe(true);
});

test('Ctrl+Enter breaks no line, in a draft or in a published take', async ({ desk }) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, headline, body);
  await caretAfter(draft, 'La préfecture');
  const before = await blocks(draft);
  await page.keyboard.press('Control+Enter');
  await press(desk, 'Ctrl+Enter');
  await expect(page.getByText('Cette dépêche a déjà un brouillon.')).toBeVisible();
  await press(desk, 'Ctrl+Shift+Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
  expect(await blocks(draft)).toEqual(before);
  await publish(desk);
  const take = page.getByRole('textbox', { name: 'Texte de la prise' });
  await take.focus();
  await press(desk, 'Ctrl+Enter');
  await expect(draftOf(page)).toBeFocused();
  expect(await blocks(take)).toEqual(before.slice(0, 2).concat('signoff: '));
});

/** Tries every way there is of changing a text by hand. */
async function tryToChange(page: Page, text: Locator): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await selectWords(text, 'rive gauche');
  await page.keyboard.type('rive droite');
  for (const keys of ['Backspace', 'Delete', 'Enter', 'Control+Backspace', 'Control+x']) {
    await selectWords(text, 'rive gauche');
    await page.keyboard.press(keys);
  }
  for (const keys of ['Control+v', 'Control+Shift+v', 'Control+b', 'Control+i', 'Control+z']) {
    await page.keyboard.press(keys);
  }
  expect(await pasteInto(text, 'text/plain', 'COLLÉ')).toBe(false);
  await client.send('Input.insertText', { text: 'INSÉRÉ' });
  // What an input method or a dead key does, which a page cannot forbid beforehand.
  await client.send('Input.imeSetComposition', { text: 'ê', selectionStart: 1, selectionEnd: 1 });
  await client.send('Input.insertText', { text: 'ê' });
  const box = await text.getByText('Les automobilistes').boundingBox();
  const at = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 10 };
  const items = [{ mimeType: 'text/plain', data: 'DÉPOSÉ' }];
  const data = { items, dragOperationsMask: 1 };
  await client.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await client.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await client.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
}

test('a published take cannot be changed, and can be selected from the keyboard', async ({
  desk,
}) => {
  const { page } = desk;
  await importText(desk);
  const text = page.getByRole('textbox', { name: 'Texte de la prise' }).last();
  await expect(text).toHaveAttribute('aria-readonly', 'true');
  const before = await text.innerHTML();
  await tryToChange(page, text);
  await expect.poll(() => text.innerHTML()).toBe(before);
  await chooseMenu(desk, 'edit.undo');
  await chooseMenu(desk, 'format.strong');
  expect(await text.innerHTML()).toBe(before);

  await text.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  expect(await page.evaluate(() => getSelection()?.toString())).not.toBe('');
  await expect(page.getByRole('button', { name: 'Noter la sélection' })).toBeVisible();
  await chooseMenu(desk, 'archive.verify');
  await expect(page.getByRole('dialog')).toContainText('Le registre est intact');
});

const html = `<html><head><style>p { color: red }</style></head><body>
<h2 style="color: red; font-family: Comic Sans MS" class="big">Un intertitre</h2>
<p class="MsoNormal" style="font-size: 40px; color: #f00" onclick="alert(1)">Un <b>gras</b>,
un <i style="background: lime">italique</i>, <span style="font-weight: bold">un autre</span>,
un <a href="https://example.org/" target="_blank" style="color: lime">lien</a>
et un <a href="javascript:alert(1)">piège</a>.</p>
<blockquote><p>Une citation.</p></blockquote>
<ul><li>un</li><li>deux</li></ul>
<script>globalThis.broken = true</script><img src="x" onerror="globalThis.broken = true">
</body></html>`;

test('pasted HTML keeps its structure and nothing of its look or its scripts', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, body, 'Suite');
  await desk.page.keyboard.press('Enter');
  await pasteInto(draft, 'text/html', html);
  await expect(draft.locator('[data-block=crosshead]')).toHaveText('Un intertitre');
  await expect(draft.locator('strong')).toHaveText(['gras', 'un autre']);
  await expect(draft.locator('em')).toHaveText('italique');
  await expect(draft.locator('a')).toHaveText('lien');
  await expect(draft.locator('a')).toHaveAttribute('href', 'https://example.org/');
  await expect(draft).toContainText('et un piège.');
  await expect(draft.locator('blockquote')).toHaveText('Une citation.');
  await expect(draft.locator('ul > li')).toHaveText(['un', 'deux']);
  const foreign =
    '[style], .big, .MsoNormal, [onclick], [target], script, style, img[src], span:not(.style-mark)';
  await expect(draft.locator(foreign)).toHaveCount(0);
  expect(await desk.page.evaluate(() => 'broken' in globalThis)).toBe(false);
  await saved(desk.page);
});

test('what a word processor says by styles alone is read, in either sense', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, body, 'Suite');
  await desk.page.keyboard.press('Enter');
  await pasteInto(
    draft,
    'text/html',
    `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400">Un mot </span>
<span style="font-weight:700;font-style:normal">gras</span>
<span style="font-weight:400;font-style:italic">penché</span></p></b>`,
  );
  await expect(draft).toContainText('Un mot gras penché');
  await expect(draft.locator('strong')).toHaveText('gras');
  await expect(draft.locator('em')).toHaveText('penché');
});

test('pasted text keeps its paragraphs, and undoing takes all of it back', async ({ desk }) => {
  const draft = await writeDispatch(desk, headline, body, 'Suite');
  await desk.page.keyboard.press('Enter');
  const before = await blocks(draft);
  await pasteInto(draft, 'text/plain', 'Un premier.\n\nUn second, « cité ».\n');
  await expect(draft).toContainText('Un second, « cité ».');
  expect((await blocks(draft)).slice(3, 5)).toEqual([
    'paragraph: Un premier.',
    'paragraph: Un second, « cité ».',
  ]);
  await press(desk, 'Ctrl+Z');
  await expect.poll(() => blocks(draft)).toEqual(before);
});

test('5 MB pasted into a draft do not lose it', async ({ desk }) => {
  test.setTimeout(240_000);
  const line = 'Le pont de Valdane est fermé depuis mardi soir, a indiqué la préfecture. '.repeat(
    14,
  );
  const lines = Math.ceil((5 * 1024 * 1024) / (line.length + 1));
  const draft = await writeDispatch(desk, headline, body);
  await saved(desk.page);
  await desk.page.keyboard.press('Enter');
  await pasteInto(draft, 'text/plain', `${line}\n\n`.repeat(lines).trim());
  await expect(draft.locator('p')).toHaveCount(lines + 1, { timeout: 60_000 });
  await caretAfter(draft, 'La préfecture');
  await desk.page.keyboard.type(' du Val');
  await expect(draft).toContainText('La préfecture du Val a annoncé', { timeout: 60_000 });
  await expect(desk.page.getByRole('contentinfo')).toContainText(/Enregistré \d\d:\d\d:\d\d/, {
    timeout: 60_000,
  });
  await desk.restart(kill);
  const again = draftOf(desk.page);
  await expect(again.locator('p')).toHaveCount(lines + 1, { timeout: 60_000 });
  await expect(again.locator('p').first()).toContainText('La préfecture du Val a annoncé');
});
