import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '@contract/errors';
import type { StepJson } from '@domain/document/replay';
import { err, ok, type Result } from '@domain/result';
import {
  checkpointIdle,
  checkpointSteps,
  DraftJournal,
  retryInterval,
  type JournalPort,
} from '../../../src-renderer/editor/journal';
import type { SaveState } from '../../../src-renderer/editor/types';

/** What the archive does with a request: `lost` commits, but its answer does not come through. */
type Fate = 'taken' | 'refused' | 'lost';
type Committed = { readonly version: number; readonly savedAt: number };

const full: AppError = { code: 'archive-full' };
const bridge: AppError = { code: 'internal', reason: 'bridge' };
/** Steps go out at most this long after the ones before, in ms. */
const cap = 250;

/** The archive's side of the journal, with its rule for a batch that comes twice. */
class ArchiveSide implements JournalPort {
  readonly steps: StepJson[] = [];
  readonly sentAt: number[] = [];
  readonly checkpoints: number[] = [];
  readonly #batches = new Map<number, string>();
  fate: () => Fate = () => 'taken';
  delay: () => number = () => 5;
  checkpointDelay: () => number = () => 5;
  atOnce = 0;
  mostAtOnce = 0;

  readonly send = async (base: number, batch: readonly StepJson[]) => {
    this.sentAt.push(Date.now());
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    const fate = this.fate();
    const delay = this.delay();
    await after(delay / 2);
    const answer = fate === 'refused' ? err(full) : this.#commit(base, batch);
    await after(delay / 2);
    this.atOnce -= 1;
    return fate === 'lost' ? err(bridge) : answer;
  };

  readonly checkpoint: JournalPort['checkpoint'] = async (version) => {
    if (version !== this.steps.length) return err({ code: 'conflict' });
    this.checkpoints.push(version);
    this.#batches.clear();
    await after(this.checkpointDelay());
    return ok({ savedAt: Date.now() });
  };

  // A window that is alone is never behind, and has nobody to put its steps over.
  readonly stepsSince: JournalPort['stepsSince'] = () => Promise.resolve(err(bridge));
  readonly confirm = (): void => undefined;
  readonly restoreUndo = (): Promise<void> => Promise.resolve();
  readonly receive = (): null => null;

  #commit(base: number, batch: readonly StepJson[]): Result<Committed, AppError> {
    const json = JSON.stringify(batch);
    if (base !== this.steps.length) {
      if (this.#batches.get(base) !== json) return err({ code: 'conflict' });
    } else {
      this.steps.push(...batch);
      this.#batches.set(base, json);
    }
    return ok({ version: base + batch.length, savedAt: Date.now() });
  }
}

/** A journal being typed into, and all it says of being saved. */
class Typist {
  readonly archive = new ArchiveSide();
  readonly pushed: StepJson[] = [];
  readonly said: SaveState[] = [];
  readonly journal = new DraftJournal(this.archive, 0, (state) => {
    this.said.push(state);
    // Whatever happens, `saved` is only ever said of what is committed.
    if (state.is === 'saved') expect(this.archive.steps).toEqual(this.pushed);
  });

  type(count = 1): void {
    const steps = Array.from({ length: count }, (_, at) => ({ n: this.pushed.length + at }));
    this.pushed.push(...steps);
    this.journal.push(steps);
  }

  get lastSaid(): SaveState['is'] | undefined {
    return this.said.at(-1)?.is;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('while typing goes on', () => {
  it('sends steps at most 250 ms apart: a throttle, not a debounce', async () => {
    const typist = new Typist();
    const begun = Date.now();
    for (let key = 0; key < 150; key += 1) {
      typist.type();
      await vi.advanceTimersByTimeAsync(20);
    }
    const { sentAt } = typist.archive;
    const gaps = sentAt.map((at, index) => at - (sentAt[index - 1] ?? begun));
    expect(sentAt.length).toBeGreaterThan(10);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(cap);
  });

  it('has one request under way at a time, however slow the archive is', async () => {
    const typist = new Typist();
    typist.archive.delay = () => 700;
    for (let key = 0; key < 100; key += 1) {
      typist.type();
      if (key % 30 === 0) void typist.journal.flush();
      await vi.advanceTimersByTimeAsync(40);
    }
    await vi.advanceTimersByTimeAsync(3_000);
    expect(typist.archive.mostAtOnce).toBe(1);
    expect(typist.archive.steps).toEqual(typist.pushed);
    expect(typist.lastSaid).toBe('saved');
  });

  it('does not wait for a slow checkpoint to be followed by another key', async () => {
    const typist = new Typist();
    typist.archive.checkpointDelay = () => 900;
    typist.type(checkpointSteps);
    await vi.advanceTimersByTimeAsync(cap);
    expect(typist.archive.checkpoints).toEqual([checkpointSteps]);
    typist.type();
    await vi.advanceTimersByTimeAsync(900 + cap);
    expect(typist.archive.steps).toEqual(typist.pushed);
    expect(typist.lastSaid).toBe('saved');
  });
});

describe('what is said', () => {
  it('is `pending` until the commit is answered, then `saved` at its time', async () => {
    const typist = new Typist();
    typist.archive.delay = () => 100;
    typist.type();
    await vi.advanceTimersByTimeAsync(200 + 99);
    expect(typist.said).toEqual([{ is: 'pending' }]);
    await vi.advanceTimersByTimeAsync(1);
    expect(typist.said).toEqual([{ is: 'pending' }, { is: 'saved', at: 1_250 }]);
  });

  it('is not `saved` when more was typed during the commit', async () => {
    const typist = new Typist();
    typist.archive.delay = () => 100;
    typist.type();
    await vi.advanceTimersByTimeAsync(250);
    typist.type();
    await vi.advanceTimersByTimeAsync(60);
    expect(typist.archive.steps).toHaveLength(1);
    expect(typist.lastSaid).toBe('pending');
    await vi.advanceTimersByTimeAsync(400);
    expect(typist.lastSaid).toBe('saved');
  });

  it('stays `failed` while typing goes on, until a save succeeds', async () => {
    const typist = new Typist();
    typist.archive.fate = () => 'refused';
    typist.type();
    await vi.advanceTimersByTimeAsync(300);
    expect(typist.said.at(-1)).toEqual({ is: 'failed', error: full });
    typist.type();
    expect(typist.lastSaid).toBe('failed');
    typist.archive.fate = () => 'taken';
    await vi.advanceTimersByTimeAsync(retryInterval + cap);
    expect(typist.lastSaid).toBe('saved');
    typist.type();
    expect(typist.lastSaid).toBe('pending');
  });
});

describe('a save that failed', () => {
  it('keeps the steps, tries again, and ends saved', async () => {
    const typist = new Typist();
    let tries = 0;
    typist.archive.fate = () => ((tries += 1) <= 3 ? 'refused' : 'taken');
    typist.type(3);
    await vi.advanceTimersByTimeAsync(5 * retryInterval);
    expect(typist.archive.sentAt).toHaveLength(4);
    expect(typist.archive.steps).toEqual(typist.pushed);
    expect(typist.said.map((state) => state.is)).toEqual([
      'pending',
      'failed',
      'failed',
      'failed',
      'saved',
    ]);
  });

  it('whose answer alone was lost is asked for again as it was, and typed on from', async () => {
    const typist = new Typist();
    let tries = 0;
    typist.archive.fate = () => ((tries += 1) === 1 ? 'lost' : 'taken');
    typist.type(2);
    await vi.advanceTimersByTimeAsync(300);
    typist.type(2);
    await vi.advanceTimersByTimeAsync(5 * retryInterval);
    expect(typist.archive.steps).toEqual(typist.pushed);
    expect(typist.lastSaid).toBe('saved');
  });
});

describe('flush', () => {
  it('sends at once, keeps a checkpoint, and is true once all is committed', async () => {
    const typist = new Typist();
    typist.type(2);
    const flushed = typist.journal.flush();
    expect(typist.archive.steps).toEqual([]);
    await vi.advanceTimersByTimeAsync(20);
    expect(await flushed).toBe(true);
    expect(typist.archive.steps).toEqual(typist.pushed);
    expect(typist.archive.checkpoints).toEqual([2]);
    expect(typist.journal.version).toBe(2);
  });

  it('is false when the archive refuses, and the steps are kept and saved later', async () => {
    const typist = new Typist();
    typist.archive.fate = () => 'refused';
    typist.type();
    const flushed = typist.journal.flush();
    await vi.advanceTimersByTimeAsync(20);
    expect(await flushed).toBe(false);
    expect(typist.journal.clean).toBe(false);
    typist.archive.fate = () => 'taken';
    await vi.advanceTimersByTimeAsync(retryInterval + cap);
    expect(typist.archive.steps).toEqual(typist.pushed);
  });

  it('takes along what is typed while it is under way', async () => {
    const typist = new Typist();
    typist.archive.delay = () => 50;
    typist.type();
    const flushed = typist.journal.flush();
    await vi.advanceTimersByTimeAsync(25);
    typist.type(3);
    await vi.advanceTimersByTimeAsync(200);
    expect(await flushed).toBe(true);
    expect(typist.archive.steps).toEqual(typist.pushed);
  });

  it('with nothing typed asks for nothing', async () => {
    const typist = new Typist();
    expect(await typist.journal.flush()).toBe(true);
    expect(typist.archive.sentAt).toEqual([]);
    expect(typist.archive.checkpoints).toEqual([]);
  });

  it('of a closed journal sends nothing more', async () => {
    const typist = new Typist();
    typist.type();
    typist.journal.close();
    await typist.journal.flush();
    await vi.advanceTimersByTimeAsync(2 * checkpointIdle);
    expect(typist.archive.sentAt).toEqual([]);
  });
});

describe('checkpoints', () => {
  it('are kept after 200 steps, of a committed version', async () => {
    const typist = new Typist();
    for (let key = 0; key < checkpointSteps + 40; key += 1) {
      typist.type();
      await vi.advanceTimersByTimeAsync(27);
    }
    expect(typist.archive.checkpoints).toHaveLength(1);
    expect(typist.archive.checkpoints[0]).toBeGreaterThanOrEqual(checkpointSteps);
  });

  it('are kept after 10 s without a key, once', async () => {
    const typist = new Typist();
    typist.type();
    await vi.advanceTimersByTimeAsync(checkpointIdle - 1);
    expect(typist.archive.checkpoints).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(typist.archive.checkpoints).toEqual([1]);
    await vi.advanceTimersByTimeAsync(3 * checkpointIdle);
    expect(typist.archive.checkpoints).toEqual([1]);
  });

  it('that fail leave what is committed as it is', async () => {
    const typist = new Typist();
    vi.spyOn(typist.archive, 'checkpoint').mockResolvedValue(err(full));
    typist.type(checkpointSteps);
    await vi.advanceTimersByTimeAsync(2 * cap);
    expect(typist.lastSaid).toBe('saved');
    expect(await typist.journal.flush()).toBe(true);
  });
});

type Happening =
  | { readonly is: 'typed'; readonly steps: number }
  | { readonly is: 'time'; readonly ms: number }
  | { readonly is: 'flushed' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('typed' as const), steps: fc.nat(90) }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('time' as const), ms: fc.nat(1_500) }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ is: 'flushed' }) },
);

describe('whatever the interleaving of keys, answers and failures', () => {
  it('the archive ends with exactly the steps pushed, and says so soon', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 30 }),
        fc.array(fc.constantFrom<Fate>('taken', 'taken', 'refused', 'lost'), { maxLength: 40 }),
        fc.array(fc.nat(1_200), { maxLength: 40 }),
        async (happenings, fates, delays) => {
          const typist = new Typist();
          typist.archive.fate = () => fates.shift() ?? 'taken';
          typist.archive.delay = () => delays.shift() ?? 5;
          typist.archive.checkpointDelay = typist.archive.delay;
          for (const one of happenings) {
            if (one.is === 'typed') typist.type(one.steps);
            else if (one.is === 'time') await vi.advanceTimersByTimeAsync(one.ms);
            else void typist.journal.flush();
          }
          fates.length = 0;
          delays.length = 0;
          // A last failure and its retry, slow answers, then the batches that are left.
          await vi.advanceTimersByTimeAsync(6 * retryInterval);
          expect(typist.archive.steps).toEqual(typist.pushed);
          expect(typist.archive.mostAtOnce).toBeLessThanOrEqual(1);
          if (typist.pushed.length > 0) expect(typist.lastSaid).toBe('saved');
          typist.journal.close();
        },
      ),
      { numRuns: 300 },
    );
  });
});
