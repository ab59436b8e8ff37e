import { useId } from 'react';
import { parseGivenDay } from '@domain/query/period';
import { parseClock, typed } from '@domain/time/given';
import { instantsOf, isTimeZone, offsetText } from '@domain/time/wall-time';
import { Choice } from './Choice';
import { Field } from './Field';
import { useLocale } from './i18n/Locale';
import type { Translate } from './i18n/translate';
import styles from './ZonedTime.module.css';

/** A time as it is being typed: day, time of day, zone, and which of two. */
export type TimeGiven = {
  readonly day: string;
  readonly clock: string;
  readonly zone: string;
  /** Where clocks show the time twice: the first or the second of the two. */
  readonly which: 'first' | 'second';
};

/** A time given, beginning with an instant (ms) as clocks of a zone show it. */
export function timeGiven(instant: number, zone: string): TimeGiven {
  return { ...typed(instant, zone), zone, which: 'first' };
}

/** The instant (ms) of a time given, to the minute; null while it is none. */
export function instantGiven(given: TimeGiven): number | null {
  const instants = possible(given);
  return (given.which === 'second' ? instants.at(-1) : instants[0]) ?? null;
}

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/**
 * A field for a moment: day and time as a clock shows them, and the zone of that clock. Where clocks
 * skip the time it says so; where they show it twice it asks which.
 */
export function ZonedTime({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: TimeGiven;
  readonly onChange: (value: TimeGiven) => void;
}) {
  const { t } = useLocale();
  const list = useId();
  const instants = possible(value);
  const wall = wallOf(value);
  const known = isTimeZone(value.zone);
  return (
    <div className={styles['zoned']} role="group" aria-label={label}>
      <Field label={t('time.day')} hint={wall.day === null ? t('time.day-hint') : undefined}>
        {(ids) => (
          <input
            {...ids}
            autoComplete="off"
            value={value.day}
            aria-invalid={wall.day === null}
            onChange={(event) => onChange({ ...value, day: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('time.clock')} hint={clockHint(t, value, instants)}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            autoComplete="off"
            value={value.clock}
            aria-invalid={wall.clock === null || instants.length === 0}
            onChange={(event) => onChange({ ...value, clock: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('time.zone')} hint={known ? undefined : t('time.zone-hint')}>
        {(ids) => (
          <input
            {...ids}
            list={list}
            value={value.zone}
            aria-invalid={!known}
            spellCheck={false}
            onChange={(event) => onChange({ ...value, zone: event.target.value })}
          />
        )}
      </Field>
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      {instants.length > 1 && (
        <Choice
          boxed
          label={t('time.which')}
          value={value.which}
          options={[
            { value: 'first', label: `UTC${offsetText(instants[0] ?? 0, value.zone)}` },
            { value: 'second', label: `UTC${offsetText(instants[1] ?? 0, value.zone)}` },
          ]}
          onChange={(which) => onChange({ ...value, which })}
        />
      )}
    </div>
  );
}

/** What is wrong with the time of day: not one, or one that no clock shows that day. */
function clockHint(
  t: Translate,
  value: TimeGiven,
  instants: readonly number[],
): string | undefined {
  const { day, clock } = wallOf(value);
  if (clock === null) return t('time.clock-hint');
  const skipped = day !== null && isTimeZone(value.zone) && instants.length === 0;
  return skipped ? t('time.skipped') : undefined;
}

function wallOf({ day, clock, zone }: TimeGiven) {
  return { day: parseGivenDay(day, { now: Date.now(), zone }), clock: parseClock(clock) };
}

function possible(value: TimeGiven): readonly number[] {
  const { day, clock } = wallOf(value);
  if (day === null || clock === null) return [];
  return instantsOf({ ...day, ...clock, second: 0 }, value.zone) ?? [];
}
