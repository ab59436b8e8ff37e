import type { Locator, Page } from '@playwright/test';
import type { WritethruApi } from '../../src-main/contract/api';
import type { DispatchModel } from '../../src-main/contract/models';
import type { DocumentJson, NodeJson } from '../../src-main/domain/document/json';
import { typeset } from '../../src-main/domain/typography/typography';
import { sharedFile, withoutShared } from '../support/shared';
import { expect, test, type Desk } from './support/desk';
import { press } from './support/workstation';
import { draftOf, importText, pasteInto, publish, saved } from './support/writing';

const seed = sharedFile('seed', 'dispatch.txt');

/** A text block of the dispatch as it was imported: what the robot types. */
type Block = { readonly type: string; readonly text: string };

test('the real dispatch, typed anew with its photo, crosshead, sign-off and update, equals its import', async ({
  desk,
}) => {
  test.skip(seed === null, withoutShared);
  test.setTimeout(120_000);
  const { page } = desk;
  const draft = draftOf(page);
  await importText(desk, seed?.toString('utf8'));
  const imported = await newest(page);
  const [report, update] = imported.takes;
  if (report === undefined || update === undefined) throw new Error('The dispatch has two takes.');

  await press(desk, 'Ctrl+N');
  await expect(draft).toBeFocused();
  await expect(draft).toHaveText('');
  await typeTake(desk, draft, blocksOf(report.document));
  await saved(page);
  await publish(desk);
  await press(desk, 'Ctrl+Enter');
  await expect(draft).toBeFocused();
  await typeTake(desk, draft, blocksOf(update.document));
  await saved(page);
  await publish(desk);

  const typed = await newest(page);
  expect(typed.id).not.toBe(imported.id);
  // Typed with straight quotes, it has those of the house, as the imported one set right.
  expect(typed.takes.map(({ kind, document }) => [kind, document])).toEqual(
    imported.takes.map(({ kind, document }) => [kind, setRight(document)]),
  );
});

/** Types a take block by block, as a person at the keyboard does. */
async function typeTake(desk: Desk, draft: Locator, blocks: readonly Block[]): Promise<void> {
  const { keyboard } = desk.page;
  for (const [index, { type, text }] of blocks.entries()) {
    switch (type) {
      case 'headline':
        break;
      case 'caption':
        await keyboard.press('Enter');
        // A photo from elsewhere, without its words: these are typed.
        await pasteInto(
          draft,
          'text/html',
          '<figure><figcaption></figcaption><cite></cite></figure>',
        );
        await draft.locator('[data-block=caption]').click();
        break;
      case 'signoff':
        await draft.locator('[data-block=signoff]').click();
        break;
      case 'crosshead':
        await keyboard.press('Enter');
        await press(desk, 'Ctrl+Alt+2');
        break;
      case 'lead':
        await keyboard.press('Enter');
        await press(desk, 'Ctrl+Alt+L');
        break;
      default:
        if (index > 0) await keyboard.press('Enter');
    }
    await keyboard.type(text);
  }
}

/** The dispatch that is first in the wire, as the archive has it. */
function newest(page: Page): Promise<DispatchModel> {
  return page.evaluate(async () => {
    const { writethru } = globalThis as unknown as { readonly writethru: WritethruApi };
    const wire = await writethru['wire.list']({ view: 'all', after: null, limit: 1 });
    const id = wire.ok ? wire.value.rows[0]?.id : undefined;
    const answer = await writethru['dispatch.get']({ id: id ?? '' });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  });
}

function blocksOf(document: DocumentJson): readonly Block[] {
  const blocks: Block[] = [];
  const visit = (node: NodeJson): void => {
    const texts = (node.content ?? []).filter(({ type }) => type === 'text');
    if (texts.length > 0) blocks.push({ type: node.type, text: texts.map(textOf).join('') });
    else for (const child of node.content ?? []) visit(child);
  };
  visit(document);
  return blocks;
}

function textOf(node: NodeJson): string {
  return node.text ?? '';
}

/** A document with the house's typography in all blocks that have any. */
function setRight(document: DocumentJson): DocumentJson {
  const left = ['credit', 'signoff'];
  const visit = (node: NodeJson): NodeJson =>
    node.content === undefined
      ? node
      : {
          ...node,
          content: node.content.map((child) =>
            child.type === 'text' && !left.includes(node.type)
              ? { ...child, text: typeset(textOf(child), 'fr').text }
              : visit(child),
          ),
        };
  return { ...visit(document), type: 'doc' };
}
