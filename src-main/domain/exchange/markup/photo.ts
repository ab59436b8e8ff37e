import type { Node } from 'prosemirror-model';
import { readPicture, type Picture } from '../../document/picture';
import { takeSchema } from '../../document/schema';
import type { Repairs } from '../repair';
import { plainLine } from './inline';
import {
  attribute,
  classesOf,
  descendants,
  elementsOf,
  lineNumber,
  lineOfText,
  type MarkupElement,
  type MarkupNode,
} from './tree';

const { nodes } = takeSchema;

/** Where a reader that has the bytes of a picture says which it is; see {@link readPicture}. */
export const pictureAttribute = 'data-picture';

/** A photo of a `figure`, `media` or `img`; null where it says nothing in words. */
export function readPhoto(element: MarkupElement, repairs: Repairs): Node | null {
  const [first] = element.name === 'img' ? [element] : descendants(element, 'img');
  const reference = elementsOf(element, 'media-reference')[0];
  const source = attribute(first, 'src') || attribute(reference, 'source');
  const picture = readPicture(attribute(first, pictureAttribute));
  if (source !== '') repairs.add('remote-resource', source, lineNumber(element));
  const alt = plainLine(
    attribute(element, 'aria-label') ||
      attribute(first, 'alt') ||
      attribute(reference, 'alternate-text'),
  );
  const credits = ['cite', 'media-producer'].flatMap((name) => descendants(element, name));
  const byClass = credits.length > 0 ? credits : withClass(element, 'credit');
  const credit = textOfAll(byClass) || plainLine(attribute(reference, 'source-credit'));
  const captions = ['figcaption', 'media-caption'].flatMap((name) => descendants(element, name));
  const caption = textOfAll(captions.map((one) => withoutElements(one, byClass)));
  if (caption === '' && credit === '' && alt === '' && picture === null) return null;
  return photoNode({ caption, credit, alt, ...(picture !== null && { picture }) });
}

/** A photo block from its words; a picture described only by its alternative text has that as its caption. */
export function photoNode(words: {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly picture?: Picture;
}): Node {
  const { credit, alt, picture } = words;
  const said = words.caption !== '' || credit !== '' || picture !== undefined;
  const caption = said ? words.caption : alt;
  return nodes.photo.create({ alt: said ? alt : '', picture: picture ?? null }, [
    nodes.caption.create(null, caption === '' ? null : takeSchema.text(caption)),
    nodes.credit.create(null, credit === '' ? null : takeSchema.text(credit)),
  ]);
}

function textOfAll(elements: readonly MarkupElement[]): string {
  return elements
    .map((element) => plainLine(lineOfText(element)))
    .filter((text) => text !== '')
    .join(' ');
}

function withClass(element: MarkupElement, name: string): readonly MarkupElement[] {
  return elementsOf(element).flatMap((child) =>
    classesOf(child).includes(name) ? [child] : withClass(child, name),
  );
}

function withoutElements(element: MarkupElement, gone: readonly MarkupElement[]): MarkupElement {
  const children = element.children.flatMap((child): readonly MarkupNode[] => {
    if (child.is === 'text') return [child];
    return gone.includes(child) ? [] : [withoutElements(child, gone)];
  });
  return { ...element, children };
}
