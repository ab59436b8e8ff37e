import { create } from 'zustand';
import type { AppError } from '@contract/errors';
import type { Reach } from '@contract/find';
import type { RequestOf, ResponseOf } from '@contract/requests';
import { draftAdvanced, flushDrafts } from '../editor';
import { call } from '../bridge/bridge';
import { initials, refresh } from './queries';
import { say, sayAndOffer, sayError } from './toasts';

/** What is looked for in many texts. */
export type Wanted = RequestOf<'find.everywhere'>['wanted'];

/** What was asked, and what came of it. */
export type Preview = ResponseOf<'find.everywhere'> & {
  readonly wanted: Wanted;
};

type Finding = {
  readonly wanted: Wanted;
  readonly replacement: string;
  readonly quotedToo: boolean;
  readonly reach: Reach;
};

/** What the form has: it stays while the dialog is away. */
export const useFinding = create<Finding>()(() => ({
  wanted: { text: '', is: 'words', matchCase: true, wholeWord: false, accents: true },
  replacement: '',
  quotedToo: false,
  reach: 'drafts',
}));

/** Looks for words in all drafts, and where asked in what is published; what is being typed is saved first. */
export async function findEverywhere(): Promise<
  { readonly ok: true; readonly value: Preview } | { readonly ok: false; readonly error: AppError }
> {
  const { wanted, reach } = useFinding.getState();
  await flushDrafts();
  const outcome = await call('find.everywhere', { wanted, reach });
  return outcome.ok ? { ok: true, value: { ...outcome.value, wanted } } : outcome;
}

/** Replaces what was found in the drafts that were chosen; one undo takes all of it back. */
export async function replaceEverywhere(
  { wanted }: Preview,
  found: Preview['found'],
): Promise<AppError | null> {
  const { replacement, quotedToo } = useFinding.getState();
  const drafts = found.map(({ id, version }) => ({ id, version }));
  const request = { wanted, replacement, quotedToo, author: initials(), drafts };
  const outcome = await call('find.replace', request);
  if (!outcome.ok) return outcome.error;
  const { batchId, replaced, changed } = outcome.value;
  advanced(outcome.value.drafts);
  if (changed > 0) say('everywhere.changed', { count: changed }, 'bad');
  if (outcome.value.drafts.length === 0) return null;
  sayAndOffer(
    'everywhere.replaced',
    { label: 'toast.undo', run: () => void undoReplace(batchId) },
    { count: replaced, drafts: outcome.value.drafts.length },
  );
  return null;
}

/** Takes the last replacing in many drafts back, or a certain one. */
export async function undoReplace(batchId: string | null): Promise<void> {
  // What is being typed comes before it: it stays.
  await flushDrafts();
  const outcome = await call('find.undo-replace', { batchId });
  if (outcome.ok) {
    advanced(outcome.value.drafts);
    say('everywhere.undone', { drafts: outcome.value.drafts.length }, 'good');
  } else if (outcome.error.code === 'not-found') {
    say('everywhere.nothing-to-undo');
  } else {
    sayError(outcome.error);
  }
}

/** This window's drafts take the steps too; the others were told by main. */
function advanced(drafts: ResponseOf<'find.undo-replace'>['drafts']): void {
  for (const { id, version } of drafts) draftAdvanced(id, version);
  refresh(drafts.map(({ dispatchId }) => dispatchId));
}
