import { unknownStamp, type Stamp, type StampPrecision } from '../../domain/record/stamp';

/** A stamp as the columns of the `take` table. */
export type StampColumns = {
  readonly stamp_precision: StampPrecision;
  readonly stamp_instant: number | null;
  readonly stamp_zone: string | null;
};

/** The stamp in a row. */
export function stampOf(row: StampColumns): Stamp {
  if (row.stamp_precision === 'unknown' || row.stamp_instant === null || row.stamp_zone === null) {
    return unknownStamp;
  }
  return { precision: row.stamp_precision, instant: row.stamp_instant, zone: row.stamp_zone };
}

/** The columns of a stamp. */
export function stampColumns(stamp: Stamp): StampColumns {
  return stamp.precision === 'unknown'
    ? { stamp_precision: 'unknown', stamp_instant: null, stamp_zone: null }
    : { stamp_precision: stamp.precision, stamp_instant: stamp.instant, stamp_zone: stamp.zone };
}
