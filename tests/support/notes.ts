import type { NoteModel } from '../../src-main/contract/models';
import type { Anchor } from '../../src-main/domain/annotation/annotation';
import { testId } from './archives';

/** An open note on words of a draft, as the window has it. */
export function noteFor(anchor: Anchor | null, number = 1): NoteModel {
  return {
    id: testId(number),
    target: { on: 'draft', id: testId(0) },
    anchor,
    kind: 'comment',
    body: 'Vérifier.',
    author: 'mbr',
    state: 'open',
    createdAt: 1,
    editedAt: null,
    replies: [],
  };
}
