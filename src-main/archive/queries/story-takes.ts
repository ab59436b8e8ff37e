import type { Node } from 'prosemirror-model';
import { parseDocument } from '../../domain/document/node';
import type { Carries } from '../../domain/record/carries';
import type { StoryTake } from '../../domain/record/story';
import type { TakeKind } from '../../domain/record/take';
import { all, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { stampOf, type StampColumns } from './stamp-columns';

type Row = StampColumns & {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: TakeKind;
  readonly carries: string;
  readonly document: string;
  readonly recordedAt: number;
};

/** The published takes of a dispatch in order, with the stamps they have now. */
export function readStoryTakes(db: ReadableDb, dispatchId: string): readonly StoryTake[] {
  const rows = all<Row>(
    db,
    `SELECT id, ordinal, kind, stamp_precision, stamp_instant, stamp_zone, carries, document,
       recorded_at AS recordedAt
     FROM published_take WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  );
  return rows.map((row) => {
    const { id, ordinal, kind, recordedAt } = row;
    const carries = JSON.parse(row.carries) as Carries;
    const document = publishedDocument(id, row.document);
    return { id, ordinal, kind, stamp: stampOf(row), carries, document, recordedAt };
  });
}

/** The document of a published take; refuses with `archive-damaged` when it is none. */
export function publishedDocument(takeId: string, json: string): Node {
  const document = parseDocument(JSON.parse(json));
  if (!document.ok) throw new Refusal('archive-damaged', 'take-document', { take: takeId });
  return document.value;
}
