import type { Mark, Node } from 'prosemirror-model';
import { pictureFile, pictureOf, type Picture } from '../../document/picture';
import { languageTag, takeSchema } from '../../document/schema';
import { isSignoffLine } from '../../wire/marks';
import { element, escapeXml, inlineXml, tableXml, textElement } from './write-xml';

const { nodes } = takeSchema;

/**
 * The blocks of a take as HTML, without its headline, with its sign-off as a last paragraph of class
 * `signoff`: structure and emphasis only. It is well-formed XML too, so that it goes into feeds.
 * `readHtmlTake` reads the same blocks back.
 */
export function bodyHtml(document: Node, addressOf: PictureAddress = pictureFile): string {
  const unsigned = needsEmptySignoff(document) ? '<p class="signoff"></p>' : '';
  const blocks = document.children.map((node) =>
    node.type === nodes.photo ? photoHtml(node, addressOf) : blockHtml(node),
  );
  return blocks.join('') + unsigned;
}

/** Where a page finds a picture: beside it, unless said otherwise; null where it is left out. */
export type PictureAddress = (picture: Picture) => string | null;

/** Whether a last paragraph would be taken for the sign-off, though the take has none. */
export function needsEmptySignoff(document: Node): boolean {
  const last = document.children.at(-2);
  return (
    signoffOf(document) === '' && last?.type === nodes.paragraph && isSignoffLine(last.textContent)
  );
}

function blockHtml(node: Node): string {
  switch (node.type) {
    case nodes.headline:
      return '';
    case nodes.signoff:
      return node.textContent === '' ? '' : `<p class="signoff">${textHtml(node)}</p>`;
    case nodes.lead:
      return `<p class="lead">${textHtml(node)}</p>`;
    case nodes.crosshead:
      return `<h2>${textHtml(node)}</h2>`;
    case nodes.separator:
      return '<hr/>';
    case nodes.quote:
      return `<blockquote>${node.children.map(blockHtml).join('')}</blockquote>`;
    case nodes.attribution:
      return `<footer class="attribution">— ${textHtml(node)}</footer>`;
    case nodes.table:
      return tableXml(node, textHtml);
    case nodes.bullet_list:
      return `<ul>${node.children.map(itemHtml).join('')}</ul>`;
    case nodes.ordered_list:
      return `<ol>${node.children.map(itemHtml).join('')}</ol>`;
    default:
      return `<p>${textHtml(node)}</p>`;
  }
}

function itemHtml(item: Node): string {
  const [first, ...others] = item.children;
  const inside =
    others.length === 0 && first !== undefined
      ? textHtml(first)
      : item.children.map(blockHtml).join('');
  return `<li>${inside}</li>`;
}

function photoHtml(photo: Node, addressOf: PictureAddress): string {
  const { caption, credit, alt } = wordsOfPhoto(photo);
  const picture = pictureOf(photo);
  const src = picture === null ? null : addressOf(picture);
  const size = { width: String(picture?.width ?? ''), height: String(picture?.height ?? '') };
  return element(
    'figure',
    { 'aria-label': alt },
    src === null ? '' : element('img', { src, alt, ...size }),
    textElement('figcaption', caption),
    textElement('cite', credit, { class: 'credit' }),
  );
}

/** The words of a photo block. */
export function wordsOfPhoto(photo: Node): {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
} {
  const alt: unknown = photo.attrs['alt'];
  return {
    caption: photo.child(0).textContent,
    credit: photo.child(1).textContent,
    alt: typeof alt === 'string' ? alt : '',
  };
}

function textHtml(block: Node): string {
  return inlineXml(block, (inside: string, mark: Mark) => {
    switch (mark.type.name) {
      case 'link':
        return `<a href="${escapeXml(String(mark.attrs['href']))}">${inside}</a>`;
      case 'strong':
        return `<strong>${inside}</strong>`;
      case 'language':
        return `<span lang="${languageTag(mark)}">${inside}</span>`;
      default:
        return `<em>${inside}</em>`;
    }
  });
}

/** The first lead of a take; empty where it has none. */
export function leadOf(document: Node): string {
  return document.children.find(({ type }) => type === nodes.lead)?.textContent ?? '';
}

/** The headline of a take. */
export function headlineOf(document: Node): string {
  return document.children.find(({ type }) => type === nodes.headline)?.textContent ?? '';
}

/** The sign-off of a take. */
export function signoffOf(document: Node): string {
  return document.children.find(({ type }) => type === nodes.signoff)?.textContent ?? '';
}

/** The photos of a take, in order. */
export function photosOf(document: Node): readonly Node[] {
  return document.children.filter(({ type }) => type === nodes.photo);
}
