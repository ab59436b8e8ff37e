import { inspectPicture } from '@domain/photo/inspect';

/** A picture within pasted HTML, in the order of the text. */
export type PastedPicture =
  | { readonly is: 'here'; readonly blob: Blob; readonly alt: string }
  /** It is on the web or in a file: nothing is fetched. */
  | { readonly is: 'elsewhere'; readonly alt: string };

/** The most pictures taken in from one paste. */
export const mostPictures = 100;

/** A picture of so few pixels only holds room, or tells a sender that a mail was read. */
const smallest = 9;

const dataUri = /^data:(?<type>[^,;]*)(?<rest>[^,]*),/i;

/** The picture of an `img`; null where it only holds room. */
export function pictureOfImage(image: Element): PastedPicture | null {
  const alt = (image.getAttribute('alt') ?? '').trim();
  const source = image.getAttribute('src') ?? '';
  const sides = ['width', 'height'].map((side) => Number(image.getAttribute(side) ?? Infinity));
  if (sides.every((side) => side * side <= smallest)) return null;
  if (!/^data:/i.test(source)) return { is: 'elsewhere', alt };
  const bytes = bytesOf(source);
  if (bytes === null) return { is: 'elsewhere', alt };
  const facts = inspectPicture(bytes);
  if (facts.ok && facts.value.width * facts.value.height <= smallest) return null;
  return { is: 'here', blob: new Blob([bytes]), alt };
}

/** The bytes of a `data:` address (RFC 2397); null where they cannot be read. */
function bytesOf(source: string): Uint8Array<ArrayBuffer> | null {
  const head = dataUri.exec(source);
  if (head === null) return null;
  const data = source.slice(head[0].length);
  try {
    if (!/;base64$/i.test(head.groups?.['rest'] ?? '')) {
      return new TextEncoder().encode(decodeURIComponent(data));
    }
    const binary = atob(data.replace(/\s+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
