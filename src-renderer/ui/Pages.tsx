import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fold } from '@domain/text/fold';
import controls from './controls.module.css';
import { cx } from './cx';
import { Dialog } from './Dialog';
import { focusByArrows } from './focusByArrows';
import styles from './Pages.module.css';

/** A page among others: what its row says, and the words it is found by besides. */
export type Page = {
  readonly key: string;
  readonly title: string;
  readonly side?: string | undefined;
  readonly words: string;
};

/** A dialog of pages: a search field over their titles, and the one that is read beside them. */
export function Pages({
  title,
  searchLabel,
  listLabel,
  none,
  pages,
  start,
  footer,
  onClose,
  children,
}: {
  readonly title: string;
  readonly searchLabel: string;
  readonly listLabel: string;
  /** Said when no page has the words. */
  readonly none: string;
  readonly pages: readonly Page[];
  /** The page read first; else the first. */
  readonly start?: string | undefined;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  /** Draws the page that is read. */
  readonly children: (key: string) => ReactNode;
}) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(start ?? pages[0]?.key);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => matching(pages, text), [pages, text]);
  const read = found.find(({ key }) => key === at) ?? found[0];
  const onKeyDown = (event: KeyboardEvent): void => focusByArrows(event, list.current);
  return (
    <Dialog title={title} size="full" onClose={onClose} footer={footer}>
      <div className={styles['columns']}>
        <div className={styles['side']}>
          <input
            type="search"
            className={controls['input']}
            aria-label={searchLabel}
            placeholder={searchLabel}
            value={text}
            data-autofocus=""
            onChange={(event) => setText(event.target.value)}
          />
          <ul ref={list} aria-label={listLabel} className={styles['list']} onKeyDown={onKeyDown}>
            {found.map((page) => (
              <li key={page.key}>
                <button
                  type="button"
                  className={cx(styles['row'], page.key === read?.key && styles['chosen'])}
                  aria-current={page.key === read?.key ? 'page' : undefined}
                  onClick={() => setAt(page.key)}
                >
                  <span>{page.title}</span>
                  {page.side !== undefined && <small>{page.side}</small>}
                </button>
              </li>
            ))}
          </ul>
          <p role="status" className={styles['none']}>
            {found.length === 0 ? none : ''}
          </p>
        </div>
        {read !== undefined && (
          // Longer than the dialog as a rule: the arrow keys scroll what has the focus.
          <div
            key={read.key}
            role="region"
            aria-label={read.title}
            tabIndex={0}
            className={styles['page']}
          >
            {children(read.key)}
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** The pages with every word typed, those with them in the title first. */
function matching(pages: readonly Page[], typed: string): readonly Page[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return pages;
  const has = (text: string): boolean => words.every((word) => fold(text).includes(word));
  return pages
    .filter(({ title, side, words: more }) => has(`${title} ${side ?? ''} ${more}`))
    .toSorted((a, b) => Number(has(b.title)) - Number(has(a.title)));
}
