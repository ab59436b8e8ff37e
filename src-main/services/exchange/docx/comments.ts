import { Paragraph, TextRun, type ICommentOptions } from 'docx';
import { makeAnchor, resolveAnchor } from '../../../domain/annotation/anchor';
import { noteKinds, noteParts, type Anchor } from '../../../domain/annotation/annotation';
import { canonicalText } from '../../../domain/document/canonical-text';
import type { ExchangeItem, ExchangeNote } from '../../../domain/exchange/item';
import {
  attribute,
  descendants,
  elementsOf,
  rawText,
  type MarkupElement,
} from '../../../domain/exchange/markup/tree';

/** A note, or an answer to one, as a comment of Word. */
export type WordComment = {
  readonly id: number;
  /** Number of the take, from 1, on which or at which it stands. */
  readonly take: number;
  /** Its words in the canonical text of the take; null for the whole of it. */
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly options: ICommentOptions;
};

/** The notes of an item as comments, answers after what they answer. */
export function commentsOf(item: ExchangeItem): readonly WordComment[] {
  const texts = item.takes.map(({ document }) => canonicalText(document));
  const comments: WordComment[] = [];
  for (const note of item.notes ?? []) {
    const take = note.take ?? 1;
    const place = note.anchor === null ? null : placeIn(texts[take - 1] ?? '', note.anchor);
    const id = comments.length;
    const resolved = note.state === 'resolved';
    comments.push({ id, take, place, options: { ...said(id, note), resolved } });
    for (const reply of note.replies) {
      const answer = comments.length;
      const options = { ...said(answer, reply), parentId: id, resolved };
      comments.push({ id: answer, take, place, options });
    }
  }
  return comments;
}

function said(
  id: number,
  { author, body, createdAt }: Pick<ExchangeNote, 'author' | 'body' | 'createdAt'>,
): ICommentOptions {
  const children = body.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return { id, author, initials: author.slice(0, 9), date: new Date(createdAt), children };
}

function placeIn(text: string, anchor: Anchor): { start: number; end: number } | null {
  const found = resolveAnchor(text, anchor);
  return found.status === 'orphaned' || found.start === found.end
    ? null
    : { start: found.start, end: found.end };
}

/** What comments of a document look like, by the parts they are in. */
export type CommentParts = {
  /** `word/document.xml`, as the takes were read from it. */
  readonly document: MarkupElement;
  readonly comments: MarkupElement;
  /** `word/commentsExtended.xml`: what answers what, and what is settled. */
  readonly extended: MarkupElement | null;
};

/** What a document of ours says of its comments besides what Word knows. */
type Facts = Readonly<Record<string, unknown>>;

/**
 * The comments of a Word document as notes on takes. Their words are looked for in the takes as they
 * were read; a comment whose words are not found keeps them, and waits for a place.
 */
export function notesIn(
  { document, comments, extended }: CommentParts,
  texts: readonly string[],
  facts: Facts,
): readonly ExchangeNote[] {
  const ranges = rangesIn(document);
  const threads = threadsIn(comments, extended);
  const told = Array.isArray(facts['notes']) ? (facts['notes'] as readonly Facts[]) : [];
  const answers = (id: string) => threads.filter(({ parent }) => parent === id).map(reply);
  return threads
    .filter(({ parent }) => parent === null)
    .map((thread): ExchangeNote => {
      const { body, author, createdAt, done, id } = thread;
      const known = told.find((one) => one['body'] === body && one['author'] === author);
      const addressee = known?.['addressee'];
      const place = placeOf(ranges.get(id), texts);
      return {
        ...place,
        take: known?.['on'] === 'dispatch' ? null : place.take,
        part: noteParts.find((part) => part === known?.['part']) ?? 'words',
        kind: noteKinds.find((kind) => kind === known?.['kind']) ?? 'comment',
        addressee: typeof addressee === 'string' ? addressee.slice(0, 120) : '',
        body,
        author,
        createdAt,
        state: done ? 'resolved' : 'open',
        replies: answers(id),
      };
    });
}

type Thread = {
  readonly id: string;
  readonly parent: string | null;
  readonly done: boolean;
  readonly author: string;
  readonly body: string;
  readonly createdAt: number;
};

function reply({ author, body, createdAt }: Thread) {
  return { author, body, createdAt };
}

/** Comments by their last paragraphs: by these the extended part names them. */
function threadsIn(comments: MarkupElement, extended: MarkupElement | null): readonly Thread[] {
  const all = descendants(comments, 'comment').map((comment) => {
    const paragraphs = descendants(comment, 'p');
    return { comment, paraId: attribute(paragraphs.at(-1), 'paraid'), paragraphs };
  });
  const links = extended === null ? [] : descendants(extended, 'commentex');
  return all.map(({ comment, paraId, paragraphs }) => {
    const link = links.find((one) => paraId !== '' && attribute(one, 'paraid') === paraId);
    const above = attribute(link, 'paraidparent');
    const parent = all.find((one) => above !== '' && one.paraId === above);
    return {
      id: attribute(comment, 'id'),
      parent: parent === undefined ? null : attribute(parent.comment, 'id'),
      done: attribute(link, 'done') === '1',
      author: (attribute(comment, 'author') || attribute(comment, 'initials')).slice(0, 200),
      body: paragraphs.map(textOf).join('\n').trim().slice(0, 20_000),
      createdAt: Date.parse(attribute(comment, 'date')) || 0,
    };
  });
}

function textOf(element: MarkupElement): string {
  return descendants(element, 't').map(rawText).join('');
}

/** The words of a comment, with what stands before and after them. */
type Range = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** The words between the marks of each comment, blocks on lines. */
function rangesIn(document: MarkupElement): ReadonlyMap<string, Range> {
  let text = '';
  const begun = new Map<string, number>();
  const ended = new Map<string, number>();
  const walk = (element: MarkupElement): void => {
    const { name } = element;
    if (name === 'del' || name === 'movefrom') return;
    if (name === 'commentrangestart') begun.set(attribute(element, 'id'), text.length);
    else if (name === 'commentrangeend') ended.set(attribute(element, 'id'), text.length);
    else if (name === 't') text += rawText(element);
    else if (name === 'br' || name === 'cr') text += '\n';
    else for (const child of elementsOf(element)) walk(child);
    if (name === 'p') text += '\n';
  };
  walk(document);
  const ranges = new Map<string, Range>();
  for (const [id, start] of begun) {
    const end = ended.get(id);
    if (end === undefined || end <= start) continue;
    ranges.set(id, {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 40), start),
      suffix: text.slice(end, end + 40),
    });
  }
  return ranges;
}

/** Where words of the document stand in the takes. White space may have become less on the way. */
function placeOf(
  range: Range | undefined,
  texts: readonly string[],
): Pick<ExchangeNote, 'take' | 'anchor'> {
  if (range === undefined) return { take: 1, anchor: null };
  const plain = (words: string): string => words.replaceAll(/[ \t]+/g, ' ');
  const exact = plain(range.exact).replaceAll(/^\s+|\s+$/g, '');
  if (exact === '') return { take: 1, anchor: null };
  const wanted = { exact, prefix: plain(range.prefix), suffix: plain(range.suffix) };
  for (const [index, text] of texts.entries()) {
    const found = resolveAnchor(text, { ...wanted, start: 0, end: exact.length });
    const isThere = found.status === 'exact' || found.status === 'moved';
    if (isThere) return { take: index + 1, anchor: makeAnchor(text, found.start, found.end) };
  }
  for (const [index, text] of texts.entries()) {
    const at = text.indexOf(exact);
    if (at < 0 || text.includes(exact, at + 1)) continue;
    return { take: index + 1, anchor: makeAnchor(text, at, at + exact.length) };
  }
  return { take: 1, anchor: { ...wanted, start: 0, end: exact.length } };
}
