export { bareSurface } from './bare';
export { DraftEditor } from './DraftEditor';
export { PublishedTake } from './PublishedTake';
export { draftAdvanced, flushDrafts, forgetDraft } from './open-drafts';
export { blocksOfUnmarked, markWords } from './plugins/notes';
export { useUnsavedElsewhere } from './unsaved';
export { allowQuotations } from './quotation-guard';
export { droppedKinds, type Dropped } from './paste/dropped';
export type { StyleEvents } from './plugins/style-marks';
export type {
  DraftEditorProps,
  DraftHandle,
  PublishedTakeProps,
  SaveState,
  WordSelection,
} from './types';
