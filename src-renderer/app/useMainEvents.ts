import { useEffect, useMemo, useRef } from 'react';
import { call } from '../bridge/bridge';
import { useEvent } from '../bridge/useEvent';
import { refreshBackups } from '../state/backups';
import { queryClient } from '../state/client';
import { refreshDeliveries } from '../state/deliveries';
import type { RunCommand } from '../state/commands';
import { draftAdvanced, flushDrafts } from '../editor';
import { importOpened } from '../state/imports';
import { openAsItRead, openDispatch, useDesk } from '../state/desk';
import { refreshLibrary } from '../state/library';
import { refreshTemplates } from '../state/templates';
import { keys, refresh, usePreferences } from '../state/queries';
import { draftEnded } from '../state/windows';
import { useLocale } from '../ui/i18n/Locale';
import { runCommand } from './commands';
import { useChangedShortcuts } from './useChangedShortcuts';

/** A burst of changes is read once. */
const burst = 120;

/** Does what main asks: commands of the menu, saving before the window goes, reading what changed. */
export function useMainEvents(archiveIsOpen: boolean): void {
  const run = useCommands(archiveIsOpen);
  useChangedShortcuts(usePreferences().data?.preferences.keymap, run);
  useEvent('command', ({ id }) => run(id));
  useEvent('flush', ({ token }) => {
    void flushDrafts().then((clean) => call('window.flushed', { token, clean }));
  });
  useEvent('preferences-changed', () => {
    void queryClient.invalidateQueries({ queryKey: keys.preferences });
  });
  useEvent('draft-advanced', ({ draftId, version }) => draftAdvanced(draftId, version));
  useEvent('draft-ended', draftEnded);
  useEvent('recovery-acknowledged', () => {
    void queryClient.invalidateQueries({ queryKey: keys.status });
  });
  useEvent('backups-changed', refreshBackups);
  useEvent('archive-verified', () => {
    void queryClient.invalidateQueries({ queryKey: keys.status });
  });
  useEvent('library-changed', refreshLibrary);
  useEvent('templates-changed', refreshTemplates);
  useEvent('deliveries-changed', refreshDeliveries);
  useEvent('schedule-missed', () => {
    void queryClient.invalidateQueries({ queryKey: keys.missed });
  });
  useLinks();
  useRefresh();
  useFlushWhenLeft();
}

/** The commands of the window, in its language. */
export function useCommands(archiveIsOpen: boolean): RunCommand {
  const locale = useLocale();
  return useMemo<RunCommand>(
    () => (id) => runCommand(id, { locale, archiveIsOpen }),
    [locale, archiveIsOpen],
  );
}

/** Opens what a link leads to, and files, also those the workstation was started with. */
function useLinks(): void {
  useEffect(() => {
    void followLink();
    void importOpened();
  }, []);
  useEvent('open-files', () => void importOpened());
  useEvent('open-link', () => void followLink());
}

async function followLink(): Promise<void> {
  const outcome = await call('window.take-link', {});
  if (!outcome.ok || outcome.value.link === null) return;
  const { dispatchId, at } = outcome.value.link;
  useDesk.setState({ mode: 'wire' });
  if (at === null) openDispatch(dispatchId);
  else openAsItRead(dispatchId, at);
}

function useRefresh(): void {
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEvent('dispatches-changed', ({ ids }) => {
    for (const id of ids) changed.current.add(id);
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      refresh([...changed.current]);
      changed.current.clear();
    }, burst);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** What is unsaved is sent at once when the person turns to something else. */
function useFlushWhenLeft(): void {
  useEffect(() => {
    const flush = (): void => void flushDrafts();
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    globalThis.addEventListener('blur', flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      globalThis.removeEventListener('blur', flush);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);
}
