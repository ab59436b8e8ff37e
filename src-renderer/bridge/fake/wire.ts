import type { DispatchModel, WireRow, WireView } from '@contract/models';
import type { RequestOf, ResponseOf } from '@contract/requests';
import type { DocumentJson, NodeJson } from '@domain/document/json';
import { newestInstant } from '@domain/record/stamp';
import type { FakeState } from './archive';

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
  { dispatches, embargoes }: FakeState,
  { view, after, limit }: RequestOf<'wire.list'>,
): ResponseOf<'wire.list'> {
  const all = dispatches
    .map((dispatch) => ({ dispatch, row: rowOf(dispatch, embargoes.get(dispatch.id)) }))
    .toSorted((a, b) => b.row.at - a.row.at);
  const inView = (name: WireView) =>
    all.filter(({ dispatch, row }) => views[name](row, dispatch)).map(({ row }) => row);
  const shown = inView(view);
  const from = after === null ? 0 : shown.findIndex((row) => row.id === after.id) + 1;
  return {
    rows: shown.slice(from, from + limit),
    counts: {
      all: all.length,
      drafts: inView('drafts').length,
      published: inView('published').length,
      embargoed: inView('embargoed').length,
      'to-answer': inView('to-answer').length,
    },
  };
}

function rowOf(dispatch: DispatchModel, embargoUntil: number | undefined): WireRow {
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
    embargoUntil: embargoUntil ?? null,
  };
}

function headlineOf(document: DocumentJson | undefined): string {
  const headline = document?.content?.find((node) => node.type === 'headline');
  return headline === undefined ? '' : textOf(headline);
}

function textOf(node: NodeJson): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
