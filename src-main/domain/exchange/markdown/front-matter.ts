/** What stands at the head of a Markdown file: names and their values, in the order of the file. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>;

/**
 * The front matter of a text and what follows it: names with a value, quoted or not, or with a list,
 * in brackets or by dashes. Empty lines before it are passed over. What is nested deeper is passed over under the name it belongs to.
 */
export function readFrontMatter(text: string): {
  readonly facts: FrontMatter;
  readonly body: string;
} {
  const found = /^\s*---[ \t]*\n([\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (found === null) return { facts: new Map(), body: text };
  const facts = new Map<string, string[]>();
  let name = '';
  for (const line of (found[1] ?? '').split('\n')) {
    const pair = /^([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$/.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (pair !== null) {
      name = (pair[1] ?? '').toLowerCase();
      facts.set(name, valuesOf(pair[2] ?? ''));
    } else if (item !== null) facts.get(name)?.push(unquoted(item[1] ?? ''));
    else if (/^\s+\S/.test(line)) continueLast(facts.get(name), line.trim());
  }
  return { facts, body: text.slice(found[0].length) };
}

/** A value folded over several lines (`>` or plain) goes on. */
function continueLast(values: string[] | undefined, line: string): void {
  const last = values?.at(-1);
  if (values === undefined) return;
  if (last === undefined || /^[>|][+-]?$/.test(last)) values.splice(-1, 1, line);
  else values[values.length - 1] = `${last} ${line}`;
}

function valuesOf(text: string): string[] {
  const value = text.trim();
  if (value === '') return [];
  if (!/^\[.*\]$/.test(value)) return [unquoted(value)];
  const json = parsed(value);
  if (Array.isArray(json)) return json.map(String);
  return value
    .slice(1, -1)
    .split(',')
    .map(unquoted)
    .filter((one) => one !== '');
}

function unquoted(text: string): string {
  const value = text.trim();
  if (/^".*"$/.test(value)) {
    const json = parsed(value);
    return typeof json === 'string' ? json : value.slice(1, -1);
  }
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
