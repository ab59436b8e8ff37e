import { openNinjsSchema } from '../../src-main/services/exchange/validation/json';
import type { Finding } from '../../src-main/services/exchange/validation/findings';
import { openXsd } from '../../src-main/services/exchange/validation/xml';
import { sharedPath } from './shared';

/** What is wrong with a text by an XML schema of the folder beside the project; empty when nothing. */
export function xsdProblems(...schema: readonly string[]): (xml: string) => string {
  const check = openXsd(sharedPath('standards', ...schema) ?? '');
  return (xml) => inWords(check(new TextEncoder().encode(xml)));
}

/** What is wrong with a JSON text by a schema of ninjs; empty when nothing. */
export function ninjsProblems(version: string): (json: string) => string {
  const path = (...parts: readonly string[]) => sharedPath('standards', 'ninjs', ...parts) ?? '';
  const check = openNinjsSchema(
    path('specification', `ninjs-schema_${version}.json`),
    path('validation', 'test_suite', 'GeoJSON-schema.json'),
  );
  return (json) => inWords(check(JSON.parse(json)));
}

const inWords = (findings: readonly Finding[]): string =>
  findings.map(({ message }) => message).join('; ');
