import {
  dropDelivery,
  postponeDelivery,
  removeDeliveryFolder,
  retryDeliveries,
  saveDeliveryFolder,
  settleDelivery,
} from './commands/deliveries';
import { createDispatch, setDetails } from './commands/dispatches';
import { checkpointDraft, discardDraft, journalSteps, startDraft } from './commands/drafts';
import {
  restoreDraft,
  scheduleDraft,
  setDraftBase,
  setDraftFacts,
  setDraftTypography,
} from './commands/draft-facts';
import { replaceEverywhere, undoReplace } from './find/replace-everywhere';
import { findEverywhere } from './find/find-everywhere';
import { findInTexts } from './find/find-in-texts';
import { dropDiscarded } from './commands/drop-discarded';
import { setEmbargo } from './commands/embargo';
import { recordExport, recordExports } from './commands/exports';
import { importDispatches } from './commands/import';
import { importNotes } from './commands/import-notes';
import {
  importLibrary,
  readLibraryEntries,
  removeLibraryEntry,
  saveLibraryEntry,
} from './commands/library';
import { importTemplates, readTemplates, removeTemplate, saveTemplate } from './commands/templates';
import { createNote, editNote, reattachNote, replyToNote, setNoteState } from './commands/notes';
import { addPicture, dropUnusedPictures } from './commands/pictures';
import { publishDraft } from './commands/publish';
import { restoreDispatch } from './commands/restore';
import { acknowledgeRecovery, closeSession, openSession } from './commands/sessions';
import { noteVerified } from './commands/verified';
import { setStamp } from './commands/stamps';
import { setPersons } from './commands/persons';
import { addSubject, loadTopics, removeSubject, setSubjects } from './commands/topics';
import { takeUpUndo } from './commands/undo';
import { searchTopics } from './queries/topics';
import { noteWatchedFiles, readWatchedFiles, readWireIn, setWireIn } from './commands/wire-in';
import { nextDelivery, readDeliveries, readDueDeliveries } from './queries/deliveries';
import { leaveFinding, readLeft } from './commands/left';
import {
  compareWithWords,
  readDraftRows,
  readPicturesOf,
  readStandings,
  readWords,
} from './queries/backed-up';
import { bringBackDispatch } from './commands/bring-back';
import { compareStates } from './queries/compare';
import { findDispatchIds, readDispatch, readOriginalBytes } from './queries/dispatch';
import { readDraftMerge } from './queries/draft-merge';
import { readStepsSince } from './queries/draft-steps';
import { readBundleRows } from './queries/bundle';
import { listPublishedIds, readExchangeFacts } from './queries/exchange';
import { findNotes, listOpenNotes, readNote } from './queries/notes';
import { readLife } from './queries/life';
import { readHistory, readProvableRecord } from './queries/history';
import { readPicture } from './queries/pictures';
import { verifyRecord } from './verify/verify-record';
import { findSimilar, searchArchive, searchBySets } from './queries/search';
import { countNew, countSearch } from './queries/search-count';
import {
  readSavedSearches,
  removeSavedSearch,
  saveSearch,
  seeSavedSearch,
} from './commands/saved-searches';
import { buildIndex, readIndexProgress, resetIndex } from './search/progress';
import { completions } from './search/suggest';
import { readDraftVersions, readState } from './queries/states';
import { readDiscarded } from './queries/discarded';
import { readDueDrafts } from './queries/due-drafts';
import { readArchiveFile, readFacts, readRecoveredDrafts } from './queries/status';
import { countDays, readDay } from './queries/time-line';
import { countWire, listWire } from './queries/wire';
import { traceTake } from './trace/trace-take';

/** Everything that writes, each one transaction, run in the writer's thread. */
export const commands = {
  openSession,
  closeSession,
  acknowledgeRecovery,
  noteVerified,
  createDispatch,
  setDetails,
  startDraft,
  journalSteps,
  checkpointDraft,
  takeUpUndo,
  discardDraft,
  dropDiscarded,
  replaceEverywhere,
  undoReplace,
  publishDraft,
  setDraftFacts,
  setDraftTypography,
  scheduleDraft,
  setDraftBase,
  restoreDraft,
  setStamp,
  setEmbargo,
  recordExport,
  recordExports,
  importDispatches,
  restoreDispatch,
  bringBackDispatch,
  createNote,
  editNote,
  setNoteState,
  reattachNote,
  replyToNote,
  importNotes,
  saveLibraryEntry,
  removeLibraryEntry,
  importLibrary,
  saveTemplate,
  removeTemplate,
  importTemplates,
  saveSearch,
  seeSavedSearch,
  removeSavedSearch,
  leaveFinding,
  resetIndex,
  buildIndex,
  saveDeliveryFolder,
  removeDeliveryFolder,
  settleDelivery,
  postponeDelivery,
  retryDeliveries,
  dropDelivery,
  setWireIn,
  noteWatchedFiles,
  loadTopics,
  setSubjects,
  setPersons,
  addSubject,
  removeSubject,
  addPicture,
  dropUnusedPictures,
} as const;

/** Everything that only reads, run in a reader's thread. */
export const queries = {
  readFacts,
  readArchiveFile,
  readRecoveredDrafts,
  listWire,
  countWire,
  readDispatch,
  findDispatchIds,
  readNote,
  findNotes,
  listOpenNotes,
  readOriginalBytes,
  readHistory,
  readLife,
  readProvableRecord,
  verifyRecord,
  readState,
  readDraftVersions,
  compareStates,
  readDraftMerge,
  readDiscarded,
  findEverywhere,
  findInTexts,
  readDueDrafts,
  readStepsSince,
  searchArchive,
  searchBySets,
  countSearch,
  countNew,
  countDays,
  readDay,
  findSimilar,
  completions,
  readLibraryEntries,
  readTemplates,
  readSavedSearches,
  readLeft,
  readIndexProgress,
  traceTake,
  readExchangeFacts,
  listPublishedIds,
  readBundleRows,
  readDraftRows,
  readPicturesOf,
  readStandings,
  readWords,
  compareWithWords,
  readDeliveries,
  readDueDeliveries,
  nextDelivery,
  readWireIn,
  readWatchedFiles,
  searchTopics,
  readPicture,
} as const;

export type CommandName = keyof typeof commands;
export type QueryName = keyof typeof queries;

type Operation = (db: never, input: never) => unknown;
type InputOf<F extends Operation> =
  Parameters<F> extends [unknown, infer Input] ? Input : Record<string, never>;

export type CommandInput<N extends CommandName> = InputOf<(typeof commands)[N]>;
export type CommandOutput<N extends CommandName> = ReturnType<(typeof commands)[N]>;
export type QueryInput<N extends QueryName> = InputOf<(typeof queries)[N]>;
export type QueryOutput<N extends QueryName> = ReturnType<(typeof queries)[N]>;
