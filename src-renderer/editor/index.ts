export { DraftEditor } from './DraftEditor';
export { PublishedTake } from './PublishedTake';
export { flushDrafts, forgetDraft } from './open-drafts';
export type {
  DraftEditorProps,
  DraftHandle,
  PublishedTakeProps,
  SaveState,
  WordSelection,
} from './types';
