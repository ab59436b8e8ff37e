import type { AppError } from '@contract/errors';
import type { StepJson } from '@domain/document/replay';
import type { Result } from '@domain/result';
import type { SaveState } from './types';

/** How the journal reaches the archive. */
export type JournalPort = {
  /** Commits steps from a version on; answers with the new version and the time of the commit. */
  readonly send: (
    baseVersion: number,
    steps: readonly StepJson[],
  ) => Promise<Result<{ readonly version: number; readonly savedAt: number }, AppError>>;
  /** Keeps the whole document at a version that is committed. */
  readonly checkpoint: (version: number) => Promise<Result<{ readonly savedAt: number }, AppError>>;
};

/** Longest time between a step and its commit being asked for while typing goes on, in ms. */
export const journalInterval = 200;
/** Checkpoint after so many steps, or after so long without one, in ms. */
export const checkpointSteps = 200;
export const checkpointIdle = 10_000;
/** A failed save is tried again after this long, in ms. */
export const retryInterval = 1_000;
/** The most steps of one request; the contract bounds it. */
const largestBatch = 2_000;

/**
 * The journal of one draft: a throttle with a cap, not a debounce, so that steps go to the archive
 * while typing continues. One request is under way at a time; what the archive did not take stays
 * in memory and is sent again.
 */
export class DraftJournal {
  #committed: number;
  #checkpointed: number;
  #pending: StepJson[] = [];
  /** The batch last sent, until it is answered well. Its answer alone may have been lost. */
  #batch: readonly StepJson[] = [];
  #failing = false;
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(
    private readonly port: JournalPort,
    version: number,
    private onState: (state: SaveState) => void,
  ) {
    this.#committed = version;
    this.#checkpointed = version;
  }

  /** Steps committed so far. */
  get version(): number {
    return this.#committed;
  }

  /** Whether every step is committed. */
  get clean(): boolean {
    return this.#pending.length === 0;
  }

  /** Hears of the saved state from now on in place of the listener before. */
  listen(onState: (state: SaveState) => void): void {
    this.onState = onState;
  }

  /** Takes steps just applied in the window. */
  push(steps: readonly StepJson[]): void {
    if (steps.length === 0 || this.#closed) return;
    this.#pending.push(...steps);
    // Once saving fails, that is what is said until it works again.
    if (!this.#failing) this.onState({ is: 'pending' });
    this.#schedule(journalInterval);
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => void this.flush(), checkpointIdle);
  }

  /** Sends everything and a checkpoint; true once all of it is committed. */
  async flush(): Promise<boolean> {
    await this.#sending;
    let before = -1;
    // Each round must commit some steps, or the archive refuses them and waiting is in vain. What
    // is typed meanwhile goes along.
    while (this.#pending.length > 0 && this.#committed > before) {
      before = this.#committed;
      await this.#sendOnce();
    }
    if (!this.clean) return false;
    return this.#checkpoint();
  }

  /** Ends the journal of a draft that is published or discarded. */
  close(): void {
    this.#closed = true;
    this.#pending = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#sendOnce();
    }, delay);
  }

  async #sendOnce(): Promise<void> {
    if (this.#sending !== null) return this.#sending;
    this.#sending = this.#sendBatch().finally(() => {
      this.#sending = null;
      // Also what was typed during a checkpoint, while its own timer found the journal busy.
      if (!this.clean) this.#schedule(journalInterval);
    });
    return this.#sending;
  }

  async #sendBatch(): Promise<void> {
    // The archive knows a batch it has already taken only as it was: it is sent again unchanged.
    if (this.#batch.length === 0) this.#batch = this.#pending.slice(0, largestBatch);
    const batch = this.#batch;
    if (batch.length === 0 || this.#closed) return;
    const sent = await this.port.send(this.#committed, batch);
    if (this.#closed) return;
    this.#failing = !sent.ok;
    if (!sent.ok) {
      this.onState({ is: 'failed', error: sent.error });
      this.#schedule(retryInterval);
      return;
    }
    this.#committed = sent.value.version;
    this.#pending = this.#pending.slice(batch.length);
    this.#batch = [];
    this.onState(this.clean ? { is: 'saved', at: sent.value.savedAt } : { is: 'pending' });
    if (this.clean && this.#committed - this.#checkpointed >= checkpointSteps) {
      await this.#checkpoint();
    }
  }

  async #checkpoint(): Promise<boolean> {
    if (this.#committed === this.#checkpointed || this.#closed) return true;
    const version = this.#committed;
    const kept = await this.port.checkpoint(version);
    if (kept.ok) this.#checkpointed = version;
    // A checkpoint only shortens replay: without it the steps are still committed.
    return true;
  }
}
