/** A page of the help: paragraphs and lists parted by empty lines. */
export type HelpPage = { readonly id: string; readonly title: string; readonly text: string };

/** A stretch of a line: words, a term, something typed, or a command by its id. */
export type Inline =
  | { readonly is: 'words' | 'term' | 'typed'; readonly text: string }
  | { readonly is: 'command'; readonly id: string };

/** A block of a page. */
export type Block =
  | { readonly is: 'paragraph'; readonly line: readonly Inline[] }
  | { readonly is: 'list'; readonly items: readonly (readonly Inline[])[] };

/** Reads the text of a page. */
export function blocksOf(text: string): readonly Block[] {
  return text.split(/\n\s*\n/).flatMap((part): readonly Block[] => {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    const items = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
    const plain = lines.filter((line) => !line.startsWith('- ')).join(' ');
    return [
      ...(plain === '' ? [] : [{ is: 'paragraph', line: inlineOf(plain) } as const]),
      ...(items.length === 0 ? [] : [{ is: 'list', items: items.map(inlineOf) } as const]),
    ];
  });
}

const signs = /\[\[([\w.-]+)\]\]|\*\*([^*]+)\*\*|`([^`]+)`/g;

function inlineOf(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const found of line.matchAll(signs)) {
    const [whole, id, term, typed] = found;
    if (found.index > at) parts.push({ is: 'words', text: line.slice(at, found.index) });
    if (id !== undefined) parts.push({ is: 'command', id });
    else if (term !== undefined) parts.push({ is: 'term', text: term });
    else if (typed !== undefined) parts.push({ is: 'typed', text: typed });
    at = found.index + whole.length;
  }
  if (at < line.length) parts.push({ is: 'words', text: line.slice(at) });
  return parts;
}
