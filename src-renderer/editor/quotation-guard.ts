import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { makeAnchor } from '@domain/annotation/anchor';
import type { Anchor } from '@domain/annotation/annotation';
import { canonicalText, textBlocks } from '@domain/document/canonical-text';
import { quotationChanged } from '@domain/typography/quotations';
import { isFromElsewhere } from './sharing';
import { isUndoing } from './undo';

const meta = 'quotations';
const remembered = 'writethru.quotations';
const mostRemembered = 200;

/** Lets a transaction pass that puts words back or in place of a whole text, by a deliberate act. */
export function pastGuard<T extends Transaction>(transaction: T): T {
  transaction.setMeta(meta, 'pass');
  return transaction;
}

/**
 * The quoted words a transaction would change; null where it changes none, takes whole quotations
 * out, undoes something, or brings in what another window wrote.
 */
export function quotedWordsChanged(transaction: Transaction): Anchor | null {
  if (!transaction.docChanged || transaction.getMeta(meta) === 'pass') return null;
  if (isUndoing(transaction) || isFromElsewhere(transaction)) return null;
  for (const [index, step] of transaction.steps.entries()) {
    const document = transaction.docs[index] ?? transaction.before;
    let found: Anchor | null = null;
    step.getMap().forEach((from, to) => {
      found ??= quotedAt(document, from, to);
    });
    if (found !== null) return found;
  }
  return null;
}

function quotedAt(document: Node, from: number, to: number): Anchor | null {
  for (const { pos, text, start: blockStart } of textBlocks(document)) {
    const [start, end] = [from - pos, to - pos];
    if (end < 0 || start > text.length) continue;
    const within = { start: Math.max(0, start), end: Math.min(text.length, end) };
    // Of several blocks, those taken out whole change no quotation of theirs.
    if (from < to && start <= 0 && end >= text.length) continue;
    const quotation = quotationChanged(text, within);
    if (quotation === undefined) continue;
    const { words } = quotation;
    const canonical = canonicalText(document);
    return makeAnchor(canonical, blockStart + words.start, blockStart + words.end);
  }
  return null;
}

/** Whether a person has said that quoted words of a draft may be changed. */
export function quotationsAllowed(draftId: string): boolean {
  return known().includes(draftId);
}

/** Remembers that quoted words of a draft may be changed. */
export function allowQuotations(draftId: string): void {
  const list = [...known().filter((id) => id !== draftId), draftId].slice(-mostRemembered);
  allowed = list;
  try {
    localStorage.setItem(remembered, JSON.stringify(list));
  } catch {
    // Without storage it is remembered for as long as the window lives.
  }
}

let allowed: readonly string[] | null = null;

function known(): readonly string[] {
  if (allowed !== null) return allowed;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(remembered) ?? '[]');
    allowed = Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    allowed = [];
  }
  return allowed;
}
