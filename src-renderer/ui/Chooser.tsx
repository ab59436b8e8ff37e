import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Chooser.module.css';
import controls from './controls.module.css';
import { cx } from './cx';
import { Dialog } from './Dialog';

/** Something that can be chosen. */
export type Choosable = { readonly key: string; readonly content: ReactNode };

/** A field and what it finds: arrows move, Enter chooses, Escape closes. */
export function Chooser({
  title,
  label,
  empty,
  note,
  items,
  onText,
  onChoose,
  onClose,
}: {
  readonly title: string;
  readonly label: string;
  /** Said when nothing is found. */
  readonly empty: string;
  /** Said below what is found. */
  readonly note?: string | undefined;
  readonly items: readonly Choosable[];
  readonly onText: (text: string) => void;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(active, Math.max(0, items.length - 1));
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, items]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const chosen = items[at];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(items.length - 1, at + step)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      onChoose(chosen.key);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <input
        data-autofocus=""
        role="combobox"
        className={cx(controls['input'], styles['field'])}
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={label} className={styles['list']}>
        {items.map((item, index) => (
          <div
            key={item.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles['item']}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(item.key)}
          >
            {item.content}
          </div>
        ))}
      </div>
      <p role="status" className={styles['empty']}>
        {items.length === 0 ? empty : ''}
      </p>
      {note !== undefined && <p className={styles['empty']}>{note}</p>}
    </Dialog>
  );
}
