import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import type { StateRef } from '../contract/record';
import { err, ok, type Result } from '../domain/result';

/** A state of a dispatch as it is named at the command line. */
export type StateName =
  | { readonly is: 'take'; readonly ordinal: number }
  | { readonly is: 'instant'; readonly at: number }
  | { readonly is: 'draft'; readonly version: number | null };

/** An instant of ISO 8601 with its zone: without one, nobody could say which instant it is. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The state a name means: a take by its ordinal (`2`), the story at an instant (ISO 8601 with `Z`
 * or an offset), `draft`, or a kept version of it (`draft@12`); undefined for anything else.
 */
export function parseStateName(name: string): StateName | undefined {
  if (/^[1-9]\d{0,5}$/.test(name)) return { is: 'take', ordinal: Number(name) };
  const draft = /^draft(?:@(\d{1,9}))?$/.exec(name);
  if (draft !== null) {
    return { is: 'draft', version: draft[1] === undefined ? null : Number(draft[1]) };
  }
  const at = instantOf(name);
  return at.ok ? { is: 'instant', at: at.value } : undefined;
}

/** The instant (ms) an ISO 8601 text with its zone means. */
export function instantOf(text: string): Result<number, AppError> {
  const at = instant.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? err(appError('validation', 'instant')) : ok(at);
}

/** What a state's name means in a dispatch; `not-found` what the dispatch does not have. */
export function stateNamed(dispatch: DispatchModel, name: StateName): Result<StateRef, AppError> {
  switch (name.is) {
    case 'take': {
      const take = dispatch.takes.find(({ ordinal }) => ordinal === name.ordinal);
      if (take === undefined) return err(appError('not-found', 'take'));
      return ok({ of: 'take', takeId: take.id });
    }
    case 'instant':
      return ok({ of: 'story-at', dispatchId: dispatch.id, at: name.at });
    case 'draft':
      if (dispatch.draft === null) return err(appError('not-found', 'draft'));
      return ok({ of: 'draft', draftId: dispatch.draft.id, version: name.version });
  }
}
