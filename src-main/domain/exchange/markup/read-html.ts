import type { Node } from 'prosemirror-model';
import { ok, type Result } from '../../result';
import type { Repairs } from '../repair';
import { assembleDocument } from './assemble';
import { readBlocks, type BlockReading } from './blocks';
import { parseHtml } from './html';
import { plainLine } from './inline';
import { classesOf, descendants, lineOfText, type MarkupElement, type MarkupFault } from './tree';

/** What is known of a take besides the HTML of its body. */
export type Around = {
  readonly headline: string;
  readonly lead?: string;
  /** The sign-off, where it stands elsewhere; empty or absent where it does not. */
  readonly signoff?: string;
};

/** A take's document from the HTML of its body, as text. */
export function readHtmlTake(
  html: string,
  around: Around,
  repairs: Repairs,
): Result<Node, MarkupFault> {
  const parsed = parseHtml(html);
  return parsed.ok ? ok(readTakeElement(parsed.value, around, repairs)) : parsed;
}

/** A take's document from an element that holds the blocks of its body. */
export function readTakeElement(
  body: MarkupElement,
  around: Around,
  repairs: Repairs,
  { without = () => false }: BlockReading = {},
): Node {
  const signoffs = ['p', 'footer'].flatMap((name) =>
    descendants(body, name).filter((one) => classesOf(one).includes('signoff')),
  );
  const blocks = readBlocks(body, repairs, {
    without: (element) => signoffs.includes(element) || without(element),
  });
  const given = around.signoff ?? '';
  const inside = signoffs.map((one) => plainLine(lineOfText(one))).join(' ');
  const signoff = given !== '' ? given : signoffs.length === 0 ? null : inside;
  return assembleDocument({ ...around, blocks, signoff });
}
