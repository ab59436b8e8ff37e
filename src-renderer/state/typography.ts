import { useMemo } from 'react';
import type { DispatchModel, DraftModel, Preferences } from '@contract/models';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { knownDispatch, knownPreferences, refresh, usePreferences } from './queries';
import { say, sayError } from './toasts';

type Language = DispatchModel['language'];

/**
 * The languages whose typography is set right as one types in a draft: those of the preferences, unless
 * it was switched on or off for this one. The same list as long as nothing of it changes.
 */
export function useTypography(
  { language }: DispatchModel,
  { typography }: DraftModel,
): readonly Language[] {
  const preferences = usePreferences().data?.preferences;
  return useMemo(() => {
    if (preferences === undefined || !isOn(typography, preferences)) return [];
    const { typographyLanguages: chosen } = preferences;
    // Switched on here where the preferences name no language, it is that of the dispatch.
    return chosen.length === 0 && typography === 'on' ? [language] : chosen;
  }, [preferences, typography, language]);
}

/** Switches typography as one types on or off in the open draft alone; the draft remembers it. */
export async function toggleTypographyHere(): Promise<void> {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  const preferences = knownPreferences()?.preferences;
  const draft = dispatch?.draft ?? null;
  if (dispatch === undefined || draft === null || preferences === undefined) {
    say('toast.no-draft');
    return;
  }
  const typography = isOn(draft.typography, preferences) ? 'off' : 'on';
  const outcome = await call('draft.set-typography', { draftId: draft.id, typography });
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  say(`typography.here-${typography}`);
  refresh([dispatch.id]);
}

function isOn(
  here: DraftModel['typography'],
  { typography, typographyLanguages }: Preferences,
): boolean {
  return here === null ? typography && typographyLanguages.length > 0 : here === 'on';
}
