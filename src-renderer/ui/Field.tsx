import { useId, type ReactNode } from 'react';
import styles from './controls.module.css';

/** What a field's input must carry to belong to its label and hint. */
export type FieldIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly className: string | undefined;
};

/**
 * A labelled input, with a hint below it, or in its place what is wrong with what was entered.
 * `children` draws the input with the ids given to it.
 */
export function Field({
  label,
  hint,
  problem = null,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | null;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  const below = problem ?? hint;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : hintId,
        'aria-invalid': problem === null ? undefined : true,
        className: styles['input'],
      })}
      {below !== undefined && (
        <p
          id={hintId}
          role={problem === null ? undefined : 'alert'}
          className={styles[problem === null ? 'hint' : 'problem']}
        >
          {below}
        </p>
      )}
    </div>
  );
}
