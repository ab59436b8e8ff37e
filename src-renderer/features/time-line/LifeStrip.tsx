import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { namedOnLine } from '@domain/time/life-line';
import { cx } from '../../ui/cx';
import { useLocale } from '../../ui/i18n/Locale';
import { deedText, lanes, lifeByKey, nearestTo, whenText, type Drawn } from './life';
import { LifeMark } from './LifeMark';
import styles from './Life.module.css';

/** The room of a date under the line, in parts of it. */
const roomOfName = 0.16;

/**
 * The line with everything on it, a lane for each sort; stepped through by the keyboard (see
 * `lifeByKey`), or pointed at.
 */
export function LifeStrip({
  drawn,
  at,
  onStep,
  onShow,
}: {
  readonly drawn: readonly Drawn[];
  readonly at: number;
  readonly onStep: (index: number) => void;
  readonly onShow: () => void;
}) {
  const { t, format } = useLocale();
  const field = useRef<HTMLDivElement>(null);
  const chosen = drawn[at];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = lifeByKey(event.key, drawn, at);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) onShow();
    else onStep(next);
  };
  const onPointer = (event: PointerEvent): void => {
    const box = field.current?.getBoundingClientRect();
    if (box === undefined || event.buttons !== 1) return;
    const lane = lanes[Math.floor(((event.clientY - box.top) / box.height) * lanes.length)];
    onStep(nearestTo(drawn, (event.clientX - box.left) / box.width, lane));
  };
  return (
    <div className={styles['strip']}>
      <div className={styles['names']} aria-hidden="true">
        {lanes.map((lane) => (
          <span key={lane}>{t(`life.lane.${lane}`)}</span>
        ))}
      </div>
      <div
        role="slider"
        tabIndex={0}
        data-autofocus=""
        aria-label={t('life.line')}
        aria-valuemin={1}
        aria-valuemax={drawn.length}
        aria-valuenow={at + 1}
        aria-valuetext={
          chosen && t('life.event', { when: whenText(chosen, format), what: deedText(chosen, t) })
        }
        className={styles['field']}
        onKeyDown={onKeyDown}
        onDoubleClick={onShow}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
      >
        <div ref={field} className={styles['lanes']}>
          <Lanes drawn={drawn} at={at} />
        </div>
        <Dates drawn={drawn} />
      </div>
    </div>
  );
}

function Lanes({ drawn, at }: { readonly drawn: readonly Drawn[]; readonly at: number }) {
  const chosen = drawn[at];
  return (
    <>
      {lanes.map((lane) => (
        <div key={lane} className={styles['lane']}>
          {drawn.map((one, index) =>
            one.lane === lane ? (
              <span
                key={`${one.at} ${one.deed.is} ${index}`}
                className={cx(styles['event'], index === at && styles['at'])}
                style={placed(one.place)}
              >
                <LifeMark deed={one.deed} />
              </span>
            ) : null,
          )}
        </div>
      ))}
      {chosen !== undefined && <span className={styles['now']} style={placed(chosen.place)} />}
    </>
  );
}

/** The dates, or hours, of as many as there is room for. */
function Dates({ drawn }: { readonly drawn: readonly Drawn[] }) {
  const { format } = useLocale();
  const named = namedOnLine(
    drawn.map(({ place }) => place),
    roomOfName,
  );
  // Of several on one day the first is named by it, the others by their hour.
  const nameOf = (index: number): string => {
    const at = drawn[index]?.at ?? 0;
    const before = drawn[named[named.indexOf(index) - 1] ?? -1]?.at;
    const date = format.date(at);
    return before !== undefined && format.date(before) === date ? format.clock(at) : date;
  };
  return (
    <div className={styles['dates']} aria-hidden="true">
      {drawn.map((one, index) =>
        named.includes(index) ? (
          <span
            key={`${one.at} ${one.deed.is} ${index}`}
            className={cx(one.place > 1 - roomOfName && styles['ending'])}
            style={placed(one.place)}
          >
            {nameOf(index)}
          </span>
        ) : null,
      )}
    </div>
  );
}

function placed(place: number): CSSProperties {
  return { insetInlineStart: `${place * 100}%` };
}
