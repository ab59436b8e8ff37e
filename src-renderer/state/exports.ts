import { create } from 'zustand';
import type { AppError } from '@contract/errors';
import type { EventOf } from '@contract/events';
import type { ExportFormat, ExportReport, ExportScope } from '@contract/exchange';
import { call } from '../bridge/bridge';
import { showDialog } from './desk';
import { knownPreferences } from './queries';

/** An export under way, and what the last one came to. */
export type Exports = {
  readonly running: boolean;
  readonly progress: EventOf<'export-progress'> | null;
  readonly report: ExportReport | null;
  readonly error: AppError | null;
  /** The format last chosen in this window; null while the preferred one holds. */
  readonly format: ExportFormat | null;
  /** The search whose dispatches are to be exported; empty where none is. */
  readonly query: string;
};

/** The state of exporting. */
export const useExports = create<Exports>()(() => ({
  running: false,
  progress: null,
  report: null,
  error: null,
  format: null,
  query: '',
}));

/** The format an export is made in: the one last chosen in this window, else the preferred one. */
export function formatNow(): ExportFormat {
  const { format } = useExports.getState();
  return format ?? knownPreferences()?.preferences.exportFormat ?? 'html';
}

/** Takes note of the format a person chose. */
export function chooseFormat(format: ExportFormat): void {
  useExports.setState({ format, report: null, error: null });
}

/** Opens the export of what a search finds. */
export function exportDispatches(query: string): void {
  useExports.setState({ query });
  showDialog('export');
}

/** Forgets what the last export came to, and of what search it was. */
export function forgetExport(): void {
  useExports.setState({ report: null, error: null, query: '' });
}

/** Asks where to, and exports; what came of it is in the state. */
export async function runExport(scope: ExportScope): Promise<void> {
  const { running } = useExports.getState();
  const format = formatNow();
  if (running) return;
  useExports.setState({ running: true, progress: null, report: null, error: null });
  const outcome = await call('export.run', { scope, format });
  const cancelled = !outcome.ok && outcome.error.code === 'cancelled';
  useExports.setState({
    running: false,
    progress: null,
    report: outcome.ok ? outcome.value : null,
    error: outcome.ok || cancelled ? null : outcome.error,
  });
}

/** Stops the export under way; files already written stay. */
export function cancelExport(): void {
  void call('export.cancel', {});
}
