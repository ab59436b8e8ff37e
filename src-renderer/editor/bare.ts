import type { SurfaceProps } from './types';

const nothing: readonly never[] = [];
const ignore = (): void => undefined;

/** What a surface is given that is only read: nothing is annotated or marked on it. */
export const bareSurface: Omit<SurfaceProps, 'label' | 'language'> = {
  notes: nothing,
  activeNoteId: null,
  searchMatchers: nothing,
  found: null,
  onNoteActivated: ignore,
  onNoteOpened: ignore,
  onSelection: ignore,
  onPhoto: ignore,
  onOrphans: ignore,
};
