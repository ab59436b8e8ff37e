import { readFile } from 'node:fs/promises';
import { appError, type AppError } from '../contract/errors';
import type { DispatchModel, DraftModel } from '../contract/models';
import { parseDocument, toJson } from '../domain/document/node';
import { replaceStep } from '../domain/document/replace';
import { correctable, type Carries } from '../domain/record/carries';
import { propose } from '../domain/record/proposal';
import { takeKinds, type TakeKind } from '../domain/record/take';
import { err, ok, type Result } from '../domain/result';
import { decodeBytes } from '../domain/wire/decode';
import { parseWire } from '../domain/wire/parse';
import type { Services } from '../services';
import { systemCode } from '../services/exchange/sources';
import type { CliArguments } from './arguments';
import { dispatchOf, type Performed } from './outcome';
import { instantOf } from './states';

type ResolvePath = (given: string) => string;

/** Appends a take with the words of a file; it stays a draft unless it shall be published. */
export function update(
  services: Services,
  given: string,
  args: CliArguments,
  path: ResolvePath,
): Performed {
  const kind = takeKinds.find((known) => known === (args.kind ?? 'update'));
  if (kind === undefined) return Promise.resolve(err(appError('validation', 'kind')));
  return append(services, given, args, path, { kind, corrects: null, carries: {} });
}

/** Corrects a take: the file holds the whole of it, put right. What changed is told from comparing. */
export async function correct(
  services: Services,
  given: string,
  args: CliArguments,
  path: ResolvePath,
): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const takes = correctable(dispatch.value.takes);
  const ordinal = args.take === undefined ? undefined : Number(args.take);
  const take = dispatch.value.takes.find((one) =>
    ordinal === undefined ? one.id === takes.at(-1)?.id : one.ordinal === ordinal,
  );
  if (take === undefined) return err(appError('not-found', 'take'));
  const { wrong, right } = args;
  return append(services, given, args, path, {
    kind: 'correction',
    corrects: take.id,
    carries: { ...(wrong !== undefined && { wrong }), ...(right !== undefined && { right }) },
  });
}

/** Withdraws a dispatch: the file holds the notice, the options say why and who decided. */
export function kill(
  services: Services,
  given: string,
  args: CliArguments,
  path: ResolvePath,
): Performed {
  const carries = { reason: args.reason ?? '', decidedBy: args.decidedBy ?? '' };
  return append(services, given, args, path, { kind: 'kill', corrects: null, carries });
}

/** Publishes the open draft of a dispatch. */
export async function publishOpen(
  services: Services,
  given: string,
  args: CliArguments,
): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const { draft } = dispatch.value;
  if (draft === null) return err(appError('not-found', 'draft'));
  return publish(services, draft, args);
}

/** Supplies the time of a published take, with the reason that is kept. */
export async function stamp(services: Services, given: string, args: CliArguments): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const take = dispatch.value.takes.find(({ ordinal }) => ordinal === Number(args.take));
  if (take === undefined) return err(appError('not-found', 'take'));
  const chosen = handStamp(args);
  if (!chosen.ok) return chosen;
  const { author, reason = '' } = args;
  const request = { takeId: take.id, stamp: chosen.value, reason, author };
  const set = await services.publishing.setStamp(request);
  if (!set.ok) return set;
  return ok({
    json: { dispatchId: dispatch.value.id, ...request },
    text: `Take ${take.ordinal} is stamped ${args.at ?? ''}.\n`,
    problems: [],
  });
}

/** Sets or lifts the embargo of a dispatch. */
export async function embargo(services: Services, given: string, args: CliArguments): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const end = args.until === undefined ? null : instantOf(args.until);
  if (end !== null && !end.ok) return end;
  const until = end === null ? null : { instant: end.value, zone: args.zone };
  const { author, reason = '' } = args;
  const { id } = dispatch.value;
  const set = await services.publishing.setEmbargo({ id, until, reason, author });
  if (!set.ok) return set;
  return ok({
    json: { dispatchId: id, until },
    text: until === null ? 'The embargo is lifted.\n' : `Under embargo until ${args.until}.\n`,
    problems: [],
  });
}

/** What a take about to be appended is, besides its words. */
type Appending = {
  readonly kind: TakeKind;
  readonly corrects: string | null;
  /** What it carries of its kind's fields; the rest is proposed. */
  readonly carries: Readonly<Record<string, string>>;
};

async function append(
  services: Services,
  given: string,
  args: CliArguments,
  path: ResolvePath,
  { kind, corrects, carries }: Appending,
): Performed {
  const words = await documentIn(path(args.text ?? ''));
  if (!words.ok) return words;
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  if (dispatch.value.draft !== null) return err(appError('conflict', 'draft-open'));
  const dispatchId = dispatch.value.id;
  const { author } = args;
  const begun = await services.drafts.append({ dispatchId, kind, corrects, author });
  if (!begun.ok) return begun;
  const written = await writeDraft(services, dispatchId, words.value);
  if (!written.ok) return written;
  const kept = await keepFacts(services, written.value, args.line, carries);
  if (!kept.ok) return kept;
  const { draftId } = begun.value;
  if (args.publish) return publish(services, { id: draftId, version: written.value.version }, args);
  return ok({ json: { dispatchId, draftId }, text: `Draft ${draftId} is kept.\n`, problems: [] });
}

async function publish(
  services: Services,
  { id, version }: Pick<DraftModel, 'id' | 'version'>,
  args: CliArguments,
): Performed {
  const { author } = args;
  const chosen = args.at === undefined ? null : handStamp(args);
  if (chosen !== null && !chosen.ok) return chosen;
  const published = await services.publishing.publish({
    draftId: id,
    version,
    key: id,
    author,
    stamp:
      chosen === null
        ? { by: 'clock' }
        : { by: 'hand', stamp: chosen.value, reason: args.reason ?? '' },
  });
  if (!published.ok) return published;
  const { take, revision } = published.value;
  return ok({
    json: published.value,
    text: `Published take ${take.ordinal} as revision ${revision.number} (${revision.hash.slice(0, 12)}).\n`,
    problems: [],
  });
}

function handStamp({ at, zone }: CliArguments) {
  const instant = instantOf(at ?? '');
  if (!instant.ok) return instant;
  return ok({ precision: 'second', instant: instant.value, zone } as const);
}

/** A draft as it was just written, and the dispatch it is of. */
type Written = { readonly version: number; readonly dispatch: DispatchModel };

/** Puts a text in place of the draft's words, through its journal like any typing. */
async function writeDraft(
  services: Services,
  dispatchId: string,
  text: string,
): Promise<Result<Written, AppError>> {
  const dispatch = await services.dispatches.get({ id: dispatchId });
  if (!dispatch.ok) return dispatch;
  const draft = dispatch.value.draft;
  const current = draft === null ? undefined : parseDocument(draft.document);
  const parsed = parseWire(text, { zone: 'UTC' });
  const first = parsed.ok ? parsed.value.takes[0] : undefined;
  if (draft === null || current?.ok !== true || first === undefined) {
    return err(appError('validation', 'no-text'));
  }
  const draftId = draft.id;
  const steps = [replaceStep(current.value, first.document)];
  const journaled = await services.drafts.journal({ draftId, baseVersion: draft.version, steps });
  if (!journaled.ok) return journaled;
  const { version } = journaled.value;
  const document = toJson(first.document);
  const kept = await services.drafts.checkpoint({ draftId, version, document, notes: [] });
  if (!kept.ok) return kept;
  return ok({ version, dispatch: { ...dispatch.value, draft: { ...draft, version, document } } });
}

/** Keeps what the take carries: what was given, and for the rest what comparing proposes. */
async function keepFacts(
  services: Services,
  { dispatch }: Written,
  line: string | undefined,
  given: Appending['carries'],
): Promise<Result<unknown, AppError>> {
  const { draft, language } = dispatch;
  const document = draft === null ? undefined : parseDocument(draft.document);
  if (draft === null || document?.ok !== true) return err(appError('not-found', 'draft'));
  const published = dispatch.takes.flatMap((take) => {
    const read = parseDocument(take.document);
    return read.ok ? [{ ...take, document: read.value }] : [];
  });
  const { kind, facts } = draft;
  const subject = { kind, language, carries: facts.carries, published, draft: document.value };
  const proposal = propose(subject);
  const carries: Carries =
    facts.carries.of === 'correction'
      ? { ...facts.carries, wrong: proposal.wrong, right: proposal.right, ...given }
      : { ...facts.carries, ...given };
  return services.drafts.setFacts({
    draftId: draft.id,
    facts: { advisoryLine: line ?? proposal.advisoryLine, carries },
  });
}

async function documentIn(path: string): Promise<Result<string, AppError>> {
  try {
    const decoded = decodeBytes(await readFile(path));
    if (decoded.ok) return ok(decoded.value.text);
    return err(appError('validation', `text-${decoded.error.code}`, { path }));
  } catch (thrown) {
    return err(appError('not-found', 'text file', { path, code: systemCode(thrown) }));
  }
}
