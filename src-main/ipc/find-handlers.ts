import type { AppError } from '../contract/errors';
import type { Result } from '../domain/result';
import { onArchive, type Some } from './asking';
import type { ShellPorts } from './ports';

type Advanced = { readonly drafts: readonly { readonly id: string; readonly version: number }[] };

/** Finding and replacing in many texts; every window hears which drafts advanced. */
export function findHandlers(ports: ShellPorts): Some<'find'> {
  const telling = async <T extends Advanced>(
    windowId: number,
    outcome: Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const done = await outcome;
    for (const { id, version } of done.ok ? done.value.drafts : []) {
      ports.windows.tellOthers(windowId, 'draft-advanced', { draftId: id, version });
    }
    return done;
  };
  return {
    'find.everywhere': async (request, { windowId }) => {
      // What was typed a moment ago in another window is looked through too.
      await ports.windows.flushOthers(windowId);
      return onArchive(ports, ({ find }) => find.everywhere(request));
    },
    'find.in-texts': (request) => onArchive(ports, ({ find }) => find.inTexts(request)),
    'find.replace': (request, { windowId }) =>
      telling(
        windowId,
        onArchive(ports, ({ find }) => find.replace(request)),
      ),
    'find.undo-replace': (request, { windowId }) =>
      telling(
        windowId,
        onArchive(ports, ({ find }) => find.undoReplace(request)),
      ),
  };
}
