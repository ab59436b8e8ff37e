import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import { err, type Result } from '../domain/result';
import type { Services } from '../services';

/** What a command gives: for programs, for people, and what went wrong on the way. */
export type Outcome = {
  readonly json: unknown;
  readonly text: string;
  /** Sentences for standard error; any makes the exit code 1. */
  readonly problems: readonly string[];
};

/** A command under way. */
export type Performed = Promise<Result<Outcome, AppError>>;

/** The dispatch whose id begins with what was given, if that is one only. */
export async function dispatchOf(
  services: Services,
  given: string,
): Promise<Result<DispatchModel, AppError>> {
  const found = await services.dispatches.find(given);
  if (!found.ok) return found;
  const [id, second] = found.value;
  if (id === undefined || given === '') return err(appError('not-found', 'dispatch'));
  if (second !== undefined) return err(appError('validation', 'id-not-unique'));
  return services.dispatches.get({ id });
}
