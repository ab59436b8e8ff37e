import { cpus } from 'node:os';
import { ms } from '../../bench/support/measure';
import { slope, type Delays, type Held, type Sample } from './watch';

/** What a run came to. */
export type Figures = {
  readonly minutes: number;
  readonly count: number;
  readonly rounds: number;
  readonly samples: readonly Sample[];
  /** What the page held after its garbage was collected, now and then. */
  readonly page: readonly Held[];
  readonly delays: Delays;
  readonly wrong: readonly string[];
  readonly problems: number;
};

/** The part of a run in which memory still fills what it will keep: left out of the slope. */
const warmUp = 0.2;
const names: Readonly<Record<string, string>> = {
  Browser: 'main, with its threads',
  Tab: 'the window',
  GPU: 'graphics',
  Utility: 'utilities',
};

/** The page docs/soak.md. */
export function reportOf({
  minutes,
  count,
  rounds,
  samples,
  page,
  delays,
  wrong,
  problems,
}: Figures): string {
  const kinds = Object.keys(samples[0]?.memory ?? {});
  const rows = kinds.map((kind) => row(kind, minutes, samples));
  return `# The soak

\`npm run soak\`: a robot does a desk's work in the real window, a round every 12 s, over an archive of
${count.toLocaleString('en')} generated dispatches: writes, notes, publishes, updates, undoes, searches, steps through hits,
opens, compares, turns the tabs. ${minutes} minutes, ${rounds} rounds, ${rounds * 2} takes published, on
${new Date().toISOString().slice(0, 10)} with ${cpus().length} cores.

| process | after ${Math.round(minutes * warmUp)} min | at the end | most | slope |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

Memory is resident memory; the slope is that of the least-squares line after the first fifth of the run.
${pageText(page, minutes)}
Main's event loop was late by ${ms(delays.p50)} (median), ${ms(delays.p99)} (p99), ${ms(delays.most)} at most.
Errors in the log and in the page: ${wrong.length}. Verification afterwards: ${problems} problems.
`;
}

function row(kind: string, minutes: number, samples: readonly Sample[]): string {
  const points = samples.map(({ minute, memory }) => [minute, memory[kind] ?? 0] as const);
  const warm = points.filter(([minute]) => minute >= minutes * warmUp);
  const held = warm.map(([, megabytes]) => megabytes);
  const mb = (value: number | undefined): string => `${Math.round(value ?? 0)} MB`;
  const growth = slope(warm);
  const told = `${growth >= 0 ? '+' : '−'}${Math.abs(growth).toFixed(1)} MB/h`;
  return `| ${names[kind] ?? kind} | ${mb(held[0])} | ${mb(held.at(-1))} | ${mb(Math.max(...held))} | ${told} |`;
}

function pageText(page: readonly Held[], minutes: number): string {
  const warm = page.filter(({ minute }) => minute >= minutes * warmUp);
  const [first, last] = [warm[0], warm.at(-1)];
  if (first === undefined || last === undefined) return '';
  const growth = slope(warm.map(({ minute, heap }) => [minute, heap]));
  const from = (what: 'nodes' | 'listeners'): string =>
    `${first[what].toLocaleString('en')} to ${last[what].toLocaleString('en')} ${what}`;
  return `Once its garbage is collected the page holds ${first.heap.toFixed(1)} MB of JavaScript after that, ${last.heap.toFixed(1)} MB at the
end (${growth >= 0 ? '+' : '−'}${Math.abs(growth).toFixed(1)} MB/h); ${from('nodes')}, ${from('listeners')}.`;
}
