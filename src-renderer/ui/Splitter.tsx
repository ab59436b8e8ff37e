import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from './cx';
import styles from './Splitter.module.css';

const step = 16;

/**
 * The line between two panes. Dragging it, or the arrow keys on it, changes the width of the pane
 * on its `side`; a double click gives back the width it is drawn with.
 */
export function Splitter({
  label,
  side,
  width,
  least,
  most,
  drawn,
  onChange,
}: {
  readonly label: string;
  readonly side: 'before' | 'after';
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly drawn: number;
  readonly onChange: (width: number) => void;
}) {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const sign = side === 'before' ? 1 : -1;
  const set = (wanted: number): void =>
    onChange(Math.round(Math.min(most, Math.max(least, wanted))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (grip.current !== null) set(grip.current.width + sign * (event.clientX - grip.current.x));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    set(width + sign * direction * step);
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={cx(styles['splitter'], styles[side])}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onDoubleClick={() => set(drawn)}
      onKeyDown={onKeyDown}
    />
  );
}
