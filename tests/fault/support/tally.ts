import { appendFileSync } from 'node:fs';

/** What became of the tries of one kind of fault; null where a column says nothing of it. */
export type Tally = {
  readonly fault: string;
  readonly tries: number;
  /** Writes that were answered as saved before the fault. */
  readonly acknowledged: number | null;
  /** Of these, how many were missing afterwards. */
  readonly lost: number | null;
  /** How often what was there was neither the state before nor the state after a write. */
  readonly torn: number | null;
  /** How often something a reader sees was damaged. */
  readonly damaged: number | null;
  /** Of these, how often verifying said so. */
  readonly found: number | null;
};

const isFull = process.env['WRITETHRU_FAULTS'] === 'full';

/** How often a fault is tried: by `npm run test:faults`, or in the short form of `npm test`. */
export function tries(full: number, short: number): number {
  return isFull ? full : short;
}

/** How long the tries may take, ms. */
export const patience = isFull ? 1_800_000 : 60_000;

/** Adds a line to the table that `npm run test:faults` prints. */
export function tell(tally: Tally): void {
  const file = process.env['WRITETHRU_FAULT_TABLE'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(tally)}\n`);
}
