import { useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Button } from './Button';
import controls from './controls.module.css';
import { cx } from './cx';
import { Dialog } from './Dialog';
import { Empty } from './Empty';
import { focusByArrows } from './focusByArrows';
import styles from './Shelf.module.css';

/** Something kept on a shelf, as it is listed. */
export type Shelved = {
  readonly id: string;
  readonly name: string;
  /** Said smaller beside the name. */
  readonly aside: string;
  readonly language: 'fr' | 'en';
  readonly text: string;
};

/** What the desk keeps for use again: found by its words at the left, written at the right. */
export function Shelf({
  title,
  labels,
  found,
  empty,
  words,
  onWords,
  at,
  onChoose,
  onNew,
  onClose,
  field,
  footer,
  children,
}: {
  readonly title: string;
  readonly labels: { readonly search: string; readonly list: string; readonly new: string };
  readonly found: readonly Shelved[];
  /** Said where nothing is found. */
  readonly empty: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly at: string | null;
  readonly onChoose: (id: string) => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
  /** The field it is searched by, to go back to. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly footer: ReactNode;
  /** What is being written. */
  readonly children: ReactNode;
}) {
  return (
    <Dialog title={title} size="full" onClose={onClose} footer={footer}>
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <div className={styles['top']}>
            <input
              ref={field}
              type="search"
              className={controls['input']}
              aria-label={labels.search}
              placeholder={labels.search}
              value={words}
              data-autofocus=""
              onChange={(event) => onWords(event.target.value)}
            />
            <Button writes onClick={onNew}>
              {labels.new}
            </Button>
          </div>
          {found.length === 0 ? (
            <Empty text={empty} />
          ) : (
            <Entries label={labels.list} found={found} at={at} onChoose={onChoose} />
          )}
        </div>
        {children}
      </div>
    </Dialog>
  );
}

function Entries({
  label,
  found,
  at,
  onChoose,
}: {
  readonly label: string;
  readonly found: readonly Shelved[];
  readonly at: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <ul ref={list} aria-label={label} className={styles['list']} onKeyDown={onKeyDown}>
      {found.map(({ id, name, aside, language, text }) => (
        <li key={id}>
          <button
            type="button"
            className={cx(styles['entry'], id === at && styles['chosen'])}
            aria-current={id === at}
            onClick={() => onChoose(id)}
          >
            <span className={styles['term']}>
              {name} <small>{aside}</small>
            </span>
            <span className={styles['text']} lang={language}>
              {text}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
