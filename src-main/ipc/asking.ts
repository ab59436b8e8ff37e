import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { readText, saveFile } from '../services/files';
import { servicesOf } from '../services/workspace';
import type { ShellPorts } from './ports';
import type { Handlers } from './router';

/** The person thought better of it. */
export const cancelled = err(appError('cancelled'));

/** The handlers of the channels whose names begin so. */
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

/** Asks where to save a file, and saves it there. */
export async function saveAs(
  ports: ShellPorts,
  windowId: number,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ path: string }, AppError>> {
  const path = await ports.ask.placeForFile(windowId, name);
  if (path === null) return cancelled;
  const saved = await saveFile(path, bytes);
  return saved.ok ? ok({ path }) : saved;
}

/** Asks for a file, and reads it; refused for the reason `tooLarge` where it has more bytes than `most`. */
export async function readAsked(
  ports: ShellPorts,
  windowId: number,
  what: 'notes' | 'library' | 'templates' | 'preferences',
  most: number,
  tooLarge: string,
): Promise<Result<string, AppError>> {
  const path = await ports.ask.fileToRead(windowId, what);
  return path === null ? cancelled : readText(path, most, tooLarge);
}
