import { largestTemplates } from '../domain/template/file';
import { shippedTemplates } from '../domain/template/shipped';
import { ok } from '../domain/result';
import type { Services } from '../services';
import type { CliArguments } from './arguments';
import { listFrom, listInto } from './lists';
import type { Performed } from './outcome';

/** What can be done with the templates of dispatches. */
export const templateVerbs = ['list', 'import', 'export'] as const;

/** Lists the templates, or reads the desk's from a file, or writes them to one. */
export function templates(
  services: Services,
  args: CliArguments,
  path: (given: string) => string,
): Performed {
  const [what] = args.operands;
  // The arguments are checked: each of these has its file.
  if (what === 'import') return imported(services, path(args.from ?? ''), args);
  if (what === 'export') return exported(services, path(args.out ?? ''));
  return listed(services);
}

async function listed({ templates: shelf }: Services): Performed {
  const read = await shelf.list();
  if (!read.ok) return read;
  const own = read.value.templates.map((template) => ({ ...template, shipped: false }));
  const all = [...own, ...shippedTemplates.map((template) => ({ ...template, shipped: true }))];
  const lines = all.map(({ name, desk, language, urgency, shipped }) => {
    const facts = [desk, language, `urgency ${urgency}`, shipped ? 'shipped' : ''];
    return `${name}  [${facts.filter((fact) => fact !== '').join(', ')}]\n`;
  });
  return ok({ json: { templates: all }, text: lines.join(''), problems: [] });
}

function imported(
  { templates: shelf }: Services,
  file: string,
  { author, replace }: CliArguments,
): Performed {
  return listFrom(
    file,
    largestTemplates,
    'templates-too-large',
    (text) => shelf.importFile(text, { author, there: replace ? 'is-replaced' : 'stays' }),
    ({ added, replaced, kept, unchanged }) =>
      `${added} added, ${replaced} replaced, ${kept} left as they were here, ${unchanged} there already.` +
      (kept > 0 ? ' Give --replace to have those of the file in their place.' : ''),
  );
}

async function exported({ templates: shelf }: Services, file: string): Performed {
  const written = await shelf.exported();
  if (!written.ok) return written;
  const { text, templates: count } = written.value;
  return listInto(file, text, { templates: count }, `${count} templates of the desk are in`);
}
