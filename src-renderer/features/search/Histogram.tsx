import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import type { Count } from './model';
import own from './Histogram.module.css';
import styles from './Search.module.css';

type Bars = Count['histogram']['bars'];
type Brush = { readonly from: number; readonly to: number };

/**
 * How much was found when: bars one can brush, with the pointer or by the keyboard (arrows move,
 * with Shift they stretch, Enter chooses, Escape takes it away).
 */
export function Histogram({
  histogram: { bars, unit },
  chosen,
  onChoose,
}: {
  readonly histogram: Count['histogram'];
  readonly chosen: { readonly from: number; readonly to: number } | null;
  /** A period as a query has it, or null for any time. */
  readonly onChoose: (period: string | null) => void;
}) {
  const { t } = useLocale();
  const [brush, setBrush] = useState<Brush | null>(null);
  const field = useRef<HTMLDivElement>(null);
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  const range = brush === null ? null : ordered(brush);
  const commit = (one: Brush): void => {
    const { from, to } = ordered(one);
    setBrush(null);
    const [first, last] = [bars[from], bars[to]];
    if (first !== undefined && last !== undefined) onChoose(periodOf(first.from, last.from, unit));
  };
  const at = (event: PointerEvent): number => {
    const box = field.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    const part = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(part * bars.length)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = brushedByKey(event, brush ?? chosenBars(bars, chosen), bars.length);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'choose') {
      if (brush !== null) commit(brush);
    } else if (next === 'none') {
      setBrush(null);
      onChoose(null);
    } else setBrush(next);
  };
  return (
    <section className={styles['facet']} aria-label={t('search.histogram')}>
      <h3 className={styles['facetTitle']}>{t('search.histogram')}</h3>
      <div
        ref={field}
        role="slider"
        tabIndex={0}
        aria-label={t('search.histogram-brush')}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={range?.to ?? bars.length - 1}
        aria-valuetext={spoken(bars, range, t)}
        className={own['bars']}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setBrush({ from: at(event), to: at(event) });
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1 && brush !== null) setBrush({ from: brush.from, to: at(event) });
        }}
        onPointerUp={() => {
          if (brush !== null) commit(brush);
        }}
      >
        {bars.map((bar, index) => (
          <span
            key={bar.from}
            title={`${bar.from.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4)} · ${bar.count}`}
            className={cx(own['bar'], isIn(bar.from, index, range, chosen) && own['barIn'])}
            style={{ height: `${Math.max(bar.count === 0 ? 0 : 6, (bar.count / most) * 100)}%` }}
          />
        ))}
      </div>
      <div aria-hidden="true" className={own['ends']}>
        <span>{label(bars[0]?.from, unit)}</span>
        <span>{label(bars.at(-1)?.from, unit)}</span>
      </div>
      {chosen !== null && (
        <button type="button" className={styles['moreValues']} onClick={() => onChoose(null)}>
          {t('search.histogram-all')}
        </button>
      )}
    </section>
  );
}

function ordered({ from, to }: Brush): Brush {
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The bars a chosen time covers; all of them where none is chosen. */
function chosenBars(bars: Bars, chosen: { from: number; to: number } | null): Brush {
  const inside = bars.flatMap(({ from }, index) =>
    chosen !== null && Date.parse(from) >= chosen.from - dayLength && Date.parse(from) < chosen.to
      ? [index]
      : [],
  );
  return { from: inside[0] ?? bars.length - 1, to: inside.at(-1) ?? bars.length - 1 };
}

const dayLength = 86_400_000;

function brushedByKey(
  { key, shiftKey }: KeyboardEvent,
  { from, to }: Brush,
  count: number,
): Brush | 'choose' | 'none' | undefined {
  if (key === 'Enter' || key === ' ') return 'choose';
  if (key === 'Escape') return 'none';
  const ends: Readonly<Record<string, number>> = { Home: 0, End: count - 1 };
  const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: 12, PageDown: -12 }[key];
  const end = ends[key] ?? (step === undefined ? undefined : to + step);
  if (end === undefined) return undefined;
  const within = Math.max(0, Math.min(count - 1, end));
  return { from: shiftKey ? from : within, to: within };
}

function isIn(
  from: string,
  index: number,
  range: Brush | null,
  chosen: { readonly from: number; readonly to: number } | null,
): boolean {
  if (range !== null) return index >= range.from && index <= range.to;
  if (chosen === null) return true;
  const at = Date.parse(from);
  // Bars begin at midnight of the desk; a day of tolerance covers every zone.
  return at > chosen.from - dayLength && at < chosen.to;
}

function label(from: string | undefined, unit: Count['histogram']['unit']): string {
  return from === undefined ? '' : from.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4);
}

/** From the first bar to the end of the last, as a query has it. */
function periodOf(first: string, last: string, unit: Count['histogram']['unit']): string {
  const [from, to] = [label(first, unit), label(last, unit)];
  return from === to ? from : `${from}..${to}`;
}

function spoken(bars: Bars, range: Brush | null, t: ReturnType<typeof useLocale>['t']): string {
  const { from, to } = range ?? { from: 0, to: bars.length - 1 };
  const count = bars.slice(from, to + 1).reduce((sum, bar) => sum + bar.count, 0);
  return t('search.histogram-value', {
    from: bars[from]?.from ?? '',
    to: bars[to]?.from ?? '',
    count,
  });
}
