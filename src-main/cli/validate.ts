import { join } from 'node:path';
import { ok } from '../domain/result';
import { sourcesOfPaths } from '../services/exchange/sources';
import { validateSource, type Check, type Validation } from '../services/exchange/validate';
import { schemasIn, type Schemas } from '../services/exchange/validation/schemas';
import type { Performed } from './outcome';
import { refusalInWords, repairInWords } from './words';

/** Where the official schemas are looked for when nobody says: a folder in the application's own. */
export function schemasFolder(userData: string, env: NodeJS.ProcessEnv): string {
  return env['WRITETHRU_SCHEMAS'] ?? join(userData, 'schemas');
}

/** Validates files and folders; needs no archive and changes none. */
export async function validatePaths(
  paths: readonly string[],
  { folder, zone }: { readonly folder: string; readonly zone: string },
): Performed {
  const schemas = schemasIn(folder);
  const validations: Validation[] = [];
  for (const source of await sourcesOfPaths(paths)) {
    validations.push(await validateSource(source, schemas, zone));
  }
  const wrong = validations.filter(
    ({ verdict }) => verdict === 'invalid' || verdict === 'refused',
  ).length;
  const missing = validations.some(({ checks }) => checks.some((check) => 'notDone' in check));
  const text = [
    ...validations.map(inWords),
    summary(validations),
    ...(missing ? [whereToGet(schemas)] : []),
  ];
  return ok({
    json: { schemas: { folder: schemas.folder, count: schemas.count }, files: validations },
    text: text.join(''),
    problems:
      validations.length === 0
        ? ['There was no file to validate.']
        : wrong === 0
          ? []
          : [`${wrong} not valid or refused.`],
  });
}

const verdicts: Readonly<Record<Validation['verdict'], string>> = {
  valid: 'valid',
  invalid: 'not valid',
  'not-checked': 'not checked by a schema',
  'no-official-schema': 'reads; the format has no official schema',
  refused: 'refused',
};

function inWords({ name, verdict, reading, checks }: Validation): string {
  const lines = [`${name}: ${verdicts[verdict]}`, ...checks.flatMap(checkInWords)];
  if (reading.is === 'refused') {
    lines.push(`  an import would refuse it: ${refusalInWords(reading)}`);
  } else {
    const { format, encoding, dispatches, takes, repairs } = reading;
    lines.push(
      `  an import reads: ${format}, ${encoding}, ${dispatches} dispatch(es), ${takes} take(s)`,
    );
    lines.push(...repairs.map((repair) => `    repaired: ${repairInWords(repair)}`));
  }
  return `${lines.join('\n')}\n`;
}

function checkInWords(check: Check): readonly string[] {
  if ('notDone' in check) {
    const { standard, version, notDone, detail } = check;
    const which = `${standard}${version === '' ? '' : ` ${version}`}`;
    return notDone === 'no-schema-here'
      ? [`  schema: not checked, no schema for ${which} in ${detail}`]
      : [`  schema: not checked, the schema for ${which} cannot be used (${detail})`];
  }
  const { of, by, findings } = check;
  const what = of === 'schema' ? `schema ${by}` : `well-formed ${by}`;
  if (findings.length === 0) return [`  ${what}: yes`];
  return [
    `  ${what}: no`,
    ...findings.map(({ line, message }) => `    ${line > 0 ? `line ${line}: ` : ''}${message}`),
  ];
}

function summary(validations: readonly Validation[]): string {
  const count = (verdict: Validation['verdict']): number =>
    validations.filter((one) => one.verdict === verdict).length;
  return `${count('valid')} valid, ${count('invalid')} not valid, ${count('refused')} refused, ${count('not-checked')} not checked by a schema, ${count('no-official-schema')} of formats without one\n`;
}

function whereToGet({ folder }: Schemas): string {
  return `The official schemas are not part of Writethru. Get them from IPTC (iptc.org/standards: ninjs-schema_*.json, nitf-3-6.xsd with xml.xsd and nitf-3-6-ruby-include.xsd, NewsML-G2_*-Power.xsd) and put them into ${folder}, or say where they are with --schemas or WRITETHRU_SCHEMAS.\n`;
}
