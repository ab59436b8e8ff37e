import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../src-main/contract/commands';
import { blocksOf, type HelpPage } from '../../../src-renderer/features/help/model';
import { en } from '../../../src-renderer/features/help/pages/en';
import { fr } from '../../../src-renderer/features/help/pages/fr';
import { help as enWords } from '../../../src-renderer/ui/i18n/en/help';
import { help as frWords } from '../../../src-renderer/ui/i18n/fr/help';

/** The commands a text names, in order. */
function named(text: string): readonly string[] {
  return blocksOf(text)
    .flatMap((block) => (block.is === 'paragraph' ? [block.line] : block.items))
    .flat()
    .flatMap((part) => (part.is === 'command' ? [part.id] : []));
}

describe('the help', () => {
  it('has the same pages, naming the same commands, in both languages', () => {
    const told = (pages: readonly HelpPage[]) => pages.map(({ id, text }) => [id, named(text)]);
    expect(told(fr)).toEqual(told(en));
  });

  it.each(
    [...en, ...fr].map(({ text }) => text).concat(Object.values(enWords), Object.values(frWords)),
  )('names only commands that there are: %.40s', (text) => {
    const known: readonly string[] = commandIds;
    for (const id of named(text)) expect(known).toContain(id);
  });

  it('is written by the rules of French typography', () => {
    for (const { text, id } of fr) {
      const plain = text.replaceAll(/`[^`]*`/g, '');
      expect(plain, id).not.toMatch(/[ \u00A0][;!?»]|« | :(?:\s|$)|'/);
    }
  });

  it('reads paragraphs, lists, terms and what is typed', () => {
    expect(blocksOf('A **wire**\n\n- one `x`\n- [[help.open]]')).toEqual([
      {
        is: 'paragraph',
        line: [
          { is: 'words', text: 'A ' },
          { is: 'term', text: 'wire' },
        ],
      },
      {
        is: 'list',
        items: [
          [
            { is: 'words', text: 'one ' },
            { is: 'typed', text: 'x' },
          ],
          [{ is: 'command', id: 'help.open' }],
        ],
      },
    ]);
  });
});
