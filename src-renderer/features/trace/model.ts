import type { TraceDispatch, TraceHolder } from '@contract/trace';

/**
 * What is to be done about a take or draft that holds traced sentences: correct or withdraw what
 * readers have; finish the draft that is open there first; edit a draft; or nothing, since it is
 * withdrawn, replaced, or was never published.
 */
export type Todo = 'correct' | 'finish-draft' | 'edit' | 'withdrawn' | 'replaced' | 'put-away';

/** The {@link Todo} of a holder in a dispatch. */
export function todoOf(
  { killed, hasDraft }: Pick<TraceDispatch, 'killed' | 'hasDraft'>,
  holder: TraceHolder,
): Todo {
  switch (holder.is) {
    case 'draft':
      return 'edit';
    case 'discarded':
      return 'put-away';
    case 'take':
      if (killed) return 'withdrawn';
      if (!holder.running) return 'replaced';
      return hasDraft ? 'finish-draft' : 'correct';
  }
}
