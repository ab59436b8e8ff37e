import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import type { WireRow } from '@contract/models';
import { openDispatch, useDesk } from '../../state/desk';
import { dragOut } from '../../state/release';
import { focusSheet } from '../../state/focus';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { moveTo, type Move, type WireItem } from './model';
import { RowTime, WireRowView } from './WireRowView';
import styles from './Wire.module.css';

const rowHeight = 92;
const dayHeight = 36;
const nearEnd = 20;
const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** The rows of the wire, of which only those in sight are drawn. */
export function WireList({
  items,
  loadingMore,
  onNearEnd,
}: {
  readonly items: readonly WireItem[];
  readonly loadingMore: boolean;
  readonly onNearEnd: () => void;
}) {
  const { t } = useLocale();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const selected = useDesk((desk) => desk.dispatchId);
  const selectedIndex = items.findIndex((item) => item.is === 'row' && item.row.id === selected);
  // oxlint-disable-next-line react-compiler -- the virtualizer reads layout while rendering
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (items[index]?.is === 'day' ? dayHeight : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
  });
  const drawn = virtualizer.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && lastDrawn > items.length - nearEnd) onNearEnd();
  }, [items.length, lastDrawn, onNearEnd]);
  useKeepInSight(selected, selectedIndex, (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  );
  const onKeyDown = (event: KeyboardEvent): void => goByKey(event, items, selectedIndex);
  return (
    <div
      ref={scroll}
      className={styles['scroll']}
      role="listbox"
      aria-label={t('wire.list')}
      tabIndex={0}
      aria-activedescendant={
        drawn.some((item) => item.index === selectedIndex) ? `${id}-${selected}` : undefined
      }
      onKeyDown={onKeyDown}
      data-focus-target=""
    >
      <div
        className={styles['canvas']}
        style={{ height: virtualizer.getTotalSize() }}
        role="presentation"
      >
        {drawn.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const place: Place = {
            ref: virtualizer.measureElement,
            'data-index': index,
            style: { transform: `translateY(${start}px)` },
          };
          return item.is === 'day' ? (
            <DayHeading key={item.key} place={place} at={item.at} />
          ) : (
            <Option
              key={item.key}
              place={place}
              id={`${id}-${item.row.id}`}
              row={item.row}
              selected={item.row.id === selected}
            />
          );
        })}
      </div>
      {loadingMore && (
        <p role="presentation" className={styles['foot']}>
          {t('wire.more')}
        </p>
      )}
    </div>
  );
}

/** Arrows and their kin open the next dispatch; Enter goes to the sheet. */
function goByKey(event: KeyboardEvent, items: readonly WireItem[], selectedIndex: number): void {
  // With Ctrl or ⌘ a key belongs to the menu.
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    focusSheet();
    return;
  }
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const item = items[moveTo(items, selectedIndex, move)];
  if (item?.is === 'row') openDispatch(item.row.id);
}

/** Where the virtualizer puts a line, and how it measures it. */
type Place = {
  readonly ref: (element: Element | null) => void;
  readonly 'data-index': number;
  readonly style: CSSProperties;
};

function DayHeading({ place, at }: { readonly place: Place; readonly at: number }) {
  const { format } = useLocale();
  return (
    <div {...place} role="presentation" className={cx(styles['slot'], styles['day'])}>
      {format.day(at)}
    </div>
  );
}

function Option({
  place,
  id,
  row,
  selected,
}: {
  readonly place: Place;
  readonly id: string;
  readonly row: WireRow;
  readonly selected: boolean;
}) {
  return (
    <div
      {...place}
      id={id}
      role="option"
      aria-selected={selected}
      className={cx(styles['slot'], styles['row'])}
      onClick={() => openDispatch(row.id)}
      onDoubleClick={focusSheet}
      draggable
      onDragStart={(event) => {
        // The system drags a file in its stead.
        event.preventDefault();
        void dragOut(row.id);
      }}
    >
      <RowTime row={row} />
      <WireRowView row={row} />
    </div>
  );
}

/** Keeps the chosen row in sight when the choice changes, not when the list does. */
function useKeepInSight(
  selected: string | null,
  index: number,
  scrollTo: (index: number) => void,
): void {
  const shown = useRef<{ readonly selected: string | null; readonly index: number } | null>(null);
  useEffect(() => {
    const before = shown.current;
    // A row that moves up does so by what was just done to it; one that moves down, by others.
    const stays = before?.selected === selected && index >= before.index;
    if (index < 0) return;
    shown.current = { selected, index };
    if (stays) return;
    // The first row is shown with its day above it.
    scrollTo(index <= 1 ? 0 : index);
  });
}
