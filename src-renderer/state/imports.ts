import { create } from 'zustand';
import type { ImportReport } from '@contract/models';
import type { EventOf } from '@contract/events';
import { call, importDropped, type Outcome } from '../bridge/bridge';
import { openDispatch, useDesk } from './desk';
import { refresh } from './queries';
import { sayError } from './toasts';

/** An import under way, and the report of the last one. */
export type Imports = {
  readonly running: boolean;
  readonly startedAt: number;
  readonly progress: EventOf<'import-progress'> | null;
  readonly cancelling: boolean;
  readonly report: ImportReport | null;
};

/** The state of importing. */
export const useImports = create<Imports>()(() => ({
  running: false,
  startedAt: 0,
  progress: null,
  cancelling: false,
  report: null,
}));

/** Imports files the person chooses. */
export function chooseImport(): Promise<void> {
  return run(() => call('import.choose', {}));
}

/** Imports a text. */
export function importText(text: string, name: string): Promise<void> {
  return run(() => call('import.text', { text, name }));
}

/** Imports files dropped on the window. */
export function importFiles(files: readonly File[]): Promise<void> {
  return run(() => importDropped(files));
}

/** Imports the files the workstation was opened with, if any wait. */
export function importOpened(): Promise<void> {
  return run(() => call('import.opened', {}));
}

/** Stops the import under way; what was added stays. */
export function cancelImport(): void {
  useImports.setState({ cancelling: true });
  void call('import.cancel', {});
}

/** Takes note of how far an import is, also one begun by main. */
export function importProgressed(progress: EventOf<'import-progress'>): void {
  const { running } = useImports.getState();
  useImports.setState({
    progress,
    ...(!running && { running: true, startedAt: Date.now(), report: null }),
  });
}

/** Shows the report of an import; a single new dispatch is opened. */
export function importEnded(report: ImportReport): void {
  useImports.setState({ running: false, cancelling: false, progress: null, report });
  refresh([]);
  const added = report.items.filter((item) => item.outcome.is === 'added');
  const only = added[0]?.outcome;
  if (added.length === 1 && only?.is === 'added') {
    useDesk.setState({ mode: 'wire' });
    openDispatch(only.dispatchId);
  }
}

/** Takes the report away. */
export function dismissReport(): void {
  useImports.setState({ report: null });
}

async function run(start: () => Promise<Outcome<'import.choose'>>): Promise<void> {
  if (useImports.getState().running) return;
  useImports.setState({ startedAt: Date.now(), progress: null, cancelling: false });
  const outcome = await start();
  if (outcome.ok) {
    importEnded(outcome.value);
    return;
  }
  useImports.setState({ running: false, cancelling: false, progress: null });
  sayError(outcome.error);
}
