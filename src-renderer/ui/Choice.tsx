import { useId } from 'react';
import { cx } from './cx';
import { useLocale } from './i18n/Locale';
import styles from './controls.module.css';

/** One of the things that can be chosen. */
export type ChoiceOption<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
};

/** One of a few, as chips; arrow keys move between them. `boxed` draws them as one control. */
export function Choice<V extends string>({
  label,
  options,
  value,
  onChange,
  boxed = false,
}: {
  readonly label: string;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly boxed?: boolean;
}) {
  const name = useId();
  const { format } = useLocale();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx(styles['choice'], boxed && styles['boxed'])}
    >
      {options.map((option) => (
        <label key={option.value} className={styles['option']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
          {option.count !== undefined && option.count > 0 && (
            <span className={styles['count']}>{format.number(option.count)}</span>
          )}
        </label>
      ))}
    </div>
  );
}
