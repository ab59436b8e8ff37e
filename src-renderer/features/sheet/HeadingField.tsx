import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { DispatchModel, DraftModel } from '@contract/models';
import { longestHeading, type HeadingField as Field } from '@domain/document/heading-step';
import { slugProblem, type SlugProblem } from '@domain/record/slug';
import { useLiveDraft } from '../../state/draft';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { slugText } from '../../ui/slugText';
import styles from './Heading.module.css';

/** Counts the visits to fields: what is changed in one is taken back by one undo. */
let visits = 1_000_000;

/**
 * The slug, dateline or byline of a draft, written where it stands. What is typed goes through the
 * draft's own journal and undo; arrows up and down and Enter lead from field to field and to the text.
 */
export function HeadingField({
  field,
  dispatch,
  draft,
}: {
  readonly field: Field;
  readonly dispatch: DispatchModel;
  readonly draft: DraftModel;
}) {
  const { t } = useLocale();
  const kept = field === 'byline' ? draft.byline : dispatch[field];
  const { value, problem, write, back, begin, end } = useWritten(field, kept);
  const problemId = `${draft.id}-${field}-problem`;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, currentTarget } = event;
    const undoes = (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key);
    if (undoes) {
      const again = shiftKey || key.toLowerCase() === 'y';
      useLiveDraft.getState().handle?.run(again ? 'edit.redo' : 'edit.undo');
      // The draft takes the focus where it shows what was undone: here it is the field.
      currentTarget.focus();
    } else if (key === 'Escape' && problem !== null) back();
    else if (key === 'ArrowUp') goTo(currentTarget, -1);
    else if (key === 'ArrowDown' || key === 'Enter') {
      if (ctrlKey || metaKey || event.nativeEvent.isComposing) return;
      goTo(currentTarget, 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className={styles['holder']}>
      <input
        className={cx(styles['field'], styles[field])}
        data-heading-field={field}
        aria-label={t(`heading.${field}`)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={t(`heading.${field}-placeholder`)}
        title={t(`heading.${field}`)}
        maxLength={longestHeading}
        spellCheck={false}
        value={value}
        onFocus={begin}
        onBlur={end}
        onKeyDown={onKeyDown}
        onChange={(event) => write(event.target.value)}
      />
      {problem !== null && (
        <span id={problemId} role="alert" className={styles['problem']}>
          {slugText(t, problem)}
        </span>
      )}
    </span>
  );
}

/** What stands in a field: what was typed, or undone, or came from elsewhere; else what is kept. */
function useWritten(field: Field, kept: string) {
  const live = useLiveDraft(({ heading }) => heading[field]);
  const [typed, setTyped] = useState<string | null>(null);
  /** What the draft was told last, or the archive has. */
  const told = useRef(kept);
  const isHere = useRef(false);
  useEffect(() => {
    if (live === undefined || live === told.current) return;
    told.current = live;
    setTyped(live);
  }, [live]);
  useEffect(() => {
    if (isHere.current) return;
    told.current = kept;
    setTyped(null);
  }, [kept]);
  const value = typed ?? kept;
  const problem: SlugProblem | null =
    field === 'slug' && typed !== null ? slugProblem(typed) : null;
  return {
    value,
    problem,
    write: (text: string): void => {
      const to = field === 'slug' ? text.toUpperCase() : text;
      setTyped(to);
      // One that is not as slugs are is not kept, and stays in the field with the reason.
      if (field === 'slug' && slugProblem(to) !== null) return;
      const from = told.current;
      told.current = to;
      if (from === to) return;
      useLiveDraft.getState().handle?.setHeading({ field, from, to, visit: visits });
    },
    back: () => setTyped(told.current),
    begin: () => {
      visits += 1;
      isHere.current = true;
    },
    end: () => {
      isHere.current = false;
      void useLiveDraft.getState().handle?.flush();
    },
  };
}

function fields(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('[data-heading-field]')];
}

/** Goes to the field before or after; after the last one to the text. */
function goTo(from: HTMLInputElement, step: 1 | -1): void {
  const all = fields();
  const next = all[all.indexOf(from) + step];
  if (next !== undefined) enter(next);
  else if (step === 1) useLiveDraft.getState().handle?.focus();
}

/** Goes from the first line of the text to what stands above it; false where nothing does. */
export function leaveUpwards(): boolean {
  const last = fields().at(-1);
  if (last !== undefined) enter(last);
  return last !== undefined;
}

function enter(field: HTMLInputElement): void {
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}
