import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { createServices } from '../../../src-main/services';
import { readInThisThread } from '../../../src-main/services/exchange/read-text';
import { sourceOfText } from '../../../src-main/services/exchange/sources';
import { archiveInProcess, must, testId } from '../../support/archives';
import { readGovuk, wireTextOf } from '../../support/govuk';
import { sharedPath, withoutShared } from '../../support/shared';
import { nodeOf } from '../../support/texts';

const folder = sharedPath('corpora', 'govuk-content-examples');
const minute = 60_000;

function filesIn(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join(place, name));
}

/** Documents with a history of several changes, each at a minute of its own. */
const documents = (folder === null ? [] : filesIn(folder))
  .map(readGovuk)
  .filter(({ changes }) => changes.length >= 2);

function services() {
  let id = 1_000;
  return createServices({
    archive: archiveInProcess(),
    readText: readInThisThread,
    now: () => Date.UTC(2026, 10, 23),
    newId: () => testId((id += 1)),
    zone: () => 'UTC',
    changed: () => undefined,
  });
}

describe('real documents with 2 to 17 changes', () => {
  it.skipIf(folder === null)(
    folder === null
      ? withoutShared
      : 'become dispatches with as many takes, and read right between any two',
    async () => {
      expect(documents.length).toBeGreaterThan(20);
      for (const document of documents) {
        const desk = services();
        const { changes, title } = document;
        const source = sourceOfText(title, wireTextOf(document));
        const report = await desk.imports.run([source]);
        const [item] = report.items;
        if (item?.outcome.is !== 'added') throw new Error(`${title}: ${JSON.stringify(item)}`);
        const { dispatchId } = item.outcome;
        const { takes } = must(await desk.dispatches.get({ id: dispatchId }));
        const stamps = takes.map(({ stamp }) =>
          stamp.precision === 'unknown' ? null : stamp.instant,
        );
        const instants = changes.map(({ at }) => Math.floor(at / minute) * minute);
        expect(stamps, title).toEqual(instants);
        for (const [index, at] of instants.entries()) {
          const next = instants[index + 1] ?? at + minute;
          if (next === at) continue;
          const ref = { of: 'story-at', dispatchId, at: Math.floor((at + next) / 2) } as const;
          const state = must(await desk.dispatches.state({ ref }));
          expect(state.ordinal, title).toBe(index + 1);
          expect(canonicalText(nodeOf(state.document))).toContain(
            changes[index]?.note.slice(0, 40),
          );
        }
        const before = { of: 'story-at', dispatchId, at: (instants[0] ?? 0) - 1 } as const;
        expect(must(await desk.dispatches.state({ ref: before })).standing).toBe('nothing');
      }
    },
    60_000,
  );
});
