import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Standard } from './standard';
import { openNinjsSchema, type JsonCheck } from './json';
import { openXsd, type XmlCheck } from './xml';

/** A schema in a folder of the official ones. */
type SchemaFile = {
  readonly standard: Standard;
  readonly version: string;
  readonly file: string;
};

/** A schema ready to check by; `name` is that of its file. */
export type Schema =
  | { readonly of: 'xml'; readonly name: string; readonly check: XmlCheck }
  | { readonly of: 'json'; readonly name: string; readonly check: JsonCheck };

/** The official schemas a person has put into a folder. */
export type Schemas = {
  /** The folder, whether it is there or not. */
  readonly folder: string;
  /** How many schemas it holds. */
  readonly count: number;
  /**
   * The schema for a standard: of the version asked for, else the next above it of its generation,
   * else the newest of that; null where there is none.
   */
  readonly find: (standard: Standard, version: string) => Schema | null;
};

/** The files of the official schemas are called so (IPTC's own names). */
const names: readonly (readonly [Standard, RegExp])[] = [
  ['ninjs', /^ninjs-schema_(\d+\.\d+)\.json$/],
  ['nitf', /^nitf-(\d+-\d+)\.xsd$/],
  ['newsml-g2', /^NewsML-G2_(\d+\.\d+)-spec-.*Power\.xsd$/],
];
const geoName = 'GeoJSON-schema.json';

/** Looks for the official schemas in a folder and the folders in it. Opens none of them yet. */
export function schemasIn(folder: string): Schemas {
  const files = filesIn(folder);
  const found = files.flatMap(schemaFileOf);
  const geo = files.find((file) => basename(file) === geoName) ?? null;
  const opened = new Map<string, Schema>();
  return {
    folder,
    count: found.length,
    find: (standard, version) => {
      const chosen = choose(
        found.filter((one) => one.standard === standard),
        version,
      );
      if (chosen === undefined) return null;
      const schema = opened.get(chosen.file) ?? open(chosen, geo);
      opened.set(chosen.file, schema);
      return schema;
    },
  };
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    // A folder that is not there holds none, which is said.
    return [];
  }
}

function schemaFileOf(file: string): readonly SchemaFile[] {
  return names.flatMap(([standard, pattern]) => {
    const version = pattern.exec(basename(file))?.[1]?.replace('-', '.');
    return version === undefined ? [] : [{ standard, version, file }];
  });
}

function choose(files: readonly SchemaFile[], version: string): SchemaFile | undefined {
  const [major, minor] = numbersOf(version);
  const rising = files.toSorted((a, b) => byVersion(a.version, b.version));
  const generation = rising.filter((file) => numbersOf(file.version)[0] === major);
  const candidates = generation.length === 0 ? rising : generation;
  const next = candidates.find((file) => numbersOf(file.version)[1] >= minor);
  return (minor < 0 ? undefined : next) ?? candidates.at(-1);
}

function byVersion(a: string, b: string): number {
  const [one, other] = [numbersOf(a), numbersOf(b)];
  return one[0] - other[0] || one[1] - other[1];
}

/** `2.35` as its two numbers; the second is -1 where only the generation is known. */
function numbersOf(version: string): readonly [number, number] {
  const [major = '', minor = ''] = version.split('.');
  return [Number.parseInt(major, 10) || 0, minor === '' ? -1 : Number.parseInt(minor, 10) || 0];
}

function open({ standard, file }: SchemaFile, geo: string | null): Schema {
  const name = basename(file);
  return standard === 'ninjs'
    ? { of: 'json', name, check: openNinjsSchema(file, geo) }
    : { of: 'xml', name, check: openXsd(file) };
}
