import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import type { Anchor } from '../../../src-main/domain/annotation/annotation';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { parseDocument } from '../../../src-main/domain/document/node';
import { uuidv7 } from 'uuidv7';
import { generateDispatches, generateLongRead } from './generate';
import { built } from './run';

/** An archive with one long draft, and the text of that. */
export type LongDraft = {
  readonly archive: string;
  readonly draftId: string;
  readonly dispatchId: string;
  readonly text: string;
};

/** An archive whose one dispatch has a draft of so many words, made at the command line. */
export function longDraft(folder: string, words: number): LongDraft {
  const archive = path.join(folder, 'long.writethru');
  const dispatch = path.join(folder, 'dispatch.txt');
  const longRead = path.join(folder, 'long-read.txt');
  writeFileSync(dispatch, generateDispatches(1)[0]?.text ?? '');
  writeFileSync(longRead, generateLongRead(words));
  const run = (...args: readonly string[]): unknown => {
    const all = [built.cli, ...args, '--archive', archive, '--json'];
    const most = 256 * 1024 * 1024;
    return JSON.parse(
      execFileSync(process.execPath, all, { stdio: 'pipe', maxBuffer: most }).toString(),
    );
  };
  type Imported = {
    readonly items: readonly [{ readonly outcome: { readonly dispatchId: string } }];
  };
  const { items } = run('import', dispatch) as Imported;
  const dispatchId = items[0].outcome.dispatchId;
  run('update', dispatchId, '--text', longRead);
  const shown = run('show', dispatchId) as {
    readonly draft: { readonly id: string; readonly document: unknown };
  };
  const document = parseDocument(shown.draft.document);
  if (!document.ok) throw new Error(document.error);
  return { archive, draftId: shown.draft.id, dispatchId, text: canonicalText(document.value) };
}

/** Anchors of so many stretches of two words, spread evenly over a text. */
export function anchorsOver(text: string, count: number): readonly Anchor[] {
  const words = [...text.matchAll(/\S+\s\S+/g)];
  return Array.from({ length: count }, (_, at) => {
    const match = words[Math.floor((at * words.length) / count)];
    const start = match?.index ?? 0;
    return makeAnchor(text, start, start + (match?.[0].length ?? 1));
  });
}

/** A copy of an archive whose draft has so many open notes. */
export function withNotes(draft: LongDraft, count: number): string {
  const copy = draft.archive.replace(/\.writethru$/, `-${count}.writethru`);
  const source = new Database(draft.archive);
  source.pragma('wal_checkpoint(TRUNCATE)');
  source.close();
  copyFileSync(draft.archive, copy);
  const db = new Database(copy);
  // A copy would only be read: it becomes an archive of its own by never having lived elsewhere.
  db.exec("DELETE FROM setting WHERE key = 'home'");
  const insert = db.prepare(
    `INSERT INTO note (id, dispatch_id, draft_id, kind, body, author, state, anchor, anchor_version,
       created_at)
     VALUES (?, ?, ?, ?, 'À vérifier auprès du correspondant.', 'mbr', 'open', ?,
       (SELECT version FROM draft WHERE id = ?), ?)`,
  );
  const kinds = ['comment', 'query', 'source', 'style'];
  db.transaction(() => {
    for (const [at, anchor] of anchorsOver(draft.text, count).entries()) {
      const kind = kinds[at % kinds.length];
      insert.run(
        uuidv7(),
        draft.dispatchId,
        draft.draftId,
        kind,
        JSON.stringify(anchor),
        draft.draftId,
        at,
      );
    }
  })();
  db.close();
  return copy;
}
