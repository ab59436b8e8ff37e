import { canonicalText } from '../../document/canonical-text';
import { err, ok, type Result } from '../../result';
import { unknownStamp, type Stamp } from '../../record/stamp';
import { plainItem, plainTake } from '../item';
import { hasText } from '../markup/assemble';
import { stampFromRfc822 } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readHtmlTake, readTakeElement } from '../markup/read-html';
import {
  attribute,
  elementAt,
  elementsOf,
  lineOfText,
  rawText,
  type MarkupElement,
} from '../markup/tree';
import { languageOf, type ReadContext, type ReadFault, type ReadItem } from '../reading';
import { Repairs } from '../repair';
import { distinctSubjects, subjectFrom } from '../subjects';

/** The roots of feeds: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom. */
export const feedRoots = ['rss', 'rdf', 'feed', 'entry'];

/** Reads the entries of a feed; each is an item. */
export function readFeed(
  root: MarkupElement,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const channel = elementAt(root, 'channel');
  const entries =
    root.name === 'entry'
      ? [root]
      : root.name === 'feed'
        ? elementsOf(root, 'entry')
        : [...elementsOf(channel, 'item'), ...elementsOf(root, 'item')];
  const tag = attribute(root, 'xml:lang') || lineOfText(elementAt(channel, 'language'));
  const source = plainLine(lineOfText(elementAt(channel ?? root, 'title')));
  const items: ReadItem[] = [];
  for (const entry of entries) {
    const repairs = new Repairs();
    const item = entryItem(
      entry,
      { tag, source: root.name === 'entry' ? '' : source },
      context,
      repairs,
    );
    if (item !== null) items.push({ item, repairs: repairs.list() });
  }
  return items.length === 0 ? err({ code: 'no-text' }) : ok(items);
}

function entryItem(
  entry: MarkupElement,
  feed: { readonly tag: string; readonly source: string },
  context: ReadContext,
  repairs: Repairs,
): ReadItem['item'] | null {
  const headline = plainLine(decodedLine(elementAt(entry, 'title')));
  const document = bodyOf(entry, headline, repairs);
  if (!hasText(document) && headline === '') return null;
  const author = elementAt(entry, 'author') ?? elementAt(entry, 'creator');
  const name = plainLine(lineOfText(elementAt(author, 'name')) || lineOfText(author));
  const categories = elementsOf(entry, 'category').map((one) =>
    subjectFrom(
      attribute(one, 'term'),
      attribute(one, 'label') || plainLine(lineOfText(one)) || attribute(one, 'term'),
    ),
  );
  for (const enclosure of elementsOf(entry, 'enclosure')) {
    repairs.add('remote-resource', attribute(enclosure, 'url'), enclosure.line);
  }
  return plainItem(
    [plainTake(document, { stamp: stampOf(entry, context, repairs), author: name.slice(0, 200) })],
    {
      guid: guidOf(entry),
      language: languageOf(
        attribute(entry, 'xml:lang') || feed.tag,
        canonicalText(document),
        repairs,
      ),
      agency: feed.source.slice(0, 120),
      subjects: distinctSubjects(categories),
    },
  );
}

function guidOf(entry: MarkupElement): string | null {
  const link = elementsOf(entry, 'link').find((one) =>
    ['', 'alternate'].includes(attribute(one, 'rel')),
  );
  const found =
    lineOfText(elementAt(entry, 'id')) ||
    lineOfText(elementAt(entry, 'guid')) ||
    attribute(entry, 'about') ||
    attribute(link, 'href') ||
    lineOfText(link);
  return found === '' ? null : found;
}

function stampOf(entry: MarkupElement, { zone }: ReadContext, repairs: Repairs): Stamp {
  for (const name of ['published', 'pubdate', 'issued', 'date', 'updated', 'modified']) {
    const text = lineOfText(elementAt(entry, name));
    if (text === '') continue;
    const stamp = stampFromRfc822(text, zone);
    if (stamp.precision !== 'unknown') return stamp;
    repairs.add('date-unreadable', text);
  }
  return unknownStamp;
}

function bodyOf(entry: MarkupElement, headline: string, repairs: Repairs) {
  const content =
    elementAt(entry, 'encoded') ??
    elementAt(entry, 'content') ??
    elementAt(entry, 'summary') ??
    elementAt(entry, 'description');
  const around = { headline };
  if (content === undefined) return readTakeElement({ ...entry, children: [] }, around, repairs);
  if (attribute(content, 'type') === 'xhtml') return readTakeElement(content, around, repairs);
  if (attribute(content, 'src') !== '')
    repairs.add('remote-resource', attribute(content, 'src'), content.line);
  const text = rawText(content);
  // Plain text where Atom says so, or where there is no element in it; else HTML, as RSS has it.
  const isPlain = attribute(content, 'type') === 'text' || !/<[a-z!/]/i.test(text);
  const html = isPlain && attribute(content, 'type') === 'text' ? escaped(text) : text;
  const read = readHtmlTake(isPlain ? paragraphs(html) : html, around, repairs);
  return read.ok ? read.value : readTakeElement({ ...content, children: [] }, around, repairs);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function paragraphs(text: string): string {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((line) => `<p>${line}</p>`)
    .join('');
}

/** A title, whose text may hold markup and entities a second time. */
function decodedLine(element: MarkupElement | undefined): string {
  const text = lineOfText(element);
  if (!/[&<]/.test(text) || attribute(element, 'type') === 'text') return text;
  const repairs = new Repairs();
  const read = readHtmlTake(`<p>${text}</p>`, { headline: '' }, repairs);
  return read.ok ? read.value.child(1).textContent : text;
}
