import { useRef, useState } from 'react';
import type { DispatchModel, DraftModel } from '@contract/models';
import { call } from '../bridge/bridge';
import { queryClient } from './client';
import { keys } from './queries';
import { sayError } from './toasts';

type Facts = DraftModel['facts'];

/**
 * What a draft will carry when it is published: shown at once, kept in the archive one change after
 * another. `kept` resolves to whether the archive has all of it.
 */
export function useDraftFacts(
  dispatch: DispatchModel,
  draft: DraftModel,
): {
  readonly facts: Facts;
  readonly change: (facts: Facts) => void;
  readonly kept: () => Promise<boolean>;
} {
  const [facts, setFacts] = useState(draft.facts);
  const keeping = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(facts);
  const change = (next: Facts): void => {
    setFacts(next);
    latest.current = next;
    show(dispatch.id, next);
    keeping.current = keeping.current.then(() => {
      // Of changes made while one is under way only the last is kept.
      return latest.current === next ? keep(draft.id, next) : true;
    });
  };
  return { facts, change, kept: () => keeping.current };
}

async function keep(draftId: string, facts: Facts): Promise<boolean> {
  const outcome = await call('draft.set-facts', { draftId, facts });
  if (!outcome.ok) sayError(outcome.error);
  return outcome.ok;
}

/** The checks read what will be carried where the rest of the window reads it. */
function show(dispatchId: string, facts: Facts): void {
  queryClient.setQueryData<DispatchModel>(keys.dispatch(dispatchId), (known) =>
    known?.draft == null ? known : { ...known, draft: { ...known.draft, facts } },
  );
}
