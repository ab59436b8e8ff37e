import type { AppError } from '@contract/errors';
import type { ResponseOf } from '@contract/requests';
import type { StepJson } from '@domain/document/replay';
import type { Result } from '@domain/result';
import type { SaveState } from './types';

/** What the archive has of a draft beyond what a window has: the steps, or the whole. */
export type StepsSince = ResponseOf<'draft.steps-since'>;

/** How the journal reaches the archive, and the editor what the archive has. */
export type JournalPort = {
  /** Commits steps from a version on; answers with the new version and the time of the commit. */
  readonly send: (
    baseVersion: number,
    steps: readonly StepJson[],
  ) => Promise<Result<{ readonly version: number; readonly savedAt: number }, AppError>>;
  /** Keeps the whole document at a version that is committed. */
  readonly checkpoint: (version: number) => Promise<Result<{ readonly savedAt: number }, AppError>>;
  /** What the archive has after a version; all of the draft for null. */
  readonly stepsSince: (version: number | null) => Promise<Result<StepsSince, AppError>>;
  /** Brings back what could be undone before; the steps up to the version are in. Once, before any are sent. */
  readonly restoreUndo: (version: number) => Promise<void>;
  /** Takes note that the first so many of the unsent steps are committed. */
  readonly confirm: (count: number) => void;
  /**
   * Puts what the archive has under the unsent steps and gives these as they now are; null, with
   * nothing changed, where it does not fit what the window has.
   */
  readonly receive: (since: StepsSince) => readonly StepJson[] | null;
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
/** How often in a row another window may be first before that counts as a failure. */
const mostOvertaken = 8;

/**
 * The journal of one draft: a throttle with a cap, not a debounce, so that steps go to the archive
 * while typing continues. One request is under way at a time; what the archive did not take stays
 * in memory and is sent again. The archive takes steps from its own version only: where another
 * window was first, what it wrote is put under the unsent steps, and these are sent again.
 */
export class DraftJournal {
  #committed: number;
  #checkpointed: number;
  /** The newest version heard of. */
  #heard: number;
  /** Whether the archive may have more than was heard of. */
  #inDoubt = false;
  /** The version of this window's last commit: another window's are not its to checkpoint. */
  #lastOwn: number;
  #pending: StepJson[] = [];
  /** The batch last sent, until it is answered well. Its answer alone may have been lost. */
  #batch: readonly StepJson[] = [];
  #failing = false;
  #turn: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | null = null;
  #closed = false;
  #isUndoRestored = false;

  constructor(
    private readonly port: JournalPort,
    version: number,
    private onState: (state: SaveState) => void,
  ) {
    this.#committed = version;
    this.#checkpointed = version;
    this.#heard = version;
    this.#lastOwn = version;
  }

  /** Steps committed so far, as far as this window has them. */
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

  /** Hears that another window brought the draft to a version, and fetches what it wrote. */
  hear(version: number): void {
    if (version <= this.#heard) return;
    this.#heard = version;
    void this.#takeTurn();
  }

  /** Asks the archive whether it has more than this window knows of. */
  async lookAgain(): Promise<void> {
    this.#inDoubt = true;
    await this.#takeTurn();
  }

  /** Sends everything and a checkpoint; true once all of it is committed. */
  async flush(): Promise<boolean> {
    await this.#turn;
    let before = -1;
    // Each round must commit some steps, or the archive refuses them and waiting is in vain. What
    // is typed meanwhile goes along, and what others wrote comes in.
    while ((!this.clean || this.#isBehind) && this.#committed > before) {
      before = this.#committed;
      await this.#takeTurn();
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

  get #isBehind(): boolean {
    return this.#inDoubt || this.#heard > this.#committed;
  }

  #schedule(delay: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#takeTurn();
    }, delay);
  }

  /** Fetches and sends, one request after another; joins the turn that is under way. */
  async #takeTurn(): Promise<void> {
    if (this.#turn !== null) return this.#turn;
    this.#turn = this.#exchange().finally(() => {
      this.#turn = null;
      // Also what was typed or heard during a request, while its own timer found the journal busy.
      if (!this.clean || this.#isBehind) this.#schedule(journalInterval);
    });
    return this.#turn;
  }

  async #exchange(): Promise<void> {
    for (let overtaken = 0; overtaken < mostOvertaken; overtaken += 1) {
      if (this.#closed) return;
      if (this.#isBehind && !(await this.#catchUp(this.#committed))) return;
      if (!this.#isUndoRestored) {
        this.#isUndoRestored = true;
        await this.port.restoreUndo(this.#committed);
      }
      if (!(await this.#sendBatch())) return;
    }
    this.#fail({ code: 'conflict', reason: 'draft-version' });
  }

  /** Sends a batch; true when another window was first and it is to be sent again. */
  async #sendBatch(): Promise<boolean> {
    // The archive knows a batch it has already taken only as it was: it is sent again unchanged.
    if (this.#batch.length === 0) this.#batch = this.#pending.slice(0, largestBatch);
    const batch = this.#batch;
    if (batch.length === 0) return false;
    const sent = await this.port.send(this.#committed, batch);
    if (this.#closed) return false;
    if (!sent.ok && sent.error.reason === 'draft-version') {
      this.#inDoubt = true;
      return true;
    }
    if (!sent.ok) return this.#fail(sent.error);
    this.#failing = false;
    this.#committed = sent.value.version;
    this.#lastOwn = this.#committed;
    this.#pending = this.#pending.slice(batch.length);
    this.#batch = [];
    this.port.confirm(batch.length);
    this.onState(this.clean ? { is: 'saved', at: sent.value.savedAt } : { is: 'pending' });
    if (this.clean && this.#committed - this.#checkpointed >= checkpointSteps) {
      await this.#checkpoint();
    }
    return false;
  }

  /** Brings in what the archive has after a version; false when that could not be. */
  async #catchUp(version: number | null): Promise<boolean> {
    // What is heard from now on may not be in the answer.
    this.#inDoubt = false;
    const since = await this.port.stepsSince(version);
    if (this.#closed) return false;
    if (!since.ok) {
      this.#inDoubt = true;
      return this.#fail(since.error);
    }
    if (since.value.is === 'steps' && since.value.version === this.#committed) return true;
    const unsent = this.port.receive(since.value);
    if (unsent === null) {
      if (version !== null) return this.#catchUp(null);
      return this.#fail({ code: 'archive-damaged', reason: 'draft-journal' });
    }
    // Of a batch whose answer was lost it is known by now whether it was taken.
    if (this.#batch.length > 0) this.#lastOwn = since.value.version;
    this.#batch = [];
    this.#pending = [...unsent];
    this.#committed = since.value.version;
    if (this.clean) this.#failing = false;
    if (!this.#failing) {
      this.onState(this.clean ? { is: 'saved', at: since.value.savedAt } : { is: 'pending' });
    }
    return true;
  }

  /** Says what is unsaved and why, and tries again; false, for the request that failed. */
  #fail(error: AppError): false {
    this.#failing = !this.clean;
    if (this.#failing) this.onState({ is: 'failed', error });
    this.#schedule(retryInterval);
    return false;
  }

  async #checkpoint(): Promise<boolean> {
    if (this.#lastOwn <= this.#checkpointed || this.#closed) return true;
    const version = this.#committed;
    const kept = await this.port.checkpoint(version);
    if (kept.ok) this.#checkpointed = version;
    // A checkpoint only shortens replay: without it the steps are still committed.
    return true;
  }
}
