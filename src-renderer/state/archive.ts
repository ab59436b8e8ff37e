import { call } from '../bridge/bridge';
import { flushDraft } from './draft';
import { stopMarking, useDesk } from './desk';
import { forgetArchive } from './queries';
import { say, sayError } from './toasts';

/** Ways of getting an archive open. */
export type ArchiveOpening =
  | 'archive.retry'
  | 'archive.choose'
  | 'archive.create'
  | 'archive.open-sample'
  | 'archive.open-own'
  | 'archive.open-original'
  | 'archive.make-own'
  | 'archive.bring-home';

/** Opens an archive. The draft on screen is saved first; if it cannot be, nothing is opened. */
export async function openArchive(how: ArchiveOpening): Promise<void> {
  if (!(await flushDraft())) {
    say('toast.not-flushed');
    return;
  }
  const outcome = await call(how, {});
  if (!outcome.ok) {
    sayError(outcome.error);
    if (how === 'archive.retry') forgetArchive();
    return;
  }
  useDesk.setState({
    dispatchId: null,
    chosen: false,
    mode: 'wire',
    wireView: 'all',
    activeNoteId: null,
    selection: null,
    composing: null,
  });
  stopMarking();
  forgetArchive();
}
