import { decodeBytes, maxTextBytes, type DecodedText } from '../wire/decode';
import { decodeWindows1252 } from '../wire/codecs';
import { err, ok, type Result } from '../result';
import { isEmail, readEmail } from './email/read';
import { feedRoots, readFeed } from './feeds/read';
import { readHtmlPage } from './html/read';
import { isIptc7901, readIptc7901 } from './iptc7901/read';
import { readMarkdown } from './markdown/read';
import { parseHtml } from './markup/html';
import type { MarkupElement } from './markup/tree';
import { parseXml } from './markup/xml';
import { g2Roots, readNewsmlG2 } from './newsml-g2/read';
import { readNewsml1 } from './newsml-1/read';
import { isNinjs, readNinjs } from './ninjs/read';
import { readNitf } from './nitf/read';
import type { ReadContext, ReadFault, ReadFormat, ReadItem } from './reading';
import { Repairs, type Repair } from './repair';
import { findLinkedItem, readLinkedItem } from './schema-org/read';
import { readWire } from './wire/read';

/** A file as it was read: its format, its encoding, its items with what was repaired in each. */
export type FileReading = {
  readonly format: ReadFormat;
  readonly encoding: string;
  readonly items: readonly ReadItem[];
};

type Read = Result<{ readonly format: ReadFormat; readonly items: readonly ReadItem[] }, ReadFault>;

/**
 * Reads the bytes of a file of any format that is text. Which one is told by what is in it, not by
 * its name; the name only decides between Markdown and the wire form, which look alike.
 *
 * @param name of the file, for its extension
 */
export function readFile(
  bytes: Uint8Array,
  name: string,
  context: ReadContext,
): Result<FileReading, ReadFault> {
  if (bytes.length > maxTextBytes) {
    return err({ code: 'too-large', bytes: bytes.length, limit: maxTextBytes });
  }
  if (isIptc7901(bytes)) {
    const read = readIptc7901(bytes, context);
    return read.ok ? ok({ format: 'iptc7901', encoding: 'iso-8859-1', items: read.value }) : read;
  }
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return decoded;
  if (isEmail(decoded.value.text)) {
    const read = readEmail(bytes, context);
    return read.ok
      ? ok({ format: 'email', encoding: decoded.value.encoding, items: read.value })
      : read;
  }
  const { text, encoding, repairs } = declared(decoded.value, bytes);
  const read = readText(text, name, context);
  if (!read.ok) return read;
  const { format, items } = read.value;
  const all = items.map((one) => ({ ...one, repairs: [...repairs, ...one.repairs] }));
  return ok({ format, encoding, items: all });
}

/**
 * A text with the encoding its XML declaration tells: Latin-1 that happens to be valid UTF-8 is rare,
 * the other way round common, so only what is not UTF-8 is believed. That it was declared is then no
 * repair.
 */
function declared(
  decoded: DecodedText,
  bytes: Uint8Array,
): {
  readonly text: string;
  readonly encoding: string;
  readonly repairs: readonly Repair[];
} {
  const said = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i
    .exec(decoded.text)?.[1]
    ?.toLowerCase();
  if (said === undefined) return decoded;
  const isLatin = /^(?:iso-8859-1|iso-8859-15|windows-1252|us-ascii|latin1)$/.test(said);
  if (isLatin && decoded.encoding === 'windows-1252') {
    const repairs = decoded.repairs.filter(({ code }) => code !== 'encoding');
    return { text: decodeWindows1252(bytes), encoding: said, repairs };
  }
  const agrees =
    said === decoded.encoding || (said === 'utf-16' && decoded.encoding.startsWith('utf-16'));
  const isAscii = /^[\u0000-\u007F]*$/.test(decoded.text);
  if (agrees || isAscii) return decoded;
  return { ...decoded, repairs: [...decoded.repairs, { code: 'declared-encoding', detail: said }] };
}

function readText(text: string, name: string, context: ReadContext): Read {
  const start = text.trimStart().slice(0, 2_000);
  if (/^[[{]/.test(start)) {
    const json = readJson(text, context);
    if (json !== null) return json;
  }
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start) || looksLikeHtml(start))
    return readHtmlText(text, context);
  if (/^<(?:\?xml|!--|!doctype|[a-z][\w.:-]*[\s>/])/i.test(start))
    return readXmlText(text, context);
  if (/\.(?:md|markdown|mdown)$/i.test(name) || /^---[ \t]*\n[A-Za-z][\w .-]*:/.test(start)) {
    return withFormat('markdown', readMarkdown(text, context));
  }
  return withFormat('wire', readWire(text, context));
}

/** A piece of HTML without its frame; the seed of many systems' exports. */
function looksLikeHtml(start: string): boolean {
  return /^<(?:p|div|h[1-6]|article|section|main|figure|ul|ol|blockquote|a|span|em|b|i|img|base|meta|link|title)\b/i.test(
    start,
  );
}

function readHtmlText(text: string, context: ReadContext): Read {
  const parsed = parseHtml(text);
  return parsed.ok ? readHtmlPage(parsed.value, context) : parsed;
}

function readXmlText(text: string, context: ReadContext): Read {
  const repairs = new Repairs();
  const parsed = parseXml(text, repairs);
  if (!parsed.ok) {
    return looksLikeBrokenHtml(text) ? readHtmlText(text, context) : parsed;
  }
  const read = readRoot(parsed.value, text, context);
  if (!read.ok) return read;
  const { format, items } = read.value;
  const found = repairs.list();
  return ok({
    format,
    items: items.map((one) => ({ ...one, repairs: [...found, ...one.repairs] })),
  });
}

/** XHTML is often only nearly XML, and a browser would show it; news that breaks off is not shown. */
function looksLikeBrokenHtml(text: string): boolean {
  const start = text.slice(0, 4_000);
  const root = /<([A-Za-z][\w.:-]*)/.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '';
  const name = root.slice(root.indexOf(':') + 1).toLowerCase();
  const isNews = ['nitf', 'newsml', ...g2Roots, ...feedRoots].includes(name);
  return !isNews && /<(?:html|body|p|div)[\s>]/i.test(start);
}

function readRoot(root: MarkupElement, text: string, context: ReadContext): Read {
  if (root.name === 'nitf') {
    const repairs = new Repairs();
    const read = readNitf(root, context, repairs);
    return read.ok
      ? ok({ format: 'nitf', items: [{ item: read.value, repairs: repairs.list() }] })
      : read;
  }
  if (root.name === 'newsml') return withFormat('newsml-1', readNewsml1(root, context));
  if (g2Roots.includes(root.name)) return withFormat('newsml-g2', readNewsmlG2(root, context));
  if (feedRoots.includes(root.name)) {
    return withFormat(
      root.name === 'feed' || root.name === 'entry' ? 'atom' : 'rss',
      readFeed(root, context),
    );
  }
  if (root.name === 'html') return readHtmlText(text, context);
  return err({ code: 'unknown-format', detail: `XML <${root.name}>` });
}

function withFormat(format: ReadFormat, read: Result<readonly ReadItem[], ReadFault>): Read {
  return read.ok ? ok({ format, items: read.value }) : read;
}

/** Null where the text is no JSON: then it is read as words. */
function readJson(text: string, context: ReadContext): Read | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (isNinjs(value) || (Array.isArray(value) && value.some(isNinjs))) {
    return withFormat('ninjs', readNinjs(value, context));
  }
  const linked = findLinkedItem(value);
  if (linked === null) return err({ code: 'unknown-format', detail: 'JSON' });
  const repairs = new Repairs();
  const item = readLinkedItem(linked, context, repairs);
  const hasWords = item.takes.some(({ document }) => document.textContent.trim() !== '');
  if (!hasWords) return err({ code: 'no-text' });
  return ok({ format: 'schema-org', items: [{ item, repairs: repairs.list() }] });
}
