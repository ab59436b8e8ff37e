import type { Archive } from '../archive/client';

/** What every service works with. One clock, main's, stamps everything. */
export type ServiceContext = {
  readonly archive: Archive;
  /** ms since the epoch. */
  readonly now: () => number;
  /** A new UUID version 7. */
  readonly newId: () => string;
  /** The desk's IANA zone. */
  readonly zone: () => string;
  /** Told of the dispatches that a use case has changed. */
  readonly changed: (dispatchIds: readonly string[]) => void;
};
