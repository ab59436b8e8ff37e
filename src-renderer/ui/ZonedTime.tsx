import { useId } from 'react';
import { instantsOf, offsetText, wallTimeAt, type WallTime } from '@domain/time/wall-time';
import { Choice } from './Choice';
import { Field } from './Field';
import { useLocale } from './i18n/Locale';
import styles from './ZonedTime.module.css';

/** A time as it is being given: what a clock shows (`2017-05-02T21:14`), where, and which of two. */
export type TimeGiven = {
  readonly text: string;
  readonly zone: string;
  /** Where clocks show the time twice: the first or the second of the two. */
  readonly which: 'first' | 'second';
};

/** A time given, beginning with an instant (ms) as clocks of a zone show it. */
export function timeGiven(instant: number, zone: string): TimeGiven {
  const wall = wallTimeAt(instant, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text =
    wall === null
      ? ''
      : `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
  return { text, zone, which: 'first' };
}

/** The instant (ms) of a time given, to the minute; null while it is none. */
export function instantGiven({ text, zone, which }: TimeGiven): number | null {
  const instants = possible(text, zone);
  return (which === 'second' ? instants.at(-1) : instants[0]) ?? null;
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
  const instants = possible(value.text, value.zone);
  const skipped = value.text !== '' && instants.length === 0;
  return (
    <div className={styles['zoned']} role="group" aria-label={label}>
      <Field label={label} hint={skipped ? t('time.skipped') : undefined}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            max="9999-12-31T23:59"
            value={value.text}
            aria-invalid={skipped}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('time.zone')}>
        {(ids) => (
          <input
            {...ids}
            list={list}
            value={value.zone}
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

function possible(text: string, zone: string): readonly number[] {
  const wall = wallOf(text);
  return wall === null ? [] : (instantsOf(wall, zone) ?? []);
}

function wallOf(text: string): WallTime | null {
  const parts = /^(\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return { year, month, day, hour, minute, second: 0 };
}
