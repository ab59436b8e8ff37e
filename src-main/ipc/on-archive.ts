import type { AppError } from '../contract/errors';
import { ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { servicesOf } from '../services/workspace';
import type { ShellPorts } from './ports';
import type { Handlers } from './router';

/** The handlers of the channels that begin with a name. */
export type Some<Prefix extends string> = {
  readonly [C in keyof Handlers as C extends `${Prefix}.${string}` ? C : never]: Handlers[C];
};

/** Calls a use case of the open archive, or answers why there is none. */
export async function onArchive<T>(
  ports: ShellPorts,
  use: (services: Services) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const services = servicesOf(ports.workspace());
  return services.ok ? use(services.value) : services;
}

/** An outcome whose value says nothing, as the empty answer. */
export async function nothing(
  outcome: Promise<Result<unknown, AppError>>,
): Promise<Result<Record<string, never>, AppError>> {
  const done = await outcome;
  return done.ok ? ok({}) : done;
}
