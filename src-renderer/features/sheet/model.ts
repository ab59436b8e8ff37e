import type { DispatchModel, TakeModel } from '@contract/models';
import type { NodeJson } from '@domain/document/json';
import { kindsThatMayFollow, type TakeKind } from '@domain/record/take';

/** The headline of a dispatch, and the take it stands in. */
export type Headline = { readonly text: string; readonly takeId: string | null };

/** The text of a document's headline; empty where it has none. */
export function headlineText(document: NodeJson): string {
  const headline = document.content?.find((node) => node.type === 'headline');
  return headline === undefined ? '' : textOf(headline).trim();
}

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

function textOf(node: NodeJson): string {
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
