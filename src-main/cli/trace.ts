import { appError } from '../contract/errors';
import type { DispatchModel, TakeModel } from '../contract/models';
import type {
  Trace,
  TraceDispatch,
  TraceExport,
  TraceHolder,
  TracePassage,
} from '../contract/trace';
import { err, ok } from '../domain/result';
import { takeToTrace } from '../domain/trace/which';
import type { Services } from '../services';
import { dispatchOf, type Performed } from './outcome';

/**
 * Where the sentences of a take stand elsewhere. `take` is its ordinal or id; without it, the newest
 * kill or correction, or else the newest take.
 */
export async function trace(
  services: Services,
  given: string,
  take: string | undefined,
  formulas: boolean,
): Performed {
  const dispatch = await dispatchOf(services, given);
  if (!dispatch.ok) return dispatch;
  const found = takeOf(dispatch.value, take);
  if (found === undefined) return err(appError('not-found', 'take'));
  const traced = await services.search.trace({ takeId: found.id, formulas });
  if (!traced.ok) return traced;
  return ok({ json: traced.value, text: inWords(traced.value), problems: [] });
}

function takeOf({ takes }: DispatchModel, given: string | undefined): TakeModel | undefined {
  if (given === undefined) return takeToTrace(takes);
  return takes.find(({ id, ordinal }) => id === given || String(ordinal) === given);
}

function inWords(traced: Trace): string {
  const { take, sentences, elsewhere, own, exports, leftOut, bounded } = traced;
  const head = `Traced ${sentences.length} sentence(s) for take ${take.ordinal} (${take.kind}) of ${take.slug}.\n`;
  const foot = [
    ...(leftOut === 0
      ? []
      : [
          `${leftOut} dispatch(es) that share nothing but formulas left out (--formulas lists them).`,
        ]),
    ...(bounded ? ['There may be more: the search is bounded.'] : []),
    `Found in ${elsewhere.length} other dispatch(es).`,
  ];
  const listed = elsewhere.map(dispatchInWords).join('');
  const apart = own === null ? '' : `\nIn the same dispatch:${dispatchInWords(own)}`;
  const out = exports.length === 0 ? '' : `\nWent out:\n${exports.map(exportInWords).join('')}`;
  return `${head}${listed}${apart}${out}\n${foot.join('\n')}\n`;
}

function dispatchInWords(dispatch: TraceDispatch): string {
  const places = dispatch.places.map(
    ({ holder, passages }) =>
      `  ${holderInWords(holder)}: ${todo(dispatch, holder)}\n${passages.map(passageInWords).join('')}`,
  );
  return `\n${dispatch.dispatchId}  ${dispatch.slug}  ${dispatch.headline}\n${places.join('')}`;
}

/** What went out: how, where to, with which takes. */
function exportInWords({ slug, way, format, destination, at, takes }: TraceExport): string {
  const what = [way, format, destination].filter((part) => part !== '').join(' ');
  const numbers = takes.join(', ');
  return `  ${new Date(at).toISOString()}  ${what}: take ${numbers} of ${slug}\n`;
}

function holderInWords(holder: TraceHolder): string {
  switch (holder.is) {
    case 'take':
      return `take ${holder.ordinal} (${holder.kind})`;
    case 'draft':
      return 'draft';
    case 'discarded':
      return 'draft put away';
  }
}

/** What is to be done with a find. */
function todo({ killed }: TraceDispatch, holder: TraceHolder): string {
  switch (holder.is) {
    case 'draft':
      return 'edit it before it is published';
    case 'discarded':
      return 'nothing, it was never published';
    case 'take':
      if (killed) return 'nothing, it is withdrawn already';
      return holder.running
        ? 'append a correction, or withdraw it'
        : 'nothing, a later take stands in its place';
  }
}

/** The passage on one line, what is the same in [ ]. */
function passageInWords({ excerpt, containment }: TracePassage): string {
  let text = '';
  let at = 0;
  for (const { start, end } of excerpt.ranges) {
    text += `${excerpt.text.slice(at, start)}[${excerpt.text.slice(start, end)}]`;
    at = end;
  }
  return `    ${Math.round(containment * 100)} %  ${text}${excerpt.text.slice(at)}\n`;
}
