import { ChevronDown, Ellipsis } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from './Button';
import { cx } from './cx';
import { useNoWriting } from './Writing';
import styles from './Menu.module.css';

/** One thing a menu offers. */
export type MenuItem<V extends string> = {
  readonly value: V;
  readonly label: string;
  /** Changes the archive: where it can only be read, the item says why instead. */
  readonly writes?: boolean;
};

/** A quiet button that opens a short menu below itself; without text, three dots. */
export function Menu<V extends string>({
  text,
  label,
  items,
  writes = false,
  onChoose,
}: {
  readonly text?: string;
  readonly label: string;
  readonly items: readonly MenuItem<V>[];
  /** All it offers changes the archive. */
  readonly writes?: boolean;
  readonly onChoose: (value: V) => void;
}) {
  const id = useId();
  const anchor = `--menu${id.replaceAll(/[^\w]/g, '')}`;
  const refused = useNoWriting();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <>
      <Button
        look="quiet"
        writes={writes}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        popoverTarget={writes && refused !== null ? undefined : id}
        style={{ anchorName: anchor }}
        className={cx(text === undefined && styles['dots'])}
        title={text === undefined ? label : undefined}
      >
        {text}
        {text === undefined ? <Ellipsis aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className={styles['menu']}
        style={{ positionAnchor: anchor }}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') {
            menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
          }
        }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const held = item.writes === true ? refused : null;
          return (
            <button
              key={item.value}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles['item']}
              aria-disabled={held !== null || undefined}
              title={held?.why}
              onClick={() => {
                menu.current?.hidePopover();
                if (held === null) onChoose(item.value);
                else held.explain();
              }}
            >
              {item.label}
            </button>
          );
        })}
      </div>
    </>
  );
}
