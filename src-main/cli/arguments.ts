import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../domain/result';
import { exportFormats } from '../contract/exchange';
import { noteVerb } from './notes';
import { parseStateName } from './states';
import { templateVerbs } from './templates';

/** The commands of the command line. */
export const cliCommands = [
  'import',
  'validate',
  'watch',
  'export',
  'deliver',
  'topics',
  'list',
  'show',
  'search',
  'similar',
  'diff',
  'trace',
  'update',
  'correct',
  'kill',
  'publish',
  'stamp',
  'embargo',
  'note',
  'notes',
  'library',
  'templates',
  'proof',
  'verify',
  'reindex',
  'backup',
  'backups',
  'restore',
  'seal',
  'unseal',
  'bring-back',
  'mend',
] as const;
export type CliCommand = (typeof cliCommands)[number];

/** A parsed command line. */
export type CliArguments = {
  readonly command: CliCommand;
  readonly operands: readonly string[];
  readonly archive: string | undefined;
  readonly json: boolean;
  readonly text: string | undefined;
  readonly on: string | undefined;
  readonly kind: string | undefined;
  readonly author: string;
  readonly publish: boolean;
  /** An instant, ISO 8601 with its zone. */
  readonly at: string | undefined;
  readonly until: string | undefined;
  /** IANA zone of the stamp or embargo. */
  readonly zone: string;
  /** Ordinal of a take. */
  readonly take: string | undefined;
  readonly wrong: string | undefined;
  readonly right: string | undefined;
  readonly line: string | undefined;
  readonly reason: string | undefined;
  readonly decidedBy: string | undefined;
  readonly lift: boolean;
  /** The file to write. */
  readonly out: string | undefined;
  /** The file to read notes, entries of the library or templates from. */
  readonly from: string | undefined;
  /** Whether templates of a file take the place of those that are there. */
  readonly replace: boolean;
  /** To whom a note is. */
  readonly to: string | undefined;
  readonly open: boolean;
  readonly formulas: boolean;
  readonly query: string | undefined;
  readonly all: boolean;
  readonly format: string | undefined;
  /** The order of what a search finds. */
  readonly sort: 'date' | 'relevance';
  /** Whether to count what a search finds by its facets. */
  readonly facets: boolean;
  /** An instant: a search finds what was read then. */
  readonly asOf: string | undefined;
  readonly limit: number;
  /** The folder of the official schemas. */
  readonly schemas: string | undefined;
  /** A file whose first line is the passphrase of what is sealed. */
  readonly passphraseFile: string | undefined;
};

/** Commands for an archive that may not open, or for none. */
export const commandsForNone = [
  'validate',
  'backups',
  'restore',
  'mend',
  'seal',
  'unseal',
] as const;
export type CommandForNone = (typeof commandsForNone)[number];

/** How many operands a command takes, which options it needs, and whether it writes. */
type Shape = {
  readonly least: number;
  readonly most: number;
  readonly needs: readonly (
    | 'text'
    | 'on'
    | 'take'
    | 'at'
    | 'reason'
    | 'decided-by'
    | 'format'
    | 'out'
    | 'from'
    | 'passphrase-file'
  )[];
  /** `what-went-out`: only that, where the archive can be written. */
  readonly writes?: true | 'what-went-out';
};

const shapes: Readonly<Record<CliCommand, Shape>> = {
  import: { least: 1, most: Infinity, needs: [], writes: true },
  validate: { least: 1, most: Infinity, needs: [] },
  watch: { least: 1, most: 1, needs: [], writes: true },
  export: { least: 0, most: Infinity, needs: ['format', 'out'], writes: 'what-went-out' },
  deliver: { least: 0, most: 0, needs: [], writes: true },
  topics: { least: 2, most: Infinity, needs: [], writes: true },
  list: { least: 0, most: 0, needs: [] },
  show: { least: 1, most: 1, needs: [] },
  search: { least: 1, most: Infinity, needs: [] },
  similar: { least: 1, most: 1, needs: [] },
  diff: { least: 3, most: 3, needs: [] },
  trace: { least: 1, most: 2, needs: [] },
  update: { least: 1, most: 1, needs: ['text'], writes: true },
  correct: { least: 1, most: 1, needs: ['text'], writes: true },
  kill: { least: 1, most: 1, needs: ['text', 'reason', 'decided-by'], writes: true },
  publish: { least: 1, most: 1, needs: [], writes: true },
  stamp: { least: 1, most: 1, needs: ['take', 'at', 'reason'], writes: true },
  embargo: { least: 1, most: 1, needs: [], writes: true },
  note: { least: 1, most: 2, needs: [], writes: true },
  notes: { least: 0, most: 1, needs: [] },
  library: { least: 0, most: 1, needs: [], writes: 'what-went-out' },
  templates: { least: 0, most: 1, needs: [], writes: 'what-went-out' },
  proof: { least: 1, most: 1, needs: [] },
  verify: { least: 0, most: 0, needs: [] },
  reindex: { least: 0, most: 0, needs: [], writes: true },
  backup: { least: 1, most: 1, needs: [] },
  backups: { least: 0, most: 0, needs: [] },
  restore: { least: 1, most: 1, needs: [] },
  seal: { least: 1, most: 1, needs: ['passphrase-file'] },
  unseal: { least: 1, most: 1, needs: ['passphrase-file'] },
  'bring-back': { least: 1, most: 2, needs: ['from'], writes: true },
  mend: { least: 0, most: 0, needs: [] },
};

/**
 * Whether a command changes the archive: then it has to be nobody else's at the time. An export only
 * keeps what went out, and goes on without where it cannot.
 */
export function writes(command: CliCommand): true | 'what-went-out' | false {
  return shapes[command].writes ?? false;
}

const options = {
  archive: { type: 'string' },
  json: { type: 'boolean', default: false },
  text: { type: 'string' },
  on: { type: 'string' },
  kind: { type: 'string' },
  author: { type: 'string', default: '' },
  publish: { type: 'boolean', default: false },
  at: { type: 'string' },
  until: { type: 'string' },
  zone: { type: 'string' },
  take: { type: 'string' },
  wrong: { type: 'string' },
  right: { type: 'string' },
  line: { type: 'string' },
  reason: { type: 'string' },
  'decided-by': { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  replace: { type: 'boolean', default: false },
  to: { type: 'string' },
  open: { type: 'boolean', default: false },
  lift: { type: 'boolean', default: false },
  formulas: { type: 'boolean', default: false },
  query: { type: 'string' },
  all: { type: 'boolean', default: false },
  format: { type: 'string' },
  sort: { type: 'string', default: 'date' },
  facets: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  limit: { type: 'string', default: '50' },
  schemas: { type: 'string' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** The options as Node's own parser reads them; it throws on what it does not know. */
function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], allowPositionals: true, options }));
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

type Values = Extract<ReturnType<typeof parse>, { ok: true }>['value']['values'];

/** Parses the arguments; an error is one sentence on what is wrong with them. */
export function parseArguments(argv: readonly string[]): Result<CliArguments | 'help', string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name, ...operands] = positionals;
  if (values.help || name === 'help') return ok('help');
  const command = cliCommands.find((known) => known === name);
  if (command === undefined) {
    return err(name === undefined ? 'A command is needed.' : `There is no command “${name}”.`);
  }
  const shape = shapes[command];
  if (operands.length < shape.least || operands.length > shape.most) {
    return err(`${command} takes ${operandsInWords(command)}.`);
  }
  if (command === 'diff' && operands.slice(1).some((name) => parseStateName(name) === undefined)) {
    return err(`diff takes ${operandsInWords(command)}.`);
  }
  const missing = shape.needs.find((option) => values[option] === undefined);
  if (missing !== undefined) return err(`${command} needs --${missing}.`);
  if (command === 'embargo' && (values.until === undefined) !== values.lift) {
    return err('embargo needs --until INSTANT, or --lift with --reason.');
  }
  const scope = command === 'export' ? exportScopeProblem(operands, values) : undefined;
  if (scope !== undefined) return err(scope);
  const unclear = notesUnclear(command, operands, values) ?? listUnclear(command, operands, values);
  if (unclear !== undefined) return err(unclear);
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    return err('--limit takes a whole number from 1 to 500.');
  }
  if (values.sort !== 'date' && values.sort !== 'relevance') {
    return err('--sort takes date or relevance.');
  }
  return ok(argumentsOf(command, operands, values, limit));
}

/** What is wrong with what shall be exported: ids, a query or everything, and in a known format. */
function exportScopeProblem(operands: readonly string[], values: Values): string | undefined {
  const scopes = [operands.length > 0, values.query !== undefined, values.all];
  if (scopes.filter(Boolean).length !== 1) return 'export needs ids, --query QUERY or --all.';
  const known = exportFormats.some((format) => format === values.format);
  return known ? undefined : `--format takes one of ${exportFormats.join(', ')}.`;
}

/** What a command on notes lacks, as a sentence. */
function notesUnclear(
  command: CliCommand,
  operands: readonly string[],
  { open, text, from, on }: Values,
): string | undefined {
  if (command === 'notes' && open === (operands.length === 1)) {
    return 'notes takes a dispatch, by its id or the beginning of it, or --open.';
  }
  if (command !== 'note') return undefined;
  const { verb, id } = noteVerb(operands);
  const verbs = operands.length === 2 && operands[0] !== verb;
  if (id === '' || verbs) return `note takes ${operandsInWords('note')}.`;
  if (operands[0] !== verb && on === undefined) return 'note needs --on.';
  if ((verb === 'add' || verb === 'answer') && (text ?? '').trim() === '') {
    return `note ${verb} needs --text.`;
  }
  return verb === 'import' && from === undefined ? 'note import needs --from FILE.' : undefined;
}

/** Which file the library or the templates come from or go to, where it does not say. */
function listUnclear(
  command: CliCommand,
  [what]: readonly string[],
  { from, out }: Values,
): string | undefined {
  if (command !== 'library' && command !== 'templates') return undefined;
  if (command === 'templates' && !templateVerbs.some((verb) => verb === (what ?? 'list'))) {
    return `templates takes ${operandsInWords(command)}.`;
  }
  if (what === 'import' && from === undefined) return `${command} import needs --from FILE.`;
  return what === 'export' && out === undefined ? `${command} export needs --out FILE.` : undefined;
}

/** What was typed, by its names. */
function argumentsOf(
  command: CliCommand,
  operands: readonly string[],
  values: Values,
  limit: number,
): CliArguments {
  return {
    command,
    operands,
    archive: values.archive,
    json: values.json,
    text: values.text,
    on: values.on,
    kind: values.kind,
    author: values.author,
    publish: values.publish,
    at: values.at,
    until: values.until,
    zone: values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    take: values.take,
    wrong: values.wrong,
    right: values.right,
    line: values.line,
    reason: values.reason,
    decidedBy: values['decided-by'],
    lift: values.lift,
    out: values.out,
    from: values.from,
    replace: values.replace,
    to: values.to,
    open: values.open,
    formulas: values.formulas,
    query: values.query,
    all: values.all,
    format: values.format,
    sort: values.sort === 'relevance' ? 'relevance' : 'date',
    facets: values.facets,
    asOf: values['as-of'],
    limit,
    schemas: values.schemas,
    passphraseFile: values['passphrase-file'],
  };
}

function operandsInWords(command: CliCommand): string {
  switch (command) {
    case 'import':
    case 'validate':
      return 'one path or more';
    case 'watch':
      return 'one folder';
    case 'search':
      return 'a query';
    case 'diff':
      return 'a dispatch and two of its states: a take’s number, an instant with its zone (2017-05-02T21:14:00Z), draft, or draft@VERSION';
    case 'show':
    case 'similar':
    case 'update':
    case 'correct':
    case 'kill':
    case 'publish':
    case 'stamp':
    case 'embargo':
    case 'proof':
    case 'notes':
      return 'one dispatch, by its id or the beginning of it';
    case 'note':
      return 'add, answer, resolve, reopen or import, and a dispatch or a note by its id or the beginning of it';
    case 'trace':
      return 'one dispatch, and a take of it by its number or id';
    case 'backup':
      return 'one path for the copy';
    case 'restore':
      return 'one backup, by its path, or the instant to go back to';
    case 'bring-back':
      return 'one dispatch, by its id, and copy where its words are to begin another';
    case 'seal':
    case 'unseal':
      return 'one file';
    case 'export':
      return 'dispatches, by their ids or the beginnings of them';
    case 'library':
      return 'nothing, a word of a term, or import or export';
    case 'templates':
      return 'nothing or list, import or export';
    case 'topics':
      return 'load and files of the vocabulary, find and words, or set, a dispatch and codes';
    case 'list':
    case 'deliver':
    case 'backups':
    case 'mend':
    case 'verify':
    case 'reindex':
      return 'no operands';
  }
}
