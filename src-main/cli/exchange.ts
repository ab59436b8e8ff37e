import { exportFormats, type ExportReport, type ExportScope } from '../contract/exchange';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import { sourcesOfPaths } from '../services/exchange/sources';
import type { CliArguments } from './arguments';
import type { Performed } from './outcome';
import { pdfProgram } from './pdf';
import { errorInWords, importLine } from './words';

/** Brings files and folders into the archive. */
export async function importPaths(services: Services, paths: readonly string[]): Performed {
  const report = await services.imports.run(await sourcesOfPaths(paths));
  const lines = report.items.map(importLine);
  const { added, updated, unchanged, refused } = report;
  const problems = refused === 0 ? [] : [`${refused} refused; the rest went in.`];
  return ok({
    json: report,
    text: `${lines.join('\n')}\n${added} added, ${updated} updated, ${unchanged} unchanged, ${refused} refused\n`,
    problems: lines.length === 0 ? ['There was no file to import.'] : problems,
  });
}

/** Writes dispatches as files of a format into a folder. */
export async function exportDispatches(
  services: Services,
  args: CliArguments,
  path: (given: string) => string,
): Performed {
  const format = exportFormats.find((known) => known === args.format);
  if (format === undefined) return err(appError('validation', 'format'));
  const scope = await scopeOf(services, args);
  if (!scope.ok) return scope;
  const program = format === 'pdf' ? pdfProgram(process.env) : null;
  const request = { scope: scope.value, format, path: path(args.out ?? '') };
  const done = await services.exports.run(request, program === null ? {} : { pdf: program.make });
  program?.close();
  if (!done.ok) return done;
  const report = done.value;
  return ok({ json: report, text: exportSummary(report), problems: exportProblems(report) });
}

async function scopeOf(
  services: Services,
  { operands, query, all }: CliArguments,
): Promise<Result<ExportScope, AppError>> {
  if (all) return ok({ of: 'all' });
  if (query !== undefined) return ok({ of: 'query', text: query });
  const ids: string[] = [];
  for (const operand of operands) {
    const found = await services.dispatches.find(operand);
    if (!found.ok) return found;
    const [id, second] = found.value;
    if (id === undefined) return err(appError('not-found', 'dispatch'));
    if (second !== undefined) return err(appError('validation', 'id-not-unique'));
    ids.push(id);
  }
  return ok({ of: 'dispatches', ids });
}

function exportSummary({ written, files, byteLength, empty, path }: ExportReport): string {
  const nothing = empty === 0 ? '' : `, ${empty} with nothing of this format`;
  return `${written} dispatch(es) written as ${files} file(s), ${byteLength} bytes, in ${path}${nothing}\n`;
}

function exportProblems({ refused, refusedCount, more }: ExportReport): readonly string[] {
  const lines = refused
    .slice(0, 20)
    .map(({ dispatchId, slug, error }) => `${slug} [${dispatchId}]: ${errorInWords(error)}`);
  const rest =
    refusedCount > lines.length ? [`${refusedCount - lines.length} more were not written.`] : [];
  const cut = more ? ['The query finds more than are exported at once; make it narrower.'] : [];
  return [...lines, ...rest, ...cut];
}
