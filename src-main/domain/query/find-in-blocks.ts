import type { TextBlock } from '../document/canonical-text';
import { highlightRanges, type Matcher, type TextRange } from './highlight';
import type { SearchField } from './query';

/**
 * Where matchers hold in one block of a take: UTF-16 offsets into the block's own text. A matcher
 * for another field than the block's is left out.
 */
export function findInBlock(block: TextBlock, matchers: readonly Matcher[]): readonly TextRange[] {
  return highlightRanges(block.text, matchers, fieldOf(block));
}

/** The search field a block's words belong to. */
function fieldOf(block: TextBlock): SearchField {
  switch (block.type) {
    case 'headline':
    case 'lead':
    case 'caption':
    case 'credit':
      return block.type;
    case 'signoff':
      return 'sign';
    default:
      return 'body';
  }
}
