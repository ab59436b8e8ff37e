import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import type { Finding } from './findings';

/** Checks a JSON value by a JSON Schema (ajv); nothing is found where it is valid. */
export type JsonCheck = (value: unknown) => readonly Finding[];

type Schema = Readonly<Record<string, unknown>>;

/** The address by which ninjs refers to GeoJSON, which has a schema of its own. */
const geoJson = 'https://geojson.org/schema/GeoJSON.json#';

/**
 * Compiles a schema of ninjs. Throws where it is of a draft nobody implements any more (03), or no
 * schema.
 *
 * @param geoFile the schema of GeoJSON; without one, places are not looked into
 */
export function openNinjsSchema(file: string, geoFile: string | null): JsonCheck {
  const schema = read(file);
  const ajv = ajvFor(String(schema['$schema']));
  const { $schema: _, ...bare } = geoFile === null ? {} : read(geoFile);
  ajv.addSchema(bare, geoJson);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(findingOf));
}

function ajvFor(draft: string): Ajv {
  const options = { strict: false, logger: false, allErrors: true } as const;
  const ajv = draft.includes('2020-12')
    ? new Ajv2020(options)
    : draft.includes('draft-04')
      ? new Ajv04(options)
      : new Ajv(options);
  addFormats(ajv);
  return ajv;
}

function read(file: string): Schema {
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

function findingOf({ instancePath, message, params }: ErrorObject): Finding {
  const name: unknown =
    params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['allowedValues'];
  const which = name === undefined ? '' : ` (${JSON.stringify(name)})`;
  return {
    line: 0,
    message: `${instancePath === '' ? '/' : instancePath} ${message ?? ''}${which}`,
  };
}
