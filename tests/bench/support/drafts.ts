import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateDispatches } from './generate';
import { built } from './run';

/** An archive made at the command line whose one dispatch has a draft, and that draft's document. */
export function archiveWithDraft(
  folder: string,
  text: string,
  name = 'draft',
): { readonly archive: string; readonly document: unknown } {
  const archive = path.join(folder, `${name}.writethru`);
  const dispatch = path.join(folder, `${name}-dispatch.txt`);
  const draft = path.join(folder, `${name}.txt`);
  writeFileSync(dispatch, generateDispatches(1)[0]?.text ?? '');
  writeFileSync(draft, text);
  const run = (...args: readonly string[]): unknown => {
    const all = [built.cli, ...args, '--archive', archive, '--json'];
    const maxBuffer = 256 * 1024 * 1024;
    return JSON.parse(execFileSync(process.execPath, all, { stdio: 'pipe', maxBuffer }).toString());
  };
  type Imported = {
    readonly items: readonly [{ readonly outcome: { readonly dispatchId: string } }];
  };
  const { items } = run('import', dispatch) as Imported;
  const id = items[0].outcome.dispatchId;
  run('update', id, '--text', draft);
  const shown = run('show', id) as { readonly draft: { readonly document: unknown } };
  return { archive, document: shown.draft.document };
}
