export {
  allCommitted,
  closeGroup,
  isUndoing,
  redo,
  restoring,
  undo,
  undoableOf,
  undoPlugin,
} from './plugin';
export { readKept, UndoKeeper, type StoredUndo, type UndoChange } from './keeper';
