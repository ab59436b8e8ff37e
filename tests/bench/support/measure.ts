/** Quantile of some measurements, by the nearest rank. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** Milliseconds as they stand in a table. */
export function ms(value: number): string {
  return `${value < 100 ? value.toFixed(1) : String(Math.round(value))} ms`;
}

/** How a figure stands to its reference. */
export function ratio(value: number, reference: number): string {
  return `${(value / reference).toFixed(2)} ×`;
}
