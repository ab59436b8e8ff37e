import { jpegWith } from '../support/pictures';
import { expect, test } from './support/desk';
import { chooseMenu, press } from './support/workstation';
import { pasteInto, saved, writeDispatch } from './support/writing';

/** A piece of a Word document with a picture in it, one that is in a file, a comment and a tracker. */
function wordPage(picture: Uint8Array): string {
  const data = Buffer.from(picture).toString('base64');
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><h2 style="font-weight:normal">Un intertitre</h2>
<p class=MsoNormal style="margin:0cm">Il a dit "non"<a style='mso-comment-reference:PT_1'> hier</a
><span class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a href="#_msocom_1">[PT1]</a></span></span> !</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>premier</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>second</p>
<p class=MsoNormal><img width=48 height=32 alt="Un pont de pierre" src="data:image/jpeg;base64,${data}"></p>
<p class=MsoNormal>Fin <img src="file:///C:/Users/x/image001.png" width=400 height=300>du texte.</p>
<table><tr><td><p>France</p></td><td><p>12</p></td></tr></table>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>[PT1] À vérifier</p></div></div>
<img width=1 height=1 src="https://example.org/t.gif"><!--EndFragment--></body></html>`;
}

test('what Word gives keeps its structure and its pictures; what is left behind is told', async ({
  desk,
}) => {
  const { page } = desk;
  const draft = await writeDispatch(desk, 'Le pont rouvre', 'Le pont a rouvert.', '');
  await chooseMenu(desk, 'edit.pasted');
  const messages = page.getByRole('status', { name: 'Messages' });
  await expect(messages).toContainText('Rien n’a encore été collé');
  await pasteInto(draft, 'text/html', wordPage(jpegWith()));
  await expect(draft.locator('[data-block=crosshead]')).toHaveText('Un intertitre');
  await expect(draft.locator('ul > li')).toHaveText(['premier', 'second']);
  await expect(draft).toContainText('Il a dit "non" hier !');
  await expect(draft).toContainText('Fin du texte.');
  await expect(draft.locator('td')).toHaveText(['France', '12']);
  await expect(draft).not.toContainText('PT1');
  // The picture stands where it stood, described as it was.
  const photo = draft.getByRole('figure');
  await expect(photo).toHaveCount(1);
  await expect(photo.getByRole('img', { name: 'Un pont de pierre' })).toBeVisible();
  const kinds = await draft.evaluate((root) =>
    [...root.children].map((child) => child.querySelector('img')?.localName ?? child.localName),
  );
  expect(kinds).toEqual(['h2', 'p', 'h3', 'p', 'ul', 'img', 'p', 'div', 'footer']);

  await expect(messages).toContainText('Le collage a laissé 2 éléments de côté.');
  await messages.getByRole('button', { name: 'Voir' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ce que le dernier collage a laissé' });
  await expect(dialog.getByRole('listitem')).toContainText([
    /^1image\D/,
    /^1commentaire/,
    /styles?/,
  ]);
  await dialog.getByRole('button', { name: 'Rétablir sa typographie' }).click();
  await expect(draft).toContainText('Il a dit «\u202Fnon\u202F» hier\u202F!');
  await saved(page);
  await press(desk, 'Ctrl+Z');
  await expect(draft).toContainText('Il a dit "non" hier !');
  await chooseMenu(desk, 'edit.typeset-pasted');
  await expect(draft).toContainText('Il a dit «\u202Fnon\u202F» hier\u202F!');

  // Too much is refused before it is read; the draft is as it was.
  const before = await draft.innerText();
  await pasteInto(draft, 'text/html', `<p>${'mot '.repeat(3_100_000)}</p>`);
  await expect(messages).toContainText('C’est trop pour être collé.');
  expect(await draft.innerText()).toBe(before);
});
