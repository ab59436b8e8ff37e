import { largestLibrary } from '../domain/library/file';
import { ok } from '../domain/result';
import { fold } from '../domain/text/fold';
import type { Services } from '../services';
import type { CliArguments } from './arguments';
import { listFrom, listInto } from './lists';
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

function imported({ library: shelf }: Services, file: string, author: string): Performed {
  return listFrom(
    file,
    largestLibrary,
    'library-too-large',
    (text) => shelf.importFile(text, author),
    ({ added, changed, unchanged }) =>
      `${added} added, ${changed} changed, ${unchanged} there already.`,
  );
}

async function exported({ library: shelf }: Services, file: string): Performed {
  const written = await shelf.exported();
  if (!written.ok) return written;
  const { text, entries } = written.value;
  return listInto(file, text, { entries }, `${entries} entries are in`);
}
