import { canonicalText } from '../../document/canonical-text';
import { err, ok, type Result } from '../../result';
import type { Stamp } from '../../record/stamp';
import { unknownStamp } from '../../record/stamp';
import { plainItem, plainTake, type ExchangeItem } from '../item';
import { assembleDocument, hasText, withPhotos } from '../markup/assemble';
import { photoNode } from '../markup/photo';
import { stampFromIso } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readTakeElement } from '../markup/read-html';
import {
  attribute,
  descendants,
  elementAt,
  elementsOf,
  lineOfText,
  type MarkupElement,
} from '../markup/tree';
import { headlineOf } from '../markup/write-html';
import { readNitf } from '../nitf/read';
import {
  languageOf,
  urgencyOf,
  versionOf,
  type ReadContext,
  type ReadFault,
  type ReadItem,
} from '../reading';
import { Repairs } from '../repair';
import { distinctSubjects, subjectFrom } from '../subjects';

/**
 * Reads NewsML 1.0 to 1.2 (https://iptc.org/standards/newsml-1/), which French agencies still send:
 * each NewsItem is an item; its components give headline, text and the captions of its photos.
 */
export function readNewsml1(
  root: MarkupElement,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const items: ReadItem[] = [];
  for (const newsItem of descendants(root, 'newsitem')) {
    const repairs = new Repairs();
    const item = itemOf(newsItem, root, context, repairs);
    if (item !== null) items.push({ item, repairs: repairs.list() });
  }
  return items.length === 0 ? err({ code: 'no-text' }) : ok(items);
}

function itemOf(
  newsItem: MarkupElement,
  root: MarkupElement,
  context: ReadContext,
  repairs: Repairs,
): ExchangeItem | null {
  const parts = textParts(newsItem);
  const lines = descendants(newsItem, 'newslines');
  const fromLines = (name: string): string =>
    lines.map((one) => plainLine(lineOfText(elementAt(one, name)))).find((text) => text !== '') ??
    '';
  const document = documentOf(newsItem, parts, fromLines('headline'), context, repairs);
  if (!hasText(document) && headlineOf(document) === '') return null;
  const management = elementAt(newsItem, 'newsmanagement');
  const status = attribute(elementAt(management, 'status'), 'formalname');
  const withdrawn = /^(?:cancell?ed|killed)$/i.test(status);
  const corrected = /correct/i.test(attribute(elementAt(management, 'instruction'), 'formalname'));
  const slug =
    fromLines('slugline') || plainLine(lineOfText(descendants(newsItem, 'namelabel')[0]));
  const tag = languageTag(newsItem);
  return plainItem(
    [
      plainTake(document, {
        kind: withdrawn ? 'kill' : corrected ? 'correction' : 'report',
        stamp: stampOf(management, context, repairs),
        author: fromLines('byline').slice(0, 200),
      }),
    ],
    {
      ...identityOf(newsItem),
      slug: slug.slice(0, 120),
      language: languageOf(tag, canonicalText(document), repairs),
      urgency: urgencyOf(attribute(elementAt(management, 'urgency'), 'formalname'), repairs),
      agency: agencyOf(newsItem, root).slice(0, 120),
      place: placeOf(fromLines('dateline')).slice(0, 120),
      subjects: distinctSubjects(
        ['subject', 'subjectmatter', 'subjectdetail']
          .flatMap((name) => descendants(newsItem, name))
          .map((one) => subjectFrom(attribute(one, 'formalname'), '')),
      ),
    },
  );
}

function identityOf(newsItem: MarkupElement): Pick<ExchangeItem, 'guid' | 'version'> {
  const identifier = elementAt(newsItem, 'identification', 'newsidentifier');
  const revision = lineOfText(elementAt(identifier, 'revisionid'));
  const names = ['providerid', 'dateid', 'newsitemid'].map((name) =>
    lineOfText(elementAt(identifier, name)),
  );
  const given = lineOfText(elementAt(identifier, 'publicidentifier'));
  // A public identifier ends with the revision: without it, it names all versions.
  const stem = given.replace(/:\d+[A-Z]?$/, '');
  const joined = names.every((name) => name !== '') ? `urn:newsml:${names.join(':')}` : '';
  const guid = joined || stem;
  return { guid: guid === '' ? null : guid, version: versionOf(revision) };
}

function agencyOf(newsItem: MarkupElement, root: MarkupElement): string {
  const provider = descendants(newsItem, 'provider')[0];
  const party = attribute(descendants(provider ?? newsItem, 'party')[0], 'formalname');
  const sender = attribute(elementAt(root, 'newsenvelope', 'sentfrom', 'party'), 'formalname');
  const id = lineOfText(elementAt(newsItem, 'identification', 'newsidentifier', 'providerid'));
  return provider === undefined ? sender || id : party || sender || id;
}

function placeOf(dateline: string): string {
  return /^(.*?),\s*\d/.exec(dateline)?.[1] ?? dateline;
}

function languageTag(newsItem: MarkupElement): string {
  const said = attribute(descendants(newsItem, 'language')[0], 'formalname');
  return (
    said ||
    attribute(newsItem, 'xml:lang') ||
    attribute(descendants(newsItem, 'newscomponent')[0], 'xml:lang')
  );
}

function stampOf(
  management: MarkupElement | undefined,
  { zone }: ReadContext,
  repairs: Repairs,
): Stamp {
  for (const name of ['thisrevisioncreated', 'firstcreated']) {
    const text = lineOfText(elementAt(management, name));
    if (text === '') continue;
    const stamp = stampFromIso(text, zone);
    if (stamp.precision !== 'unknown') return stamp;
    repairs.add('date-unreadable', text);
  }
  return unknownStamp;
}

/** The content items with words, in order; the others are pictures and films elsewhere. */
function textParts(newsItem: MarkupElement): readonly MarkupElement[] {
  return descendants(newsItem, 'contentitem').flatMap((item) => elementsOf(item, 'datacontent'));
}

function documentOf(
  newsItem: MarkupElement,
  parts: readonly MarkupElement[],
  headline: string,
  context: ReadContext,
  repairs: Repairs,
) {
  const bodies = parts.filter((part) => !isCaption(part, newsItem));
  const photos = photosOf(newsItem, repairs);
  const [nitf] = bodies.flatMap((part) => elementsOf(part, 'nitf'));
  if (nitf !== undefined) {
    const inside = new Repairs();
    const read = readNitf(nitf, context, inside);
    repairs.addAll(inside.list());
    const document = read.ok ? read.value.takes[0]?.document : undefined;
    if (document !== undefined) {
      const head = assembleDocument({
        headline: headline || headlineOf(document),
        blocks: [],
        signoff: '',
      });
      return withPhotos(
        document.type.create(null, [head.child(0), ...document.children.slice(1)]),
        photos,
      );
    }
  }
  const body: MarkupElement = {
    is: 'element',
    name: 'body',
    attributes: {},
    children: bodies,
    line: newsItem.line,
  };
  return withPhotos(readTakeElement(body, { headline }, repairs), photos);
}

/** Whether a part belongs to a component that tells a picture's caption. */
function isCaption(part: MarkupElement, newsItem: MarkupElement): boolean {
  return captionComponents(newsItem).some((component) =>
    descendants(component, 'datacontent').includes(part),
  );
}

function captionComponents(newsItem: MarkupElement): readonly MarkupElement[] {
  return descendants(newsItem, 'newscomponent').filter((component) => {
    const role = attribute(elementAt(component, 'role'), 'formalname');
    return /^caption$|^l[ée]gende$/i.test(role);
  });
}

function photosOf(newsItem: MarkupElement, repairs: Repairs) {
  for (const item of descendants(newsItem, 'contentitem')) {
    const address = attribute(item, 'href');
    if (address !== '') repairs.add('remote-resource', address, item.line);
  }
  const credit = plainLine(lineOfText(descendants(newsItem, 'creditline')[0]));
  return captionComponents(newsItem).flatMap((component) => {
    const caption = plainLine(descendants(component, 'datacontent').map(lineOfText).join(' '));
    const own = plainLine(lineOfText(descendants(component, 'creditline')[0])) || credit;
    return caption === '' ? [] : [photoNode({ caption, credit: own, alt: '' })];
  });
}
