import type { LifeEvent } from '@contract/life';
import { placesOnLine } from '@domain/time/life-line';
import type { Formats } from '../../ui/format/formats';
import { isMessageKey, type Translate } from '../../ui/i18n/translate';

/** The lines a life is drawn on, one under the other. */
export const lanes = ['published', 'drafts', 'notes', 'sent'] as const;
export type Lane = (typeof lanes)[number];

const laneOf: Readonly<Record<LifeEvent['deed']['is'], Lane>> = {
  take: 'published',
  stamp: 'published',
  embargo: 'published',
  draft: 'drafts',
  note: 'notes',
  sent: 'sent',
};

/** Something that happened, and where it stands; `place` from 0 to 1. */
export type Drawn = LifeEvent & { readonly lane: Lane; readonly place: number };

/** Where everything stands that happened, oldest first. */
export function drawnLife(events: readonly LifeEvent[]): readonly Drawn[] {
  const places = placesOnLine(events.map(({ at }) => at));
  return events.map((event, index) => ({
    ...event,
    lane: laneOf[event.deed.is],
    place: places[index] ?? 0,
  }));
}

/** What happened, in words. */
export function deedText({ deed }: LifeEvent, t: Translate): string {
  switch (deed.is) {
    case 'take':
      return t(deed.stamp.precision === 'unknown' ? 'life.take-undated' : 'life.take', {
        kind: t(`kind.${deed.kind}`),
        ordinal: deed.ordinal,
      });
    case 'stamp':
      return t('life.stamp');
    case 'embargo':
      return t(`life.embargo.${deed.change}`);
    case 'draft':
      return t(`life.draft.${deed.change}`, { kind: t(`kind.${deed.kind}`) });
    case 'note':
      return t(`life.note.${deed.change}`, { kind: t(`note.kind.${deed.kind}`) });
    case 'sent': {
      const own = `trace.format.${deed.format}`;
      return t(`trace.way.${deed.way}`, { format: isMessageKey(own) ? t(own) : deed.format });
    }
  }
}

/** When it happened: of a take its stamp, as exact as that is. */
export function whenText({ at, deed }: LifeEvent, format: Formats): string {
  const stamp = deed.is === 'take' ? format.stamp(deed.stamp) : null;
  return stamp ?? format.dateTime(at);
}

/** What is stepped to by a key from an index; undefined for other keys. Up and down stay in a lane. */
export function lifeByKey(key: string, drawn: readonly Drawn[], at: number): number | undefined {
  const lane = drawn[at]?.lane;
  const last = drawn.length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowUp': {
      const before = drawn.findLastIndex((one, index) => index < at && one.lane === lane);
      return before === -1 ? at : before;
    }
    case 'ArrowDown': {
      const next = drawn.findIndex((one, index) => index > at && one.lane === lane);
      return next === -1 ? at : next;
    }
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The nearest to a spot: of the lane that was pointed at where that has any, else of all. */
export function nearestTo(drawn: readonly Drawn[], place: number, lane: Lane | undefined): number {
  const inLane = drawn.some((one) => one.lane === lane);
  let [nearest, distance] = [0, Infinity];
  for (const [index, one] of drawn.entries()) {
    if (inLane && one.lane !== lane) continue;
    const away = Math.abs(one.place - place);
    if (away < distance) [nearest, distance] = [index, away];
  }
  return nearest;
}
