import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { sharedPath } from './shared';

let registered = false;

/** What is wrong with a text by an XML schema of the folder beside the project; empty when nothing. */
export function xsdProblems(...schema: readonly string[]): (xml: string) => string {
  if (!registered) xmlRegisterFsInputProviders();
  registered = true;
  const file = sharedPath('standards', ...schema) ?? '';
  const xsd = XmlDocument.fromBuffer(readFileSync(file), { url: file });
  const validator = XsdValidator.fromDoc(xsd);
  return (xml) => {
    try {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
        return '';
      } finally {
        document.dispose();
      }
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  };
}

/** What is wrong with a JSON text by a schema of ninjs; empty when nothing. */
export function ninjsProblems(version: string): (json: string) => string {
  const folder = ['standards', 'ninjs'];
  const read = (...parts: readonly string[]): Record<string, unknown> =>
    JSON.parse(readFileSync(sharedPath(...folder, ...parts) ?? '', 'utf8')) as Record<
      string,
      unknown
    >;
  const schema = read('specification', `ninjs-schema_${version}.json`);
  const geo = read('validation', 'test_suite', 'GeoJSON-schema.json');
  const is2020 = String(schema['$schema']).includes('2020-12');
  const { $schema: _, ...bare } = geo;
  const ajv = is2020 ? new Ajv2020({ strict: false }) : new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(bare, 'https://geojson.org/schema/GeoJSON.json#');
  const validate = ajv.compile(schema);
  return (json) => (validate(JSON.parse(json)) ? '' : ajv.errorsText(validate.errors));
}
