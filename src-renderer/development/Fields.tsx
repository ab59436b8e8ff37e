import { useState } from 'react';
import type { Wanted } from '@domain/find/finder';
import { Check } from '../ui/Check';
import { Field } from '../ui/Field';
import { FindOptions } from '../ui/FindOptions';
import { timeGiven, ZonedTime } from '../ui/ZonedTime';
import { Sample } from './Sample';

const wanted: Wanted = {
  text: 'bridge',
  is: 'words',
  matchCase: false,
  wholeWord: true,
  accents: true,
};

/** What is filled in. */
export function Fields() {
  const [ticked, setTicked] = useState(true);
  const [options, setOptions] = useState(wanted);
  const [quoted, setQuoted] = useState(false);
  const [time, setTime] = useState(() => timeGiven(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Zurich'));
  return (
    <>
      <Sample name="Field">
        <Field label="Slug" hint="What the desk calls the story">
          {(ids) => <input {...ids} defaultValue="KELMOUTH-TERMINAL" />}
        </Field>
        <Field label="Placeholder">
          {(ids) => <input {...ids} placeholder="Find a setting" />}
        </Field>
        <Field label="Out of use">{(ids) => <input {...ids} disabled defaultValue="Desk" />}</Field>
        <Field label="Urgency">
          {(ids) => (
            <select {...ids} defaultValue="5">
              <option value="1">1 alert</option>
              <option value="5">5 routine</option>
            </select>
          )}
        </Field>
        <Field label="Note">
          {(ids) => (
            <textarea {...ids} rows={3} defaultValue="On the record? Name the spokesman." />
          )}
        </Field>
      </Sample>
      <Sample name="Check, FindOptions">
        <Check label="Typography as you type" checked={ticked} onChange={setTicked} />
        <Check
          label="With a hint"
          hint="Backspace takes the last change back."
          checked={!ticked}
          onChange={(checks) => setTicked(!checks)}
        />
        <FindOptions
          wanted={options}
          quotedToo={quoted}
          onWanted={setOptions}
          onQuotedToo={setQuoted}
        />
      </Sample>
      <Sample name="ZonedTime, in the hour clocks show twice">
        <ZonedTime label="Embargo until" value={time} onChange={setTime} />
      </Sample>
    </>
  );
}
