import type { DispatchModel, TakeModel } from '@contract/models';
import { headlineText } from '../../state/headline';
import { kindsThatMayFollow, type TakeKind } from '@domain/record/take';

/** The headline of a dispatch, and the take it stands in. */
export type Headline = { readonly text: string; readonly takeId: string | null };

/**
 * The headline the sheet stands under: of the newest take that tells the whole story, a writethru
 * or the report, and has one.
 */
export function headlineOf(takes: readonly TakeModel[]): Headline {
  const whole = takes.filter((take) => take.kind === 'report' || take.kind === 'writethru');
  for (const take of whole.toReversed()) {
    const text = headlineText(take.document);
    if (text !== '') return { text, takeId: take.id };
  }
  return { text: '', takeId: null };
}

/** The kinds of take that may be appended now; none while a draft is open. */
export function appendable(dispatch: DispatchModel): readonly TakeKind[] {
  if (dispatch.draft !== null) return [];
  return kindsThatMayFollow(dispatch.takes.map((take) => take.kind));
}
