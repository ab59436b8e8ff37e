import type { DispatchModel, ImportItem, ImportReport } from '@contract/models';
import { toJson } from '@domain/document/node';
import { parseWire } from '@domain/wire/parse';
import type { FakeState } from '../fake';
import { fakeId } from './samples';

/** Imports texts into the fake archive. A text without words is refused. */
export function fakeImport(
  state: FakeState,
  files: readonly { readonly name: string; readonly text: string }[],
): ImportReport {
  const items = files.map((file) => importOne(state, file));
  const count = (is: ImportItem['outcome']['is']): number =>
    items.filter((item) => item.outcome.is === is).length;
  return {
    items,
    added: count('added'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    cancelled: false,
    durationMs: 12,
  };
}

function importOne(
  state: FakeState,
  { name, text }: { readonly name: string; readonly text: string },
): ImportItem {
  const byteLength = new TextEncoder().encode(text).length;
  const read = parseWire(text, { zone: 'Europe/Zurich' });
  if (!read.ok) return { name, byteLength, outcome: { is: 'refused', reason: read.error.code } };
  const dispatch: DispatchModel = {
    id: fakeId(),
    slug: 'IMPORT',
    language: read.value.language,
    urgency: 5,
    desk: '',
    agency: '',
    place: '',
    createdAt: state.now(),
    takes: read.value.takes.map((take, index) => ({
      ...take,
      id: fakeId(),
      ordinal: index + 1,
      document: toJson(take.document),
      author: '',
      origin: 'imported',
      recordedAt: state.now(),
    })),
    draft: null,
    notes: [],
    originals: [],
  };
  state.dispatches = [dispatch, ...state.dispatches];
  return {
    name,
    byteLength,
    outcome: {
      is: 'added',
      dispatchId: dispatch.id,
      headline: read.value.takes[0]?.document.firstChild?.textContent ?? '',
      takes: dispatch.takes.length,
      encoding: 'utf-8',
      repairs: read.value.repairs.map((repair) => ({ ...repair })),
    },
  };
}
