import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../document/canonical-text';
import { err, ok, type Result } from '../../result';
import type { Carries } from '../../record/carries';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { takeKinds, type TakeKind } from '../../record/take';
import { plainItem, type ExchangeItem, type ExchangeTake } from '../item';
import { hasText } from '../markup/assemble';
import { stampFromIso } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readTakeElement } from '../markup/read-html';
import {
  attribute,
  classesOf,
  descendants,
  elementAt,
  elementsOf,
  lineOfText,
  type MarkupElement,
} from '../markup/tree';
import { parseXml } from '../markup/xml';
import { languageOf, urgencyOf, versionOf, type ReadContext, type ReadFault } from '../reading';
import type { Repairs } from '../repair';
import { distinctPersons } from '../persons';
import { distinctSubjects, subjectFrom } from '../subjects';

/**
 * Reads a `nitf` element of any version from 3.2, with or without its namespace: blocks we wrote are
 * its takes, everything else is one take.
 */
export function readNitf(
  nitf: MarkupElement,
  context: ReadContext,
  repairs: Repairs,
): Result<ExchangeItem, ReadFault> {
  if (attribute(nitf, 'xmlns') === '') repairs.add('namespace-missing');
  const takes = takesOf(nitf, context, repairs);
  if (takes.every(({ document }) => !hasText(document))) return err({ code: 'no-text' });
  const docdata = elementAt(nitf, 'head', 'docdata');
  const words = takes.map(({ document }) => canonicalText(document)).join('\n');
  const tag = attribute(nitf, 'xml:lang') || attribute(nitf, 'baselang');
  return ok(
    plainItem(takes, {
      ...identityOf(nitf, docdata),
      slug: slugOf(docdata).slice(0, 120),
      language: languageOf(tag, words, repairs),
      urgency: urgencyOf(attribute(elementAt(docdata, 'urgency'), 'ed-urg'), repairs),
      agency: agencyOf(nitf, docdata).slice(0, 120),
      desk: attribute(elementAt(docdata, 'fixture'), 'fix-id').slice(0, 120),
      place: placeOf(nitf).slice(0, 120),
      embargo: embargoOf(docdata, context),
      subjects: subjectsOf(nitf),
      persons: personsOf(nitf, repairs),
    }),
  );
}

/** The document of NITF that another format carries as text, or null where it cannot be read. */
export function readNitfTake(
  text: string,
  headline: string,
  context: ReadContext,
  repairs: Repairs,
): Node | null {
  const parsed = parseXml(text, repairs);
  if (!parsed.ok) return null;
  const take = takesOf(parsed.value, context, repairs)[0];
  if (take === undefined || !hasText(take.document)) return null;
  const [first, ...rest] = take.document.children;
  const given = readTakeElement({ ...parsed.value, children: [] }, { headline }, repairs);
  const title = first?.content.size === 0 ? given.child(0) : (first ?? given.child(0));
  return take.document.type.create(null, [title, ...rest]);
}

function identityOf(
  nitf: MarkupElement,
  docdata: MarkupElement | undefined,
): Pick<ExchangeItem, 'guid' | 'version'> {
  const uno = attribute(nitf, 'uno');
  const id = attribute(elementAt(docdata, 'doc-id'), 'id-string');
  const key = elementAt(docdata, 'du-key');
  const guid = id || uno;
  return {
    guid: guid === '' ? null : guid,
    version: versionOf(attribute(key, 'version')) ?? versionOf(attribute(key, 'generation')),
  };
}

function slugOf(docdata: MarkupElement | undefined): string {
  const key = attribute(elementAt(docdata, 'du-key'), 'key');
  return key || attribute(elementAt(docdata, 'key-list', 'keyword'), 'key');
}

function agencyOf(nitf: MarkupElement, docdata: MarkupElement | undefined): string {
  const distributor = lineOfText(elementAt(nitf, 'body', 'body.head', 'distributor'));
  return distributor || attribute(elementAt(docdata, 'del-list', 'from-src'), 'src-name');
}

function placeOf(nitf: MarkupElement): string {
  const dateline = elementAt(nitf, 'body', 'body.head', 'dateline');
  return plainLine(lineOfText(elementAt(dateline, 'location')));
}

function embargoOf(
  docdata: MarkupElement | undefined,
  { zone }: ReadContext,
): ExchangeItem['embargo'] {
  const release = stampFromIso(attribute(elementAt(docdata, 'date.release'), 'norm'), zone);
  if (release.precision === 'unknown') return null;
  const issue = stampFromIso(attribute(elementAt(docdata, 'date.issue'), 'norm'), zone);
  // Released when it was issued, or before: that is no embargo.
  const issued = issue.precision === 'unknown' ? null : issue.instant;
  const isOurs = attribute(elementAt(docdata, 'doc-id'), 'regsrc') === 'writethru';
  const said = isOurs || attribute(docdata, 'management-status') === 'embargoed';
  if (!said && issued !== null && release.instant <= issued) return null;
  return { instant: release.instant, zone: release.zone };
}

/** The persons identified in the head, and those marked in the text. */
function personsOf(nitf: MarkupElement, repairs: Repairs): ExchangeItem['persons'] {
  const identified = descendants(nitf, 'identified-content').flatMap(({ children }) =>
    children.filter((child) => child.is === 'element'),
  );
  if (identified.some(({ name }) => name !== 'person')) {
    repairs.add('field-kept-aside', 'identified-content');
  }
  const content = elementAt(nitf, 'body', 'body.content');
  const marked = content === undefined ? [] : descendants(content, 'person');
  return distinctPersons(
    [...identified.filter(({ name }) => name === 'person'), ...marked].map(lineOfText),
  );
}

function subjectsOf(nitf: MarkupElement): ExchangeItem['subjects'] {
  const all = descendants(nitf, 'tobject.subject');
  return distinctSubjects(
    all.map((one) => {
      const name = ['detail', 'matter', 'type']
        .map((part) => attribute(one, `tobject.subject.${part}`))
        .find((text) => text !== '');
      const code = attribute(one, 'tobject.subject.refnum');
      return subjectFrom(code === '00000000' ? '' : code, name ?? '');
    }),
  );
}

function takesOf(
  nitf: MarkupElement,
  context: ReadContext,
  repairs: Repairs,
): readonly ExchangeTake[] {
  const content = elementsOf(elementAt(nitf, 'body'), 'body.content');
  const blocks = content.flatMap((one) => elementsOf(one, 'block'));
  const own = blocks.filter(isOwnBlock);
  const takes =
    own.length > 0 && own.length === blocks.length
      ? own.map((block, index) => blockTake(nitf, block, index, context, repairs))
      : [foreignTake(nitf, content, context, repairs)];
  return takes.map((take, index) => ({ ...take, ...notedOf(nitf, index, take.kind) }));
}

function isOwnBlock(block: MarkupElement): boolean {
  return (
    /^take-\d+$/.test(attribute(block, 'id')) &&
    takeKinds.some((kind) => kind === attribute(block, 'class'))
  );
}

/** A take of a dispatch that we wrote; the report's headline and sign-off stand outside of its block. */
function blockTake(
  nitf: MarkupElement,
  block: MarkupElement,
  index: number,
  context: ReadContext,
  repairs: Repairs,
): ExchangeTake {
  const head = elementAt(nitf, 'body', 'body.head');
  const isReport = index === 0;
  const title = elementsOf(block, 'hl2').find((one) => classesOf(one).includes('headline'));
  const headline = isReport ? elementAt(head, 'hedline', 'hl1') : title;
  const around = elementsOf(block).filter(
    (one) => one === title || one.name === 'dateline' || one.name === 'byline',
  );
  const signoff = isReport ? taglineOf(nitf) : '';
  const document = readTakeElement(block, { headline: lineOfText(headline), signoff }, repairs, {
    without: (one) => around.includes(one),
  });
  const date = elementAt(isReport ? head : block, 'dateline', 'story.date');
  const label = plainLine(lineOfText(date));
  return {
    kind: takeKinds.find((kind) => kind === attribute(block, 'class')) ?? 'update',
    stamp: stampFromIso(attribute(date, 'norm'), context.zone),
    label: label === '' ? null : label,
    document,
    advisoryLine: '',
    author: plainLine(lineOfText(elementAt(isReport ? head : block, 'byline'))),
    carries: { of: 'nothing' },
  };
}

/** The sign-off at the end of the body. */
function taglineOf(nitf: MarkupElement): string {
  return plainLine(lineOfText(elementAt(nitf, 'body', 'body.end', 'tagline')));
}

/** One take of a whole foreign article, leniently. */
function foreignTake(
  nitf: MarkupElement,
  content: readonly MarkupElement[],
  context: ReadContext,
  repairs: Repairs,
): ExchangeTake {
  const head = elementAt(nitf, 'body', 'body.head');
  const body: MarkupElement = {
    is: 'element',
    name: 'body',
    attributes: {},
    line: nitf.line,
    // Files without body.content have their paragraphs in the body itself.
    children:
      content.length > 0
        ? [...outOfPlace(head, repairs), ...content]
        : elementsOf(elementAt(nitf, 'body')).filter(
            ({ name }) => name !== 'body.head' && name !== 'body.end',
          ),
  };
  const lead = plainLine(lineOfText(elementAt(head, 'abstract')));
  const document = readTakeElement(
    body,
    { headline: headlineIn(nitf, head, repairs), lead, signoff: taglineOf(nitf) },
    repairs,
  );
  const docdata = elementAt(nitf, 'head', 'docdata');
  const withdrawn = attribute(docdata, 'management-status') === 'canceled';
  const correction = elementAt(docdata, 'correction');
  return {
    kind: withdrawn ? 'kill' : correction === undefined ? 'report' : 'correction',
    stamp: issuedAt(nitf, docdata, context, repairs),
    label: null,
    document,
    advisoryLine: attribute(correction, 'info') || attribute(elementAt(docdata, 'ed-msg'), 'info'),
    author: plainLine(lineOfText(elementAt(head, 'byline'))).slice(0, 200),
    carries: { of: 'nothing' },
  };
}

/** Decks and notes to editors, which stand in the head of the body and have words. */
function outOfPlace(head: MarkupElement | undefined, repairs: Repairs): readonly MarkupElement[] {
  const decks = elementsOf(elementAt(head, 'hedline'), 'hl2').map((deck): MarkupElement => ({
    ...deck,
    name: 'p',
  }));
  const notes = elementsOf(head, 'note');
  if (notes.length > 0) repairs.add('field-order', 'note', notes[0]?.line);
  return [...decks, ...notes];
}

function headlineIn(
  nitf: MarkupElement,
  head: MarkupElement | undefined,
  repairs: Repairs,
): string {
  const headline =
    lineOfText(elementAt(head, 'hedline', 'hl1')) || lineOfText(elementAt(head, 'hedline'));
  if (headline !== '') return headline;
  const title = lineOfText(elementAt(nitf, 'head', 'title'));
  if (title !== '') repairs.add('headline-from-title');
  return title;
}

function issuedAt(
  nitf: MarkupElement,
  docdata: MarkupElement | undefined,
  { zone }: ReadContext,
  repairs: Repairs,
): Stamp {
  const story = elementAt(nitf, 'body', 'body.head', 'dateline', 'story.date');
  const given = [
    attribute(elementAt(docdata, 'date.issue'), 'norm'),
    attribute(story, 'norm'),
    attribute(elementAt(docdata, 'date.release'), 'norm'),
  ].filter((text) => text !== '');
  for (const text of given) {
    const stamp = stampFromIso(text, zone);
    if (stamp.precision !== 'unknown') return stamp;
    repairs.add('date-unreadable', text);
  }
  return unknownStamp;
}

/** What the head says of a take we wrote: its line to editors, and what it carries. */
function notedOf(nitf: MarkupElement, index: number, kind: TakeKind): Partial<ExchangeTake> {
  const docdata = elementAt(nitf, 'head', 'docdata');
  const name = `take-${index + 1}`;
  const line = elementsOf(docdata, 'ed-msg').find((one) => attribute(one, 'msg-type') === name);
  const carried = elementsOf(docdata, 'correction').filter((one) =>
    attribute(one, 'id-string').startsWith(`${name}-`),
  );
  return {
    ...(line !== undefined && { advisoryLine: attribute(line, 'info') }),
    ...(carried.length > 0 && { carries: carriesOf(carried, kind) }),
  };
}

function carriesOf(carried: readonly MarkupElement[], kind: TakeKind): Carries {
  const [first = '', second = ''] = carried.map((one) => attribute(one, 'info'));
  if (kind === 'kill') return { of: 'kill', reason: first, decidedBy: second };
  const corrects = attribute(carried[0], 'regsrc');
  return { of: 'correction', corrects, wrong: first, right: second };
}
