import { canonicalText } from '../../document/canonical-text';
import { err, ok, type Result } from '../../result';
import { detectLanguage } from '../../wire/language';
import { parseWire } from '../../wire/parse';
import { plainItem, plainTake } from '../item';
import { assembleDocument, hasText } from '../markup/assemble';
import { stampFromRfc822 } from '../markup/dates';
import { plainLine } from '../markup/inline';
import { readHtmlTake } from '../markup/read-html';
import type { ReadContext, ReadFault, ReadItem } from '../reading';
import { Repairs } from '../repair';
import { decodeHeader, decodeText, partsOf, type MailPart } from './mime';

/** Whether a text begins as an e-mail does: lines of headers, among them who sent it. */
export function isEmail(text: string): boolean {
  const head = text.slice(0, 8_000).split(/\r?\n\r?\n/)[0] ?? '';
  const names = [...head.matchAll(/^([A-Za-z][A-Za-z-]{1,60}):/gm)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  const hasSender = names.includes('from');
  const hasMail = ['subject', 'message-id', 'mime-version', 'received', 'date'].filter((name) =>
    names.includes(name),
  );
  return hasSender && hasMail.length >= 2 && /^(?:[A-Za-z-]+:|From )/.test(text);
}

/** Reads an e-mail (RFC 5322, MIME): subject, sender, date, and its text, HTML before plain. */
export function readEmail(
  bytes: Uint8Array,
  context: ReadContext,
): Result<readonly ReadItem[], ReadFault> {
  const repairs = new Repairs();
  const { headers, parts } = partsOf(bytes, repairs);
  const headline = plainLine(decodeHeader(headers.get('subject') ?? '')).replace(
    /^(?:(?:re|fwd?|tr)\s*:\s*)+/i,
    '',
  );
  const document = documentOf(parts, headline, context, repairs);
  if (document === null || !hasText(document)) return err({ code: 'no-text' });
  const sender = plainLine(decodeHeader(headers.get('from') ?? ''));
  const name = sender.replace(/\s*<[^<>]*>\s*$/, '').replaceAll('"', '') || sender;
  const id = /<([^<>\s]{3,250})>/.exec(headers.get('message-id') ?? '')?.[1];
  const item = plainItem(
    [
      plainTake(document, {
        stamp: stampFromRfc822(headers.get('date') ?? '', context.zone),
        author: name.slice(0, 200),
      }),
    ],
    {
      guid: id === undefined ? null : `mid:${id}`,
      language: detectLanguage(canonicalText(document)),
    },
  );
  return ok([{ item, repairs: repairs.list() }]);
}

function documentOf(
  parts: readonly MailPart[],
  headline: string,
  { zone }: ReadContext,
  repairs: Repairs,
) {
  const html = parts.find((part) => part.type === 'text/html' && !part.attached);
  const plain = parts.find((part) => part.type === 'text/plain' && !part.attached);
  for (const part of parts) {
    if (part !== html && part !== plain) repairs.add('part-kept-aside', part.name || part.type);
  }
  if (html !== undefined) {
    const read = readHtmlTake(decodeText(html, repairs), { headline }, repairs);
    if (read.ok && hasText(read.value)) return read.value;
  }
  if (plain === undefined) return null;
  // Flowed and wrapped lines are joined as those of the wire form are.
  const parsed = parseWire(decodeText(plain, repairs), { zone });
  if (!parsed.ok) return null;
  const blocks = parsed.value.takes.flatMap(({ document }) =>
    document.children.filter(({ type, content }) => type.name !== 'signoff' && content.size > 0),
  );
  const paragraphs = blocks.map((block) =>
    block.type.name === 'headline'
      ? (block.type.schema.nodes['crosshead']?.create(null, block.content) ?? block)
      : block,
  );
  const signoff = parsed.value.takes.at(-1)?.document.lastChild?.textContent ?? '';
  return assembleDocument({ headline, blocks: paragraphs, signoff });
}
