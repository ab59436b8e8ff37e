import type { NoteModel } from '../../src-main/contract/notes';
import type { Anchor } from '../../src-main/domain/annotation/annotation';
import { testId } from './archives';

/** An open note on words of a draft, as the window has it. */
export function noteFor(anchor: Anchor | null, number = 1): NoteModel {
  return {
    id: testId(number),
    target: { on: 'draft', id: testId(0) },
    part: 'words',
    settled: true,
    anchor,
    kind: 'comment',
    body: 'Vérifier.',
    author: 'mbr',
    addressee: '',
    origin: null,
    links: [],
    events: [],
    state: 'open',
    createdAt: 1,
    editedAt: null,
    replies: [],
  };
}
