import { readFileSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import {
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
  type ErrorDetail,
} from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import type { Finding } from './findings';

/** The folders that schemas may include files from: what a document names is never opened. */
const schemaFolders = new Set<string>();
let registered = false;

function allowSchemasIn(folder: string): void {
  schemaFolders.add(realpathSync(folder) + sep);
  if (registered) return;
  registered = true;
  xmlRegisterInputProvider({
    ...fsInputProviders,
    match: (name) => fsInputProviders.match(name) && isInSchemaFolder(name),
  });
}

function isInSchemaFolder(name: string): boolean {
  const path = name.startsWith('file:') ? new URL(name).pathname : name;
  try {
    const real = realpathSync(path);
    return [...schemaFolders].some((folder) => real.startsWith(folder));
  } catch {
    return false;
  }
}

/** Checks XML by an XML schema (XSD 1.0, libxml2); nothing is found where it is valid. */
export type XmlCheck = (xml: Uint8Array) => readonly Finding[];

/**
 * Compiles a schema with what it includes from its own folder. Throws where the schema itself is
 * not one.
 */
export function openXsd(file: string): XmlCheck {
  allowSchemasIn(dirname(file));
  const schema = XmlDocument.fromBuffer(readFileSync(file), { url: realpathSync(file) });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => parsed(xml, (document) => validator.validate(document));
}

/** What keeps XML from being well-formed; entities are left as they are, and nothing is fetched. */
export const wellFormedXml: XmlCheck = (xml) => parsed(xml, () => undefined);

function parsed(xml: Uint8Array, look: (document: XmlDocument) => void): readonly Finding[] {
  try {
    const document = XmlDocument.fromBuffer(xml);
    try {
      look(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (thrown) {
    if (thrown instanceof XmlLibError && thrown.details.length > 0) {
      return thrown.details.filter(({ level }) => level > 1).map(findingOf);
    }
    return [{ line: 0, message: thrown instanceof Error ? thrown.message : String(thrown) }];
  }
}

function findingOf({ line, message }: ErrorDetail): Finding {
  return { line, message: message.trim() };
}
