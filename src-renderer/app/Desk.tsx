import { useEffect, useMemo, useRef } from 'react';
import type { ArchiveStatus } from '@contract/models';
import { Tour } from '../features/help/Tour';
import { DropTarget } from '../features/imports/DropTarget';
import { ImportPanel } from '../features/imports/ImportPanel';
import { usePasteImport } from '../features/imports/usePasteImport';
import { MarginPane } from '../features/margin/MarginPane';
import { MissedBar } from '../features/publish/MissedBar';
import { AccessBar } from '../features/recovery/AccessBar';
import { DamageBar } from '../features/recovery/DamageBar';
import { MendedBar } from '../features/recovery/MendedBar';
import { RecoveryBar } from '../features/recovery/RecoveryBar';
import { SafeBar } from '../features/recovery/SafeBar';
import { SampleBar } from '../features/recovery/SampleBar';
import { SearchPane } from '../features/search/SearchPane';
import { headlineOf } from '../features/sheet/model';
import { Sheet } from '../features/sheet/Sheet';
import { StatusBar } from '../features/status/StatusBar';
import { TracePane } from '../features/trace/TracePane';
import { WirePane } from '../features/wire/WirePane';
import { useReadOnly } from '../state/access';
import { CommandContext } from '../state/commands';
import { openDispatch, setPanes, useDesk, useDeskParts } from '../state/desk';
import { useLiveDraft } from '../state/draft';
import { useDispatch, useWire } from '../state/queries';
import { sayError } from '../state/toasts';
import { useErrorText } from '../ui/errorText';
import { useLocale } from '../ui/i18n/Locale';
import { Splitter } from '../ui/Splitter';
import { NoWritingContext, type NoWriting } from '../ui/Writing';
import { isSafeMode } from '../state/windows';
import { Dialogs } from './Dialogs';
import { TopBar } from './TopBar';
import { useEscapeFromFocusMode } from './useEscapeFromFocusMode';
import { useCommands } from './useMainEvents';
import styles from './App.module.css';

type OpenArchive = Extract<ArchiveStatus, { state: 'open' }>;

const drawn = { wire: 300, search: 800, margin: 324 };
const most = { wire: 720, search: 1200 };

/** The desk: the wire or the search, the sheet, the margin. */
export function Desk({ archive }: { readonly archive: OpenArchive }) {
  const run = useCommands(true);
  usePasteImport();
  useFirstDispatch();
  return (
    <CommandContext value={run}>
      <NoWritingContext value={useNoWritingHere()}>
        <div className={styles['desk']}>
          <TopBar />
          <AccessBar access={archive.access} />
          {archive.sample && <SampleBar />}
          <DamageBar verified={archive.verified} />
          <MendedBar />
          <SafeBar />
          {archive.recovered.length > 0 && <RecoveryBar archive={archive} />}
          <MissedBar />
          <Panes />
          <StatusBar archiveName={archive.name} clockBehind={archive.clockBehind} />
        </div>
        <WindowTitle />
        <ImportPanel />
        <DropTarget />
        <Tour />
        <Dialogs />
      </NoWritingContext>
    </CommandContext>
  );
}

/** What controls that write say where the archive can only be read. */
function useNoWritingHere(): NoWriting | null {
  const error = useReadOnly();
  const text = useErrorText();
  return useMemo(
    () => (error === undefined ? null : { why: text(error), explain: () => sayError(error) }),
    [error, text],
  );
}

function Panes() {
  const { t } = useLocale();
  const sheet = useRef<HTMLDivElement>(null);
  const { wireOpen, marginOpen, focusMode, marginWidth } = useDeskParts(
    'wireOpen',
    'marginOpen',
    'focusMode',
    'marginWidth',
  );
  useEscapeFromFocusMode();
  return (
    <div className={styles['panes']} data-focus-mode={focusMode ? '' : undefined}>
      {wireOpen && !focusMode && <LeftPane />}
      <main data-pane="sheet" aria-label={t('pane.sheet')} className={styles['sheet']}>
        <Sheet sheet={sheet} />
      </main>
      {marginOpen && !focusMode && (
        <aside
          data-pane="margin"
          aria-label={t('pane.margin')}
          className={styles['margin']}
          style={{ width: marginWidth }}
        >
          <MarginPane sheet={sheet} />
          <Splitter
            label={t('pane.resize-margin')}
            side="after"
            width={marginWidth}
            least={240}
            most={520}
            drawn={drawn.margin}
            onChange={(width) => setPanes({ marginWidth: width })}
          />
        </aside>
      )}
    </div>
  );
}

const paneNames = { wire: 'pane.wire', search: 'pane.search', trace: 'trace.title' } as const;

/** The wire, or what a search or a trace found. */
function LeftPane() {
  const { t } = useLocale();
  const { mode, wireWidth, searchWidth } = useDeskParts('mode', 'wireWidth', 'searchWidth');
  // What was found stands in the same room, whatever found it.
  const searching = mode !== 'wire';
  const width = searching ? searchWidth : wireWidth;
  return (
    <section
      data-pane="wire"
      aria-label={t(paneNames[mode])}
      className={styles['wire']}
      style={{ width }}
    >
      {mode === 'wire' && <WirePane />}
      {mode === 'search' && <SearchPane />}
      {mode === 'trace' && <TracePane />}
      <Splitter
        label={t('pane.resize-wire')}
        side="before"
        width={width}
        least={220}
        most={searching ? most.search : most.wire}
        drawn={searching ? drawn.search : drawn.wire}
        onChange={(next) => setPanes(searching ? { searchWidth: next } : { wireWidth: next })}
      />
    </section>
  );
}

/** Calls the window after its dispatch, where the system lists its windows. */
function WindowTitle() {
  const { t } = useLocale();
  const { data: dispatch } = useDispatch(useDesk((desk) => desk.dispatchId));
  const typed = useLiveDraft((live) => live.document?.firstChild?.textContent ?? '');
  const takes = dispatch?.takes ?? [];
  const name = [dispatch?.slug, headlineOf(takes).text, typed].find((words) => words);
  useEffect(() => {
    document.title = name === undefined ? t('app.name') : t('window.title', { name });
  }, [name, t]);
  return null;
}

/** At the start the newest dispatch lies on the sheet. */
function useFirstDispatch(): void {
  const { data } = useWire('all');
  const first = data?.pages[0]?.rows[0]?.id;
  useEffect(() => {
    const { chosen, dispatchId } = useDesk.getState();
    // What the window showed may be what it died of: nothing is opened by itself then.
    if (isSafeMode()) return;
    if (!chosen && dispatchId === null && first !== undefined) openDispatch(first);
  }, [first]);
}
