import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import {
  brushOf,
  movedTo,
  nextUnit,
  zoomedTo,
  type Extent,
  type Lens,
} from '@domain/time/time-line';
import { IconButton } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { KindMark } from './Legend';
import { barName, brushName, byKey, takesIn, type Bar, type Counts } from './model';
import styles from './TimeLine.module.css';

/** Names under the line, at most. */
const mostNames = 8;

/**
 * The bars of the line, to be brushed with the pointer (a double click zooms in) or by the keyboard
 * (see `byKey`). Below the bars stand the marks of what was put right and withdrawn.
 */
export function Strip({
  bars,
  lens,
  extent,
  brushed,
  onLens,
  onSearch,
}: {
  readonly bars: readonly Bar[];
  readonly lens: Lens;
  readonly extent: Extent;
  readonly brushed: Counts;
  readonly onLens: (lens: Lens) => void;
  readonly onSearch: () => void;
}) {
  const { t, format } = useLocale();
  const field = useRef<HTMLDivElement>(null);
  const brush = brushOf(lens);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = byKey(event, lens, extent);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'search') onSearch();
    else onLens(next);
  };
  const barAt = (event: PointerEvent): number => {
    const box = field.current?.getBoundingClientRect();
    if (box === undefined) return lens.first;
    const part = (event.clientX - box.left) / box.width;
    const index = Math.max(0, Math.min(bars.length - 1, Math.floor(part * bars.length)));
    return lens.first + index;
  };
  const page = (by: number): void => onLens(movedTo(lens, lens.at + by * bars.length, extent));
  return (
    <div className={styles['strip']}>
      <IconButton label={t('time-line.earlier')} onClick={() => page(-1)}>
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <div
        ref={field}
        role="slider"
        tabIndex={0}
        data-autofocus=""
        aria-label={t('time-line.brush')}
        aria-valuemin={lens.first}
        aria-valuemax={lens.first + bars.length - 1}
        aria-valuenow={lens.at}
        aria-valuetext={t('time-line.value', {
          when: brushName(lens, format, t),
          takes: takesIn(brushed),
          corrections: brushed.correction,
          kills: brushed.kill,
        })}
        className={styles['field']}
        onKeyDown={onKeyDown}
        onDoubleClick={() => onLens(zoomedTo(lens, nextUnit(lens.unit, 1) ?? lens.unit, extent))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onLens(movedTo(lens, barAt(event), extent, event.shiftKey));
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) onLens(movedTo(lens, barAt(event), extent, true));
        }}
      >
        <Drawn bars={bars} lens={lens} brush={brush} />
      </div>
      <IconButton label={t('time-line.later')} onClick={() => page(1)}>
        <ChevronRight aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Drawn({
  bars,
  lens,
  brush,
}: {
  readonly bars: readonly Bar[];
  readonly lens: Lens;
  readonly brush: { readonly from: number; readonly to: number };
}) {
  const { t, format } = useLocale();
  const most = Math.max(1, ...bars.map(({ counts }) => counts.report + counts.update));
  const every = Math.ceil(bars.length / mostNames);
  const share = (count: number): string => `${(count / most) * 100}%`;
  return (
    <>
      {bars.map(({ bar, counts }, index) => (
        <div
          key={bar}
          title={t('time-line.value', {
            when: barName(lens.unit, bar, format, t),
            takes: takesIn(counts),
            corrections: counts.correction,
            kills: counts.kill,
          })}
          className={cx(styles['column'], bar >= brush.from && bar <= brush.to && styles['in'])}
        >
          <span className={styles['stack']}>
            <span
              className={cx(styles['part'], styles['update'])}
              style={{ height: share(counts.update) }}
            />
            <span
              className={cx(styles['part'], styles['report'])}
              style={{ height: share(counts.report) }}
            />
          </span>
          <span className={styles['lane']}>
            {counts.correction > 0 && <KindMark kind="correction" />}
          </span>
          <span className={styles['lane']}>{counts.kill > 0 && <KindMark kind="kill" />}</span>
          <span className={styles['tick']}>
            {index % every === 0 && (
              <span className={cx((index / every) % 2 === 1 && styles['spare'])}>
                {tickName(lens, bar, format, t)}
              </span>
            )}
          </span>
        </div>
      ))}
    </>
  );
}

/** A stretch of time where there is little room: an hour by its beginning. */
function tickName(
  lens: Lens,
  bar: number,
  format: Parameters<typeof barName>[2],
  t: Parameters<typeof barName>[3],
): string {
  if (lens.unit !== 'hour') return barName(lens.unit, bar, format, t);
  return format.time(bar * 3_600_000, 'UTC');
}
