import { useEffect, useRef } from 'react';
import type { ArchiveStatus } from '@contract/models';
import { DropTarget } from '../features/imports/DropTarget';
import { ImportPanel } from '../features/imports/ImportPanel';
import { usePasteImport } from '../features/imports/usePasteImport';
import { MarginPane } from '../features/margin/MarginPane';
import { RecoveryBar } from '../features/recovery/RecoveryBar';
import { SampleBar } from '../features/recovery/SampleBar';
import { SearchPane } from '../features/search/SearchPane';
import { headlineOf } from '../features/sheet/model';
import { Sheet } from '../features/sheet/Sheet';
import { StatusBar } from '../features/status/StatusBar';
import { WirePane } from '../features/wire/WirePane';
import { CommandContext } from '../state/commands';
import { openDispatch, setPanes, useDesk } from '../state/desk';
import { useLiveDraft } from '../state/draft';
import { useDispatch, useWire } from '../state/queries';
import { useLocale } from '../ui/i18n/Locale';
import { Splitter } from '../ui/Splitter';
import { Dialogs } from './Dialogs';
import { TopBar } from './TopBar';
import { useCommands } from './useMainEvents';
import styles from './App.module.css';

type OpenArchive = Extract<ArchiveStatus, { state: 'open' }>;

const drawn = { wire: 300, search: 480, margin: 324 };

/** The desk: the wire or the search, the sheet, the margin. */
export function Desk({ archive }: { readonly archive: OpenArchive }) {
  const run = useCommands(true);
  usePasteImport();
  useFirstDispatch();
  return (
    <CommandContext value={run}>
      <div className={styles['desk']}>
        <TopBar />
        {archive.sample && <SampleBar />}
        {archive.recovered.length > 0 && <RecoveryBar archive={archive} />}
        <Panes />
        <StatusBar archiveName={archive.name} />
      </div>
      <WindowTitle />
      <ImportPanel />
      <DropTarget />
      <Dialogs />
    </CommandContext>
  );
}

function Panes() {
  const { t } = useLocale();
  const sheet = useRef<HTMLDivElement>(null);
  const { wireOpen, marginOpen, marginWidth } = useDesk();
  return (
    <div className={styles['panes']}>
      {wireOpen && <LeftPane />}
      <main data-pane="sheet" aria-label={t('pane.sheet')} className={styles['sheet']}>
        <Sheet sheet={sheet} />
      </main>
      {marginOpen && (
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

/** The wire, or what the search found. */
function LeftPane() {
  const { t } = useLocale();
  const { mode, wireWidth, searchWidth } = useDesk();
  const searching = mode === 'search';
  const width = searching ? searchWidth : wireWidth;
  return (
    <section
      data-pane="wire"
      aria-label={t(searching ? 'pane.search' : 'pane.wire')}
      className={styles['wire']}
      style={{ width }}
    >
      {searching ? <SearchPane /> : <WirePane />}
      <Splitter
        label={t('pane.resize-wire')}
        side="before"
        width={width}
        least={220}
        most={720}
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
    if (!chosen && dispatchId === null && first !== undefined) openDispatch(first);
  }, [first]);
}
