import { useEffect, useEffectEvent } from 'react';
import type { DispatchModel, DraftModel } from '@contract/models';
import { propose, type Proposal } from '@domain/record/proposal';
import { useLiveDraft } from '../../state/draft';
import { storyTakes } from '../../state/story';

type Facts = DraftModel['facts'];

/** What was last proposed for each draft: a person's own words are never replaced. */
const proposed = new Map<string, Proposal>();

/**
 * Fills in what the draft changes when the sheet opens, where nothing is said yet or what stands
 * there was proposed before.
 */
export function useProposal(
  dispatch: DispatchModel,
  draft: DraftModel,
  facts: Facts,
  change: (facts: Facts) => void,
): void {
  const corrects = facts.carries.of === 'correction' ? facts.carries.corrects : '';
  const fill = useEffectEvent(() => {
    // Not the document the window was last told of: that one may be a frame behind the keys.
    const document = useLiveDraft.getState().handle?.document();
    if (document === undefined) return;
    const next = propose({
      kind: draft.kind,
      language: dispatch.language,
      carries: facts.carries,
      published: storyTakes(dispatch.takes),
      draft: document,
    });
    const filled = filledIn(facts, next, proposed.get(draft.id));
    proposed.set(draft.id, next);
    if (filled !== null) change(filled);
  });
  useEffect(() => fill(), [draft.id, corrects]);
}

/** The facts with a proposal in the places that are free for it; null when that changes nothing. */
function filledIn(facts: Facts, next: Proposal, last: Proposal | undefined): Facts | null {
  const free = (value: string, name: keyof Proposal): boolean =>
    value === '' || value === last?.[name];
  const { advisoryLine, carries } = facts;
  const line = free(advisoryLine, 'advisoryLine') ? next.advisoryLine : advisoryLine;
  if (carries.of !== 'correction') {
    return line === advisoryLine ? null : { ...facts, advisoryLine: line };
  }
  const { wrong, right } = carries;
  const nextCarries = {
    ...carries,
    wrong: free(wrong, 'wrong') ? next.wrong : wrong,
    right: free(right, 'right') ? next.right : right,
  };
  const same = line === advisoryLine && nextCarries.wrong === wrong && nextCarries.right === right;
  return same ? null : { advisoryLine: line, carries: nextCarries };
}
