import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCatalogues } from '../../../scripts/catalogues/index.mjs';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** A small workstation: one catalogue, one view, one shell. */
const files: Readonly<Record<string, string>> = {
  'src-renderer/tsconfig.json': '{ "compilerOptions": { "jsx": "preserve", "strict": true } }',
  'src-renderer/ui/i18n/en/desk.ts': `export const desk = {
    'wire.list': 'Dispatches',
    'wire.view.all': 'All',
    'wire.view.drafts': 'Drafts',
    'wire.view.gone': 'Gone',
    'error.full': 'The disk is full.',
    'error.never': 'Never sent.',
    'sort.date': 'By date',
  };`,
  'src-renderer/View.tsx': `
    declare function t(key: string): string;
    declare const view: 'all' | 'drafts';
    declare const code: string;
    export const View = () => (
      <section aria-label={t('wire.list')} title={view === 'all' ? 'Everything' : t('sort.date')}>
        {t(\`wire.view.\${view}\`)} {t(\`error.\${code}\`)}
        <p className="not said">Nothing here</p>
        <span>·</span> {view === 'all' && \`\${code} left\`} <input placeholder="https://" />
      </section>
    );
    document.body.setAttribute('aria-label', 'Said aloud');
    document.body.textContent = 'Written';`,
  'src-main/tsconfig.json': '{ "compilerOptions": { "strict": true } }',
  'src-main/archive.ts': `export const code = 'full';`,
  'src-main/shell/words.ts': `export const words = { open: 'Open', shut: 'Shut' };`,
  'src-main/shell/menu.ts': `import { words } from './words';
    export const menu = [{ label: words.open, role: 'copy' }, { label: 'Not Said' }];`,
};

describe('the check of the catalogues', () => {
  let small = '';

  beforeAll(() => {
    small = mkdtempSync(path.join(tmpdir(), 'writethru-catalogues-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(small, name)), { recursive: true });
      writeFileSync(path.join(small, name), text);
    }
  });

  afterAll(() => rmSync(small, { recursive: true, force: true }));

  it('finds what nothing asks for, and words outside the catalogues', () => {
    const { messages, problems } = checkCatalogues(small);
    expect(messages).toBe(9);
    expect(problems.map(({ message }) => message.replace(/^.*: /u, ''))).toEqual([
      'nothing asks for the message wire.view.gone',
      'nothing asks for the message error.never',
      "'Everything'",
      'Nothing here',
      '`${code} left`',
      "'Said aloud'",
      "'Written'",
      'nothing asks for the message shut',
      "'Not Said'",
    ]);
    expect(problems[0]).toMatchObject({ file: 'src-renderer/ui/i18n/en/desk.ts', line: 5 });
  });

  it('finds nothing in the workstation', () => {
    const { messages, problems } = checkCatalogues(root);
    expect(messages).toBeGreaterThan(1000);
    expect(problems).toEqual([]);
  });
});
