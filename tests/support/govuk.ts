import { readFileSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** One change of a GOV.UK document: what was noted, and when (ms). */
export type Change = { readonly note: string; readonly at: number };

/** A GOV.UK document with its history, oldest change first. */
export type GovukDocument = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly changes: readonly Change[];
};

type Item = {
  readonly title?: string;
  readonly details?: {
    readonly body?: unknown;
    readonly change_history?: readonly {
      readonly note: string;
      readonly public_timestamp: string;
    }[];
  };
};

/** Reads a content item of GOV.UK; its history is empty where it has none. */
export function readGovuk(file: string): GovukDocument {
  const item = JSON.parse(readFileSync(file, 'utf8')) as Item;
  const changes = (item.details?.change_history ?? []).map(({ note, public_timestamp }) => ({
    note: oneLine(note),
    at: Date.parse(public_timestamp),
  }));
  const { body } = item.details ?? {};
  return {
    title: oneLine(item.title ?? ''),
    paragraphs: typeof body === 'string' ? paragraphsOf(body) : [],
    changes: changes.toSorted((a, b) => a.at - b.at),
  };
}

/** The document in the wire form: the first change under its text, each later one as an update. */
export function wireTextOf({ title, paragraphs, changes }: GovukDocument): string {
  return changes
    .map(({ note, at }, index) => {
      const words = index === 0 ? [title, ...paragraphs.slice(0, 3), note] : [note];
      const label = `${index === 0 ? 'Published' : 'Updated'} ${stampOf(at)}`;
      return [label, ...words].join('\n\n');
    })
    .join('\n\n');
}

function stampOf(at: number): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${parts['day']} ${parts['month']} ${parts['year']} ${parts['hour']}:${parts['minute']} GMT`;
}

type Node = DefaultTreeAdapterTypes.Node;

function paragraphsOf(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === 'p') found.push(oneLine(textOf(node)));
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found.filter((text) => text !== '');
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
