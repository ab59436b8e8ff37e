import type { LibraryEntryModel } from '@contract/library';
import type { TemplateModel } from '@contract/templates';
import type { SavedSearchModel } from '@contract/search';
import type { ArchiveStatus, DispatchModel, Preferences } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import type { LeftModel } from '@contract/style';

/** What a fake archive holds. */
export type FakeState = {
  dispatches: DispatchModel[];
  preferences: Preferences;
  status: ArchiveStatus;
  /** Until when a dispatch is under embargo, by its id. */
  embargoes: ReadonlyMap<string, number>;
  /** What was answered to a publication, by its idempotency key. */
  savedSearches: readonly SavedSearchModel[];
  library: readonly LibraryEntryModel[];
  templates: readonly TemplateModel[];
  /** Findings left as they are, by dispatch. */
  readonly left: Map<string, readonly LeftModel[]>;
  readonly published: Map<string, ResponseOf<'draft.publish'>>;
};

/** The status of an open archive. */
export const openStatus = {
  state: 'open',
  id: '01890000-0000-7000-8000-0000000a0000',
  name: 'desk.writethru',
  path: '/home/ptur/desk.writethru',
  sample: false,
  dispatches: 0,
  access: { is: 'write' },
  clockBehind: 0,
  verified: null,
  recovered: [],
} satisfies ArchiveStatus;

/** An open archive that holds nothing, at a desk in Zurich that works in English. */
export function emptyArchive(): FakeState {
  return {
    dispatches: [],
    preferences: {
      language: 'en',
      theme: 'system',
      initials: 'ptur',
      zone: 'Europe/Zurich',
      typography: true,
      invisibles: false,
      styleMarks: true,
      wireCapitals: true,
      words: [],
      houseForms: [],
      abbreviations: [],
      typographyLanguages: ['fr', 'en'],
      signOff: '',
      limits: { headline: 50, alert: 100, crosshead: 40, feuillet: 1500 },
      typewriter: false,
      measure: 66,
      textSize: 18,
      keymap: {},
      exportFormat: 'html',
      updateFeed: '',
    },
    status: openStatus,
    embargoes: new Map(),
    savedSearches: [],
    library: [],
    templates: [],
    left: new Map(),
    published: new Map(),
  };
}

/** Changes one dispatch. */
export function change(state: FakeState, id: string, part: Partial<DispatchModel>): void {
  state.dispatches = state.dispatches.map((dispatch) =>
    dispatch.id === id ? { ...dispatch, ...part } : dispatch,
  );
}
