import type { ImportItem } from '../../contract/models';
import type { ReadFormat } from '../../domain/exchange/reading';
import type { Repair } from '../../domain/exchange/repair';
import { decodeBytes, maxTextBytes } from '../../domain/wire/decode';
import { readBundle } from './bundle/read';
import { readText } from './read-text';
import { systemCode, type BundleSource, type ImportSource, type Source } from './sources';
import type { Finding } from './validation/findings';
import type { Schemas } from './validation/schemas';
import { kindOf, type Kind, type Standard } from './validation/standard';

/** One thing that was looked at in a file; `not-done` says why. */
export type Check =
  | {
      readonly of: 'well-formed' | 'schema';
      readonly by: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly of: 'schema';
      readonly notDone: 'no-schema-here' | 'schema-unusable';
      readonly standard: Standard;
      readonly version: string;
      readonly detail: string;
    };

type Refused = Extract<ImportItem['outcome'], { is: 'refused' }>;

/** How the application itself reads the file, as an import would. */
export type OwnReading =
  | {
      readonly is: 'read';
      readonly format: ReadFormat;
      readonly encoding: string;
      readonly dispatches: number;
      readonly takes: number;
      readonly repairs: readonly Repair[];
    }
  | Refused;

/** What validating a file came to. */
export type Validation = {
  readonly name: string;
  readonly reading: OwnReading;
  readonly checks: readonly Check[];
  /**
   * `not-checked`: nothing was found wrong, and no schema was there to say that it is right;
   * `no-official-schema`: it reads, and its format has none; `refused`: nor does it read.
   */
  readonly verdict: 'valid' | 'invalid' | 'not-checked' | 'no-official-schema' | 'refused';
};

/** Findings told of one check at most; a file that is of another standard has thousands. */
const mostFindings = 50;

/**
 * Validates a file: whether it is well-formed, whether it is valid by the official schema of the
 * standard it says it is of, and what an import would read and repair. Nothing is kept, nothing is
 * fetched.
 *
 * @param zone IANA zone of times that name none
 */
export async function validateSource(
  source: Source,
  schemas: Schemas,
  zone: string,
): Promise<Validation> {
  const { name } = source;
  if ('unreadable' in source) return unread(name, 'unreadable', source.unreadable);
  if ('bundle' in source) return validateBundle(source);
  if (source.byteLength > maxTextBytes) return unread(name, 'too-large', String(maxTextBytes));
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (thrown) {
    return unread(name, 'unreadable', systemCode(thrown));
  }
  return validateBytes(source, bytes, schemas, zone);
}

async function validateBytes(
  { name }: ImportSource,
  bytes: Uint8Array,
  schemas: Schemas,
  zone: string,
): Promise<Validation> {
  const read = await readText(bytes, zone, name);
  const reading: OwnReading =
    read.is === 'refused'
      ? read
      : {
          is: 'read',
          format: read.format,
          encoding: read.encoding,
          dispatches: read.dispatches.length,
          takes: read.dispatches.reduce((sum, { takes }) => sum + takes.length, 0),
          repairs: read.dispatches.flatMap(({ repairs }) => repairs),
        };
  const kind = kindOf(bytes);
  const checks = await checksOf(kind, bytes, schemas);
  return { name, reading, checks, verdict: verdictOf(kind, checks, reading) };
}

function unread(name: string, reason: Refused['reason'], detail: string): Validation {
  return { name, reading: { is: 'refused', reason, detail }, checks: [], verdict: 'refused' };
}

/** A bundle is valid when it holds what it lists; hashes are computed again when it is imported. */
async function validateBundle({ name, bundle }: BundleSource): Promise<Validation> {
  const by = 'writethru-bundle/1';
  const wrong = (message: string): Validation => ({
    name,
    reading: { is: 'refused', reason: 'unreadable', detail: 'bundle' },
    checks: [{ of: 'well-formed', by, findings: [{ line: 0, message }] }],
    verdict: 'invalid',
  });
  try {
    const zip = await bundle();
    try {
      const listed = await readBundle(zip);
      if (!listed.ok) return wrong('the manifest is not that of a bundle');
      let takes = 0;
      for (const { id, read } of listed.value) {
        const rows = await read();
        if (!rows.ok) return wrong(`dispatch ${id} is not as the manifest lists it`);
        takes += rows.value.rows.take.length;
      }
      const dispatches = listed.value.length;
      return {
        name,
        reading: {
          is: 'read',
          format: 'bundle',
          encoding: 'binary',
          dispatches,
          takes,
          repairs: [],
        },
        checks: [{ of: 'well-formed', by, findings: [] }],
        verdict: 'valid',
      };
    } finally {
      zip.close();
    }
  } catch (thrown) {
    return wrong(systemCode(thrown));
  }
}

async function checksOf(
  kind: Kind,
  bytes: Uint8Array,
  schemas: Schemas,
): Promise<readonly Check[]> {
  switch (kind.syntax) {
    case 'none':
      return [];
    case 'json':
      return checksOfJson(kind, bytes, schemas);
    case 'xml':
      return checksOfXml(kind, bytes, schemas);
  }
}

async function checksOfXml(
  { standard, version }: Extract<Kind, { syntax: 'xml' }>,
  bytes: Uint8Array,
  schemas: Schemas,
): Promise<readonly Check[]> {
  // A large library, which only this needs.
  const { wellFormedXml } = await import('./validation/xml');
  const formed = checkOf('well-formed', 'XML 1.0', wellFormedXml(bytes));
  if (standard === null || formed.findings.length > 0) return [formed];
  const checks: Check[] = [
    formed,
    bySchema(standard, version, schemas, (schema) =>
      schema.of === 'xml' ? schema.check(bytes) : [],
    ),
  ];
  for (const inner of standard === 'newsml-g2' ? nitfInside(bytes) : []) {
    checks.push(
      bySchema('nitf', '', schemas, (schema) => (schema.of === 'xml' ? schema.check(inner) : [])),
    );
  }
  return checks;
}

/** NITF inside NewsML-G2, which its schema leaves to that of NITF; where it names its namespace itself. */
function nitfInside(bytes: Uint8Array): readonly Uint8Array[] {
  const decoded = decodeBytes(bytes);
  const text = decoded.ok ? decoded.value.text : '';
  return [...text.matchAll(/<nitf\s[^>]*xmlns=[\s\S]*?<\/nitf>/g)].map(([nitf]) =>
    new TextEncoder().encode(nitf),
  );
}

function checksOfJson(
  { standard, version }: Extract<Kind, { syntax: 'json' }>,
  bytes: Uint8Array,
  schemas: Schemas,
): readonly Check[] {
  const decoded = decodeBytes(bytes);
  let value: unknown;
  try {
    value = JSON.parse(decoded.ok ? decoded.value.text : '');
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return [checkOf('well-formed', 'JSON', [{ line: 0, message }])];
  }
  const formed = checkOf('well-formed', 'JSON', []);
  if (standard === null) return [formed];
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  const check = bySchema(standard, version, schemas, (schema) =>
    schema.of === 'json' ? objects.flatMap(schema.check) : [],
  );
  return [formed, check];
}

type Found = ReturnType<Schemas['find']>;

function bySchema(
  standard: Standard,
  version: string,
  schemas: Schemas,
  check: (schema: NonNullable<Found>) => readonly Finding[],
): Check {
  let schema: Found;
  try {
    schema = schemas.find(standard, version);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return { of: 'schema', notDone: 'schema-unusable', standard, version, detail };
  }
  if (schema === null) {
    return { of: 'schema', notDone: 'no-schema-here', standard, version, detail: schemas.folder };
  }
  return checkOf('schema', schema.name, check(schema));
}

function checkOf(of: 'well-formed' | 'schema', by: string, findings: readonly Finding[]) {
  return { of, by, findings: findings.slice(0, mostFindings) } as const;
}

function verdictOf(
  kind: Kind,
  checks: readonly Check[],
  reading: OwnReading,
): Validation['verdict'] {
  if (checks.some((check) => 'findings' in check && check.findings.length > 0)) return 'invalid';
  const hasStandard = kind.syntax !== 'none' && kind.standard !== null;
  if (!hasStandard) return reading.is === 'refused' ? 'refused' : 'no-official-schema';
  return checks.some((check) => 'notDone' in check) ? 'not-checked' : 'valid';
}
