import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../document/canonical-text';
import { takeSchema } from '../../document/schema';
import { err, ok, type Result } from '../../result';
import type { Carries } from '../../record/carries';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { takeKinds } from '../../record/take';
import { readStampLine } from '../../wire/stamp-line';
import { plainItem, plainTake, type ExchangeItem, type ExchangeTake } from '../item';
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
  rawText,
  type MarkupElement,
} from '../markup/tree';
import {
  languageOf,
  urgencyOf,
  versionOf,
  type ReadContext,
  type ReadFault,
  type ReadFormat,
  type ReadItem,
} from '../reading';
import { Repairs } from '../repair';
import { distinctPersons } from '../persons';
import { distinctSubjects, subjectFrom } from '../subjects';
import { findLinkedItem, readLinkedItem } from '../schema-org/read';

/** Reads a page of HTML: our own with all its takes, one with schema.org's JSON-LD, or any article. */
export function readHtmlPage(
  html: MarkupElement,
  context: ReadContext,
): Result<{ readonly format: ReadFormat; readonly items: readonly ReadItem[] }, ReadFault> {
  const repairs = new Repairs();
  const own = descendants(html, 'section').filter(isOwnTake);
  const linked = linkedIn(html);
  const item =
    own.length > 0
      ? ownItem(html, own, context, repairs)
      : pageItem(
          html,
          linked === null ? null : readLinkedItem(linked, context, repairs),
          context,
          repairs,
        );
  if (item.takes.every(({ document }) => !hasText(document))) return err({ code: 'no-text' });
  const format = own.length === 0 && linked !== null ? 'schema-org' : 'html';
  return ok({ format, items: [{ item, repairs: repairs.list() }] });
}

/** The JSON-LD of a page that is an article; null where it has none that can be read. */
function linkedIn(html: MarkupElement): unknown {
  for (const script of descendants(html, 'script')) {
    if (attribute(script, 'type').toLowerCase() !== 'application/ld+json') continue;
    try {
      const found = findLinkedItem(JSON.parse(rawText(script)));
      if (found !== null) return found;
    } catch {
      // Broken JSON-LD is common, and the page still has its words.
      continue;
    }
  }
  return null;
}

function isOwnTake(section: MarkupElement): boolean {
  return (
    classesOf(section).includes('take') &&
    takeKinds.some((kind) => kind === attribute(section, 'data-kind'))
  );
}

function ownItem(
  html: MarkupElement,
  sections: readonly MarkupElement[],
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem {
  const title = descendants(html, 'h1').find((one) => classesOf(one).includes('entry-title'));
  const takes = sections.map((section, index) =>
    ownTake(section, index === 0 ? title : undefined, context, repairs),
  );
  const fact = (name: string): readonly string[] =>
    descendants(html, 'meta')
      .filter((one) => attribute(one, 'name') === `writethru:${name}`)
      .map((one) => attribute(one, 'content'));
  const embargo = stampFromIso(fact('embargo')[0] ?? '', context.zone);
  return plainItem(takes, {
    guid: fact('guid')[0] ?? null,
    version: versionOf(fact('version')[0] ?? ''),
    slug: fact('slug')[0]?.slice(0, 120) ?? '',
    language: languageOf(attribute(html, 'lang'), '', repairs),
    urgency: urgencyOf(fact('urgency')[0] ?? '', repairs),
    agency: fact('agency')[0]?.slice(0, 120) ?? '',
    desk: fact('desk')[0]?.slice(0, 120) ?? '',
    place: fact('place')[0]?.slice(0, 120) ?? '',
    embargo:
      embargo.precision === 'unknown' ? null : { instant: embargo.instant, zone: embargo.zone },
    subjects: distinctSubjects(
      fact('subject').map((text) => {
        const [, code = '', name = ''] = /^(\d{8})?\s*(.*)$/s.exec(text) ?? [];
        return subjectFrom(code, name);
      }),
    ),
    persons: distinctPersons(fact('person')),
  });
}

function ownTake(
  section: MarkupElement,
  title: MarkupElement | undefined,
  { zone }: ReadContext,
  repairs: Repairs,
): ExchangeTake {
  const time = elementsOf(section, 'time')[0];
  const content = elementsOf(section, 'div')[0] ?? section;
  const ofClass = (name: string): string =>
    plainLine(lineOfText(elementsOf(section, 'p').find((one) => classesOf(one).includes(name))));
  const headline = lineOfText(title ?? elementsOf(section, 'h1')[0]);
  const stamp = attribute(time, 'data-stamp') || attribute(time, 'datetime');
  return {
    kind: takeKinds.find((kind) => kind === attribute(section, 'data-kind')) ?? 'update',
    stamp: stampFromIso(stamp, zone),
    label: time?.attributes['data-label'] ?? null,
    document: readTakeElement(content, { headline }, repairs),
    advisoryLine: ofClass('advisory'),
    author: ofClass('author'),
    carries: carriesOf(section),
  };
}

function carriesOf(section: MarkupElement): Carries {
  const corrects = attribute(section, 'data-corrects');
  const reason = attribute(section, 'data-reason');
  if (corrects !== '') {
    return {
      of: 'correction',
      corrects,
      wrong: attribute(section, 'data-wrong'),
      right: attribute(section, 'data-right'),
    };
  }
  return reason === ''
    ? { of: 'nothing' }
    : { of: 'kill', reason, decidedBy: attribute(section, 'data-decided-by') };
}

/** An article of somebody else's page. */
function pageItem(
  html: MarkupElement,
  linked: ExchangeItem | null,
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem {
  const root = articleOf(html);
  const title = titleOf(html, root);
  const linkedHeadline = linked === null ? '' : headlineIn(linked);
  const pageHeadline = lineOfText(title.element);
  if (pageHeadline === '' && linkedHeadline === '' && title.text !== '')
    repairs.add('headline-from-title');
  const headline = linkedHeadline || pageHeadline || title.text;
  const document = readTakeElement(root, { headline }, repairs, {
    without: (element) => element === title.element || isFurniture(element, root),
  });
  const tag = attribute(html, 'lang') || attribute(html, 'xml:lang');
  const language = languageOf(tag, canonicalText(document), repairs);
  const guid = canonicalAddress(html);
  // Updates of a live blog, and the words of a page that has none outside of its JSON-LD, are those.
  if (linked !== null && (linked.takes.length > 1 || !hasText(document))) {
    return { ...linked, guid: linked.guid ?? guid };
  }
  const takes = [
    plainTake(document, {
      stamp: linked?.takes[0]?.stamp ?? stampOf(html, context),
      author: linked?.takes[0]?.author ?? '',
    }),
  ];
  return linked === null
    ? plainItem(takes, { guid, language })
    : { ...linked, guid: linked.guid ?? guid, takes };
}

/** Where the article of a page is: `article`, `main`, an entry's content, or all of the body. */
function articleOf(html: MarkupElement): MarkupElement {
  const articles = descendants(html, 'article');
  const [article] = articles;
  if (article !== undefined && articles.length === 1) return article;
  const main = descendants(html, 'main')[0];
  return main ?? elementAt(html, 'body') ?? html;
}

function titleOf(
  html: MarkupElement,
  root: MarkupElement,
): { readonly element: MarkupElement | undefined; readonly text: string } {
  const meta = descendants(html, 'meta').find((one) => attribute(one, 'property') === 'og:title');
  const title = lineOfText(descendants(html, 'title')[0]);
  return {
    element: descendants(root, 'h1')[0] ?? descendants(html, 'h1')[0],
    text: plainLine(attribute(meta, 'content') || title),
  };
}

/** What stands around an article: navigation, the page's own header and footer. */
function isFurniture(element: MarkupElement, root: MarkupElement): boolean {
  if (/^(?:nav|aside)$/.test(element.name)) return true;
  const isPart = elementsOf(root).includes(element);
  return (
    root.name === 'body' &&
    isPart &&
    /^(?:header|footer)$/.test(element.name) &&
    descendants(root, 'p').length > descendants(element, 'p').length
  );
}

function canonicalAddress(html: MarkupElement): string | null {
  const link = descendants(html, 'link').find((one) => attribute(one, 'rel') === 'canonical');
  const href = attribute(link, 'href');
  return /^https?:\/\/\S+$/.test(href) ? href : null;
}

function stampOf(html: MarkupElement, { zone }: ReadContext): Stamp {
  const meta = descendants(html, 'meta').find((one) =>
    /^(?:article:published_time|date|dc\.date|dcterms\.created)$/i.test(
      attribute(one, 'property') || attribute(one, 'name'),
    ),
  );
  const given = attribute(meta, 'content');
  const time = attribute(descendants(html, 'time')[0], 'datetime');
  for (const text of [given, time]) {
    const stamp = stampFromIso(text, zone);
    if (stamp.precision !== 'unknown') return stamp;
  }
  const line = readStampLine(plainLine(lineOfText(descendants(html, 'time')[0])), zone);
  return line?.stamp ?? unknownStamp;
}

function headlineIn(item: ExchangeItem): string {
  const first: Node | undefined = item.takes[0]?.document;
  return first?.firstChild?.type === takeSchema.nodes.headline ? first.firstChild.textContent : '';
}
