import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { root, shortRun } from './run';

const require = createRequire(import.meta.url);

/** The measurements, in the order of the report. */
export const sectionNames = [
  'start',
  'day',
  'typing',
  'editor',
  'search',
  'search-100000',
  'search-1000000',
  'import',
  'record',
  'exchange',
  'annotations',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** One line of a table: a figure, its reference of the same run, and how they stand. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  readonly ratio: string;
};

/** What one measurement found. */
export type Section = {
  readonly title: string;
  /** What the reference is, as the heading of its column. */
  readonly reference: string;
  readonly rows: readonly Row[];
  /** Further tables, in Markdown. */
  readonly tables?: readonly string[];
  /** How many of what was measured. */
  readonly runs: string;
  /** What was measured and how, in sentences. */
  readonly how: string;
};

/** What else the machine was doing when the run began; unknown on Windows. */
const loadBefore = loadavg()[0] ?? 0;

/** The report of full runs belongs to the project; that of short ones only to whoever ran it. */
const reportFile = shortRun
  ? path.join(root, 'test-results', 'performance-short.md')
  : path.join(root, 'docs', 'performance.md');

const preface = `# Performance

Written by \`npm run bench\`; each section is replaced by the run that measures it
(\`npm run bench -- start\`, \`day\`, \`typing\`, \`editor\`, \`search\`, \`import\`, \`record\`, \`exchange\` or \`annotations\`). Nothing here
is asserted by a test:
times depend on the machine, which is why each figure stands beside a reference measured in the same
run. A ratio of 1.00 × is the reference itself.
`;

/** Tells a measurement on the terminal and puts it in its place in the report. */
export function tell(name: SectionName, section: Section): void {
  process.stdout.write(`\n${asText(section)}\n`);
  const known = readReport();
  const sections = sectionNames.flatMap((candidate) => {
    const body = candidate === name ? asMarkdown(section) : known.get(candidate);
    return body === undefined ? [] : [`<!-- ${candidate} -->\n${body}\n<!-- /${candidate} -->`];
  });
  mkdirSync(path.dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, `${[preface, ...sections].join('\n')}\n`);
}

function readReport(): ReadonlyMap<SectionName, string> {
  const found = new Map<SectionName, string>();
  let text: string;
  try {
    text = readFileSync(reportFile, 'utf8');
  } catch {
    return found;
  }
  for (const name of sectionNames) {
    const body = new RegExp(`<!-- ${name} -->\\n(.*?)\\n<!-- /${name} -->`, 's').exec(text)?.[1];
    if (body !== undefined) found.set(name, body);
  }
  return found;
}

function asMarkdown({ title, reference, rows, tables = [], runs, how }: Section): string {
  const lines = rows.map(
    (row) => `| ${row.what} | ${row.ours} | ${row.reference} | ${row.ratio} |`,
  );
  return [
    `\n## ${title}\n`,
    `| | Writethru | ${reference} | ratio |`,
    '| --- | ---: | ---: | ---: |',
    ...lines,
    ...tables.map((table) => `\n${table}`),
    `\n${how}\n`,
    `${runs} ${machine()}\n`,
  ].join('\n');
}

function asText({ title, reference, rows, tables = [], runs }: Section): string {
  const heads = { what: title, ours: 'Writethru', reference, ratio: 'ratio' };
  const width = (key: keyof Row): number =>
    Math.max(...[heads, ...rows].map((row) => row[key].length));
  const widths = { what: width('what'), ours: width('ours'), reference: width('reference') };
  const line = (row: Row): string =>
    [
      row.what.padEnd(widths.what),
      row.ours.padStart(widths.ours),
      row.reference.padStart(widths.reference),
      row.ratio,
    ].join('   ');
  return [line(heads), ...rows.map(line), ...tables, runs].join('\n');
}

/** What the figures were measured on, without names or paths of the host. */
function machine(): string {
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  const { version: electron } = require('electron/package.json') as { version: string };
  const sqlite = (require('better-sqlite3/package.json') as { version: string }).version;
  const distribution = readVersion() ?? electron;
  const day = new Date().toISOString().slice(0, 10);
  const load = loadBefore === 0 ? '' : `, load average ${loadBefore.toFixed(1)} beforehand`;
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return (
    `Measured ${day} on ${processors.length} cores (${model}), ${gigabytes} GB, ${type()} ` +
    `${release().split('-')[0]}${load}; Electron ${distribution}, Node ${process.versions.node}, ` +
    `better-sqlite3 ${sqlite}.`
  );
}

/** The version of the Electron that runs, which may be the stand-in's. */
function readVersion(): string | undefined {
  try {
    const dist = path.join(root, 'node_modules', 'electron', 'dist', 'version');
    return readFileSync(dist, 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}
