import { largestLibrary } from '../domain/library/file';
import { ok } from '../domain/result';
import { fold } from '../domain/text/fold';
import type { Services } from '../services';
import { readText, saveFile } from '../services/files';
import type { CliArguments } from './arguments';
import type { Performed } from './outcome';

/** Lists the house library, or reads its entries from a file, or writes them to one. */
export function library(
  services: Services,
  args: CliArguments,
  path: (given: string) => string,
): Performed {
  const [what] = args.operands;
  // The arguments are checked: each of these has its file.
  if (what === 'import') return imported(services, path(args.from ?? ''), args.author);
  if (what === 'export') return exported(services, path(args.out ?? ''));
  return listed(services, what ?? '');
}

async function listed({ library: shelf }: Services, words: string): Performed {
  const read = await shelf.list();
  if (!read.ok) return read;
  const wanted = fold(words);
  const entries = read.value.entries.filter(({ term, forms, text }) =>
    fold([term, ...forms, text].join('\n')).includes(wanted),
  );
  const lines = entries.map(({ term, forms, language, use, text }) => {
    const names = [term, ...forms].join(', ');
    return `${names}  [${language}, ${use}]\n  ${text.replaceAll('\n', '\n  ')}\n`;
  });
  const none = words === '' ? 'The library is empty.\n' : 'No entry has these words.\n';
  return ok({ json: { entries }, text: lines.join('') || none, problems: [] });
}

async function imported({ library: shelf }: Services, file: string, author: string): Performed {
  const text = await readText(file, largestLibrary, 'library-too-large');
  if (!text.ok) return text;
  const done = await shelf.importFile(text.value, author);
  if (!done.ok) return done;
  const { added, changed, unchanged } = done.value;
  const said = `${added} added, ${changed} changed, ${unchanged} there already.\n`;
  return ok({ json: done.value, text: said, problems: [] });
}

async function exported({ library: shelf }: Services, file: string): Performed {
  const written = await shelf.exported();
  if (!written.ok) return written;
  const { text, entries } = written.value;
  const saved = await saveFile(file, new TextEncoder().encode(text));
  if (!saved.ok) return saved;
  return ok({
    json: { path: file, entries },
    text: `${entries} entries are in ${file}\n`,
    problems: [],
  });
}
