import { useMemo } from 'react';
import { create } from 'zustand';
import { dayOf } from '@domain/style/days';
import type { DispatchModel, TakeModel } from '@contract/models';
import type { PublishedChecks, PublishedFindings } from '../editor/types';
import { useLocale } from '../ui/i18n/Locale';
import { styleText } from '../ui/styleText';
import { showMargin, showView, useDesk } from './desk';
import { knownDispatch } from './queries';
import { useStyleSettings } from './style';
import { say } from './toasts';

type PublishedStyle = {
  /** The dispatch whose takes are checked; null where none are. */
  readonly on: string | null;
  /** What was found, by take. */
  readonly takes: Readonly<Record<string, PublishedFindings>>;
};

/** Spelling and style of what is published, on demand. */
export const usePublishedStyle = create<PublishedStyle>()(() => ({ on: null, takes: {} }));

/** Begins to check the published takes of the open dispatch, or ends it; what is found is in the checks. */
export function togglePublishedStyle(): void {
  const { dispatchId } = useDesk.getState();
  const dispatch = knownDispatch(dispatchId);
  if (dispatch === undefined || dispatch.takes.length === 0) {
    say('toast.no-published');
    return;
  }
  const on = usePublishedStyle.getState().on === dispatchId ? null : dispatchId;
  usePublishedStyle.setState({ on, takes: {} });
  if (on === null) return;
  showView('takes');
  showMargin('checks');
}

/** What a published take is checked by: days by its own stamp, names by the other takes. */
export function useChecksOf(dispatch: DispatchModel, take: TakeModel): PublishedChecks {
  const { t, format } = useLocale();
  const others = useMemo(
    () => ({ ...dispatch, takes: dispatch.takes.filter(({ id }) => id !== take.id) }),
    [dispatch, take.id],
  );
  const settings = useStyleSettings(others);
  const { stamp } = take;
  return useMemo(() => {
    const today = stamp.precision === 'unknown' ? null : dayOf(stamp);
    return {
      style: { ...settings, rules: { ...settings.rules, today }, drawn: true },
      events: {
        name: (mark) => styleText(t, format, mark),
        // Nothing is to be done to the words themselves: the checks say what can be.
        asked: () => showMargin('checks'),
      },
      told: (found) => keep(take.id, found),
    };
  }, [settings, stamp, t, format, take.id]);
}

function keep(takeId: string, found: PublishedFindings | null): void {
  usePublishedStyle.setState(({ takes: { [takeId]: _, ...others } }) => ({
    takes: found === null ? others : { ...others, [takeId]: found },
  }));
}
