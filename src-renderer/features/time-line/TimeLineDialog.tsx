import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CalendarUnit } from '@domain/time/calendar';
import { firstDayOf } from '@domain/time/calendar';
import {
  brushOf,
  dayLens,
  lineUnits,
  nextUnit,
  periodText,
  widestLens,
  zoomedTo,
  type Lens,
} from '@domain/time/time-line';
import { useEvent } from '../../bridge/useEvent';
import { errorOf } from '../../state/client';
import { showDialog } from '../../state/desk';
import { countDaysAgain, useDayTakes, useTimeLine } from '../../state/time-line';
import { Button, IconButton } from '../../ui/Button';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { useLocale } from '../../ui/i18n/Locale';
import { BarTable } from './BarTable';
import { DayTakes } from './DayTakes';
import { Legend } from './Legend';
import { barsOf, brushedCounts, brushName, extentOf, type DayTake, type Line } from './model';
import { Strip } from './Strip';
import styles from './TimeLine.module.css';

const noTakes: readonly DayTake[] = [];

/**
 * What was published when: the whole archive by years, months or days, and a day at the desk by its
 * hours. `onSearch` is given the query for the dates that were brushed.
 */
export function TimeLineDialog({ onSearch }: { readonly onSearch: (query: string) => void }) {
  const { t } = useLocale();
  const line = useTimeLine();
  useEvent('dispatches-changed', countDaysAgain);
  const close = (): void => showDialog(null);
  if (line.data?.state === 'counted' && line.data.days.length > 0) {
    return <Counted line={line.data} onSearch={onSearch} onClose={close} />;
  }
  return (
    <Dialog title={t('time-line.title')} size="full" onClose={close}>
      {line.isError ? (
        <ErrorNote error={errorOf(line.error)} />
      ) : line.data === undefined ? (
        <p role="status">{t('time-line.counting')}</p>
      ) : line.data.state === 'building' ? (
        <p role="status">{t('time-line.building')}</p>
      ) : (
        <Empty title={t('time-line.empty.title')} text={t('time-line.empty')} />
      )}
    </Dialog>
  );
}

function Counted({
  line,
  onSearch,
  onClose,
}: {
  readonly line: Line;
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
}) {
  const { t, format } = useLocale();
  const extent = extentOf(line);
  const [lens, setLens] = useState<Lens>(() => widestLens(extent));
  const [tabled, setTabled] = useState(false);
  const hours = lens.unit === 'hour';
  const { data: day } = useDayTakes(hours ? firstDayOf('hour', lens.first) : null);
  const takes = day?.takes ?? noTakes;
  const bars = barsOf(line, takes, lens);
  const brushed = brushedCounts(line, bars, lens);
  const search = (): void => onSearch(`on:${periodText(lens.unit, brushOf(lens))} is:published `);
  const zoom = (unit: CalendarUnit | null): void => {
    if (unit !== null) setLens(zoomedTo(lens, unit, extent));
  };
  return (
    <Dialog
      title={t('time-line.title')}
      size="full"
      onClose={onClose}
      footer={
        <>
          <span className={styles['keys']}>{t('time-line.keys')}</span>
          <Button look="primary" onClick={search}>
            {t('time-line.search')}
          </Button>
        </>
      }
    >
      <div className={styles['tools']}>
        <IconButton label={t('time-line.zoom-out')} onClick={() => zoom(nextUnit(lens.unit, -1))}>
          <Minus aria-hidden="true" />
        </IconButton>
        <Choice
          boxed
          label={t('time-line.units')}
          value={lens.unit}
          options={lineUnits.map((value) => ({ value, label: t(`time-line.unit.${value}`) }))}
          onChange={zoom}
        />
        <IconButton label={t('time-line.zoom-in')} onClick={() => zoom(nextUnit(lens.unit, 1))}>
          <Plus aria-hidden="true" />
        </IconButton>
        <Button onClick={() => setLens(dayLens(line.today))}>{t('time-line.today')}</Button>
        <Button
          className={styles['end'] ?? ''}
          aria-pressed={tabled}
          onClick={() => setTabled(!tabled)}
        >
          {t('time-line.table')}
        </Button>
      </div>
      <Legend counts={brushed} name={brushName(lens, format, t)} />
      {tabled ? (
        <BarTable bars={bars} lens={lens} />
      ) : (
        <Strip
          bars={bars}
          lens={lens}
          extent={extent}
          brushed={brushed}
          onLens={setLens}
          onSearch={search}
        />
      )}
      {hours && <DayTakes takes={takes} more={day?.more === true} lens={lens} />}
      {line.undated > 0 && (
        <p className={styles['remark']}>{t('time-line.undated', { count: line.undated })}</p>
      )}
    </Dialog>
  );
}
