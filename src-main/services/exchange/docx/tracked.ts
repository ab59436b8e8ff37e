import { ZipFile } from 'yazl';
import { baseAttribute, handsAttribute, asBase, type Hand } from '../../../domain/suggest/base';
import { suggestionsOf } from '../../../domain/suggest/suggestions';
import { toJson } from '../../../domain/document/node';
import type { ExchangeSuggested, ExchangeTake } from '../../../domain/exchange/item';
import { hasText } from '../../../domain/exchange/markup/assemble';
import type { Repairs } from '../../../domain/exchange/repair';
import type { OpenZip } from '../zip';

const documentPart = 'word/document.xml';
const trackedElement = /<w:(?:ins|del|moveFrom|moveTo)[ />]/;

/** Whether a document has tracked changes. */
export function isTracked(documentXml: string): boolean {
  return trackedElement.test(documentXml);
}

/**
 * The document before its tracked changes: what was inserted changes places with what was deleted,
 * paragraph marks too. Reading a document leaves out what is deleted, so reading this one leaves out
 * what was inserted.
 */
export function beforeChanges(documentXml: string): string {
  const swapped: Readonly<Record<string, string>> = {
    ins: 'del',
    moveTo: 'del',
    del: 'ins',
    moveFrom: 'ins',
  };
  return documentXml
    .replaceAll(
      /<(\/?)w:(ins|del|moveTo|moveFrom)(?=[ />])/g,
      (_, slash: string, name: string) => `<${slash}w:${swapped[name] ?? name}`,
    )
    .replaceAll(/<(\/?)w:delText(?=[ />])/g, '<$1w:t');
}

/** The same ZIP with another `word/document.xml`. */
export async function withDocument(zip: OpenZip, documentXml: string): Promise<Uint8Array> {
  const out = new ZipFile();
  for (const { name, read } of zip.entries) {
    const bytes = name === documentPart ? Buffer.from(documentXml) : Buffer.from(await read());
    out.addBuffer(bytes, name, { compress: false });
  }
  out.end();
  const pieces: Buffer[] = [];
  for await (const piece of out.outputStream) pieces.push(Buffer.from(piece as Uint8Array));
  return new Uint8Array(Buffer.concat(pieces));
}

/** A tracked change: who made it and when. */
type Tracked = { readonly by: string; readonly at: number };

function trackedIn(documentXml: string): readonly Tracked[] {
  const marks = documentXml.matchAll(/<w:(?:ins|del|moveFrom|moveTo) ([^>]*)>/g);
  const found = [...marks].map(([, attributes = '']) => ({
    by: initialsOf(/w:author="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    at: Date.parse(/w:date="([^"]*)"/.exec(attributes)?.[1] ?? '') || 0,
  }));
  return [...new Map(found.map((one) => [one.by, one])).values()];
}

/** A name as the desk signs: itself where it is short, else its initials. */
function initialsOf(name: string): string {
  const plain = name.trim();
  if (plain.length <= 12) return plain;
  return (plain.match(/\p{L}+/gu) ?? [])
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 12);
}

/** The takes of a document with tracked changes: as they were before them, and what is proposed. */
export type Proposed = {
  readonly takes: readonly ExchangeTake[];
  readonly suggested: ExchangeSuggested | undefined;
};

/**
 * Makes suggestions of tracked changes: the takes are as they read before, and the last one that was
 * changed has its changes proposed. Where there was nothing before, or takes came and went, the
 * document is taken as it reads now, and that is told.
 */
export function proposedIn(
  before: readonly ExchangeTake[],
  now: readonly ExchangeTake[],
  documentXml: string,
  repairs: Repairs,
): Proposed {
  const cannot = before.length !== now.length || !before.some(({ document }) => hasText(document));
  if (cannot) {
    repairs.add('part-kept-aside', 'deleted text of tracked changes');
    return { takes: now, suggested: undefined };
  }
  const changed = before.flatMap((take, index) => {
    const after = now[index];
    return after === undefined || take.document.eq(after.document) ? [] : [index];
  });
  const last = changed.at(-1);
  const [base, after] = last === undefined ? [] : [before[last], now[last]];
  if (last === undefined || base === undefined || after === undefined) {
    return { takes: before, suggested: undefined };
  }
  for (const index of changed.slice(0, -1)) {
    repairs.add('part-kept-aside', `tracked changes: ${index + 1}`);
  }
  const hands = trackedIn(documentXml).map(({ by, at }): Hand => ({
    from: 0,
    to: base.document.content.size,
    by,
    at,
  }));
  const document = after.document.type.create(
    { [baseAttribute]: asBase(base.document), [handsAttribute]: hands },
    after.document.content,
  );
  const suggested =
    suggestionsOf(document).length === 0
      ? undefined
      : { take: last + 1, document: toJson(document) };
  return { takes: before, suggested };
}
