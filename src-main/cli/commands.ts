import { bringBack } from './backups';
import { parseDocument } from '../domain/document/node';
import { ok } from '../domain/result';
import { printWire } from '../domain/wire/print';
import type { Services } from '../services';
import { saveFile } from '../services/files';
import { printable } from '../services/release';
import type { CliArguments, CliCommand, CommandForNone } from './arguments';
import { deliverNow } from './deliver';
import { diff } from './diff';
import { exportDispatches, importPaths } from './exchange';
import { library } from './library';
import { note, notes } from './notes';
import { dispatchOf, type Performed } from './outcome';
import { correct, embargo, kill, publishOpen, stamp, update } from './record';
import { reindex, search, similar } from './search';
import { instantOf } from './states';
import { templates } from './templates';
import { topics } from './topics';
import { trace } from './trace';
import { recordProblem } from './words';

/** Performs a command that needs the archive open, with the services. `path` resolves a path the person gave; `tell` shows progress. */
export function performCommand(
  command: Exclude<CliCommand, CommandForNone | 'watch'>,
  args: CliArguments,
  services: Services,
  path: (given: string) => string,
  tell: (text: string) => void,
): Performed {
  const operand = args.operands[0] ?? '';
  switch (command) {
    case 'import':
      return importPaths(services, args.operands.map(path));
    case 'export':
      return exportDispatches(services, args, path);
    case 'deliver':
      return deliverNow(services);
    case 'topics':
      return topics(services, args.operands, path);
    case 'list':
      return list(services, args);
    case 'show':
      return args.at === undefined ? show(services, operand) : showAt(services, operand, args.at);
    case 'search':
      return search(services, args);
    case 'similar':
      return similar(services, operand, args);
    case 'reindex':
      return reindex(services, tell);
    case 'diff':
      return diffStates(services, operand, args);
    case 'trace':
      return trace(services, operand, args.operands[1], args.formulas);
    case 'update':
      return update(services, operand, args, path);
    case 'correct':
      return correct(services, operand, args, path);
    case 'kill':
      return kill(services, operand, args, path);
    case 'publish':
      return publishOpen(services, operand, args);
    case 'stamp':
      return stamp(services, operand, args);
    case 'embargo':
      return embargo(services, operand, args);
    case 'note':
      return note(services, args, path);
    case 'notes':
      return notes(services, args.operands[0], args, path);
    case 'library':
    case 'templates':
      return { library, templates }[command](services, args, path);
    case 'proof':
      return proof(services, operand, args.out === undefined ? undefined : path(args.out));
    case 'verify':
      return verify(services);
    case 'backup':
      return backup(services, path(operand));
    case 'bring-back':
      return bringBack(services, args, path);
  }
}

async function list(services: Services, { limit }: CliArguments): Performed {
  const page = await services.dispatches.list({ view: 'all', after: null, limit });
  if (!page.ok) return page;
  const lines = page.value.rows.map(
    (row) => `${row.id}  ${row.slug.padEnd(24)}  ${row.takes} take(s)  ${row.headline}\n`,
  );
  return ok({ json: page.value, text: lines.join(''), problems: [] });
}

async function show(services: Services, given: string): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const { value } = dispatch;
  const takes = value.takes.flatMap(printable);
  const notes = value.notes.map(
    ({ kind, author, anchor, body }) => `[${kind} ${author}] “${anchor?.exact ?? ''}”: ${body}\n`,
  );
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text = printWire(takes, { language: value.language, zone });
  return ok({
    json: value,
    text: `${value.id}  ${value.slug}\n\n${text}${notes.length === 0 ? '' : `\n${notes.join('')}`}`,
    problems: [],
  });
}

/** The story as it read at an instant, and whether a take of unknown time leaves that open. */
async function showAt(services: Services, given: string, at: string): Performed {
  const instant = instantOf(at);
  if (!instant.ok) return instant;
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const { id } = dispatch.value;
  const ref = { of: 'story-at', dispatchId: id, at: instant.value } as const;
  const state = await services.dispatches.state({ ref });
  if (!state.ok) return state;
  const { document, language, standing, ordinal, uncertain, slug } = state.value;
  const kind = standing === 'killed' ? 'kill' : 'report';
  const read = parseDocument(document);
  const takes = read.ok
    ? [{ label: '', kind, stamp: { precision: 'unknown' }, document: read.value } as const]
    : [];
  const words =
    standing === 'nothing'
      ? 'Nothing had been published.\n'
      : printWire(takes, { language, zone: 'UTC' });
  const open = uncertain ? '(A take whose time is unknown may have been out as well.)\n' : '';
  return ok({
    json: state.value,
    text: `${id}  ${slug}  after take ${ordinal} (${standing})\n${open}\n${words.trimStart()}`,
    problems: [],
  });
}

async function diffStates(services: Services, given: string, args: CliArguments): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const [, from = '', to = ''] = args.operands;
  return diff(services, dispatch.value, [from, to]);
}

/** The proof file of a dispatch, to standard output or into a file. */
async function proof(services: Services, given: string, out: string | undefined): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const made = await services.proof.make(dispatch.value.id);
  if (!made.ok) return made;
  const { text } = made.value;
  if (out === undefined) return ok({ json: JSON.parse(text) as unknown, text, problems: [] });
  const saved = await saveFile(out, new TextEncoder().encode(text));
  if (!saved.ok) return saved;
  return ok({ json: { path: out }, text: `The proof is in ${out}\n`, problems: [] });
}

async function verify(services: Services): Performed {
  const verified = await services.care.verify();
  if (!verified.ok) return verified;
  const { dispatches, revisions, problems } = verified.value;
  return ok({
    json: verified.value,
    text: `${dispatches} dispatch(es), ${revisions} revision(s), ${problems.length} problem(s)\n`,
    problems: problems.map(recordProblem),
  });
}

async function backup(services: Services, path: string): Performed {
  const made = await services.care.backUp(path);
  if (!made.ok) return made;
  const { byteLength } = made.value;
  return ok({
    json: made.value,
    text: `Backed up and verified: ${path}, ${byteLength} bytes\n`,
    problems: [],
  });
}
