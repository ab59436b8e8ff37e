import { decodeBytes } from '../../../domain/wire/decode';

/** Standards that have an official schema. */
export type Standard = 'ninjs' | 'nitf' | 'newsml-g2';

/** What a file is to a schema: its syntax, and the standard and version it says it is of. */
export type Kind =
  | {
      readonly syntax: 'xml';
      readonly standard: Exclude<Standard, 'ninjs'> | null;
      readonly version: string;
    }
  | { readonly syntax: 'json'; readonly standard: 'ninjs' | null; readonly version: string }
  | { readonly syntax: 'none' };

/** The namespace of NewsML-G2 (nar: News Architecture). */
const g2Namespace = 'http://iptc.org/std/nar/2006-10-01/';

/** Tells the standard of a file by its first element or its properties, whether it reads or not. */
export function kindOf(bytes: Uint8Array): Kind {
  const decoded = decodeBytes(bytes);
  if (!decoded.ok) return { syntax: 'none' };
  const text = decoded.value.text.trimStart();
  if (/^[[{]/.test(text)) return kindOfJson(text);
  const isHtml = /^<(?:!doctype\s+html|html)\b/i.test(text);
  return text.startsWith('<') && !isHtml ? kindOfXml(text.slice(0, 20_000)) : { syntax: 'none' };
}

function kindOfXml(start: string): Kind {
  const bare = start.replace(
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/gi,
    '',
  );
  const [tag = '', name = ''] =
    /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(bare) ?? [];
  const attribute = (wanted: string): string =>
    new RegExp(`\\s${wanted}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';
  if (name.toLowerCase() === 'nitf') {
    const version = /(\d+\.\d+)/.exec(attribute('version'))?.[1] ?? '';
    return { syntax: 'xml', standard: 'nitf', version };
  }
  if (!tag.includes(g2Namespace)) return { syntax: 'xml', standard: null, version: '' };
  // A news message says its version on the items in it.
  const version =
    attribute('standardversion') ||
    (/\sstandardversion\s*=\s*["']([^"']*)["']/.exec(bare)?.[1] ?? '');
  return { syntax: 'xml', standard: 'newsml-g2', version };
}

function kindOfJson(text: string): Kind {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { syntax: 'json', standard: null, version: '' };
  }
  const object = (Array.isArray(value) ? value[0] : value) as Readonly<Record<string, unknown>>;
  if (typeof object !== 'object' || object === null || !('uri' in object)) {
    return { syntax: 'json', standard: null, version: '' };
  }
  const said = object['standard'] ?? object['$standard'];
  const version = (said as { readonly version?: unknown } | undefined)?.version;
  if (typeof version === 'string') return { syntax: 'json', standard: 'ninjs', version };
  return { syntax: 'json', standard: 'ninjs', version: generationOf(object) };
}

/** The generation of a ninjs object that does not say it, by the names it uses. */
function generationOf(object: Readonly<Record<string, unknown>>): string {
  if (['versionCreated', 'pubStatus', 'infoSources'].some((name) => name in object)) return '3';
  const isSecond = ['headlines', 'bodies', 'descriptions', 'subjects'].some(
    (name) => name in object,
  );
  return isSecond ? '2' : '1';
}
