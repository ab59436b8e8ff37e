import { useEffect } from 'react';
import { CompareDialog } from '../features/compare/CompareDialog';
import { MergeDialog } from '../features/compare/MergeDialog';
import { FoldersDialog } from '../features/deliveries/FoldersDialog';
import { ExportDialog } from '../features/exports/ExportDialog';
import { FindEverywhereDialog } from '../features/find/FindEverywhereDialog';
import { HelpDialog } from '../features/help/HelpDialog';
import { LicencesDialog } from '../features/help/LicencesDialog';
import { PasteDialog } from '../features/imports/PasteDialog';
import { LibraryDialog } from '../features/library/LibraryDialog';
import { CommandPalette } from '../features/palette/CommandPalette';
import { OpenQuickly } from '../features/palette/OpenQuickly';
import { PreferencesDialog } from '../features/preferences/PreferencesDialog';
import { DiscardDialog } from '../features/publish/DiscardDialog';
import { EmbargoDialog } from '../features/publish/EmbargoDialog';
import { ErrorChooser } from '../features/publish/ErrorChooser';
import { PublishSheet } from '../features/publish/PublishSheet';
import { StampDialog } from '../features/publish/StampDialog';
import { BackupsDialog } from '../features/recovery/BackupsDialog';
import { DiagnosticsDialog } from '../features/recovery/DiagnosticsDialog';
import { DiscardedDialog } from '../features/recovery/DiscardedDialog';
import { MakeOwnDialog } from '../features/recovery/MakeOwnDialog';
import { VerifyDialog } from '../features/recovery/VerifyDialog';
import { PastedDialog } from '../features/sheet/PastedDialog';
import { QuotationDialog } from '../features/sheet/QuotationDialog';
import { searchChosen } from '../features/search/store';
import { ShortcutSheet } from '../features/shortcuts/ShortcutSheet';
import { ChooseTemplate } from '../features/templates/ChooseTemplate';
import { TemplatesDialog } from '../features/templates/TemplatesDialog';
import { FoundSubject } from './FoundSubject';
import { PersonsDialog } from '../features/subjects/PersonsDialog';
import { SubjectsDialog } from '../features/subjects/SubjectsDialog';
import { LifeLineDialog } from '../features/time-line/LifeLineDialog';
import { TimeLineDialog } from '../features/time-line/TimeLineDialog';
import { enterSearch, showDialog, useDesk } from '../state/desk';
import { useDispatch } from '../state/queries';

/** The dialog that stands over the desk, if any. */
export function Dialogs() {
  const dialog = useDesk((desk) => desk.dialog);
  const { data: dispatch } = useDispatch(useDesk((desk) => desk.dispatchId));
  const takeId = useDesk((desk) => desk.dialogTakeId);
  const take = dispatch?.takes.find(({ id }) => id === takeId);
  const draft = dispatch?.draft ?? null;
  const aboutDraft = dialog === 'publish' || dialog === 'discard' || dialog === 'merge';
  useEffect(() => {
    // The draft it was about is gone, for instance published after all: the desk is free again.
    if (aboutDraft && dispatch !== undefined && draft === null) showDialog(null);
  }, [aboutDraft, dispatch, draft]);
  switch (dialog) {
    case 'quotation':
      return <QuotationDialog />;
    case 'preferences':
      return <PreferencesDialog />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'help':
      return <HelpDialog />;
    case 'licences':
      return <LicencesDialog />;
    case 'diagnostics':
      return <DiagnosticsDialog />;
    case 'verify':
      return <VerifyDialog />;
    case 'folders':
      return <FoldersDialog />;
    case 'backups':
      return <BackupsDialog />;
    case 'make-own':
      return <MakeOwnDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'pasted':
      return <PastedDialog />;
    case 'palette':
      return <CommandPalette />;
    case 'open-quickly':
      return <OpenQuickly />;
    case 'publish':
      return dispatch !== undefined && draft !== null ? (
        <PublishSheet dispatch={dispatch} draft={draft} />
      ) : null;
    case 'discard':
      return dispatch !== undefined && draft !== null ? (
        <DiscardDialog dispatch={dispatch} />
      ) : null;
    case 'find-everywhere':
      return <FindEverywhereDialog />;
    case 'discarded':
      return <DiscardedDialog />;
    case 'something-wrong':
      return dispatch === undefined ? null : <ErrorChooser dispatch={dispatch} />;
    case 'subjects':
      return dispatch === undefined ? null : <SubjectsDialog dispatch={dispatch} />;
    case 'persons':
      return dispatch === undefined ? null : <PersonsDialog dispatch={dispatch} />;
    case 'found-subject':
      return <FoundSubject />;
    case 'embargo':
      return dispatch === undefined ? null : <EmbargoDialog dispatch={dispatch} />;
    case 'stamp':
      return dispatch === undefined || take === undefined ? null : (
        <StampDialog key={take.id} dispatch={dispatch} take={take} />
      );
    case 'export':
      return <ExportDialog dispatch={dispatch ?? null} />;
    case 'library':
      return <LibraryDialog />;
    case 'templates':
      return <TemplatesDialog />;
    case 'new-from-template':
      return <ChooseTemplate into="dispatch" />;
    case 'draft-from-template':
      return <ChooseTemplate into="draft" />;
    case 'merge':
      return dispatch !== undefined && draft !== null ? (
        <MergeDialog key={draft.id} dispatch={dispatch} draft={draft} />
      ) : null;
    case 'compare':
      return <CompareDialog />;
    case 'time-line':
      return <TimeLineDialog onSearch={searchFor} />;
    case 'life-line':
      return dispatch === undefined ? null : <LifeLineDialog dispatch={dispatch} />;
    case null:
      return null;
  }
}

/** Searches the archive for a query, in place of what was searched before. */
function searchFor(query: string): void {
  showDialog(null);
  enterSearch();
  searchChosen(query);
}
