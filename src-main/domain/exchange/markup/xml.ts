import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { err, ok, type Result } from '../../result';
import type { Repairs } from '../repair';
import { deepestNesting, type MarkupElement, type MarkupFault, type MarkupNode } from './tree';

/** The names HTML and NITF's document types give the signs U+00A0 to U+00FF, in order. */
const latin1Names = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 ' +
  'sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc ' +
  'Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve ' +
  'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute ' +
  'acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');
const otherNames: Readonly<Record<string, number>> = {
  OElig: 0x152,
  oelig: 0x153,
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bull: 0x2022,
  hellip: 0x2026,
  euro: 0x20ac,
  trade: 0x2122,
};

const entities: Readonly<Record<string, string>> = Object.fromEntries([
  ...latin1Names.map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ...Object.entries(otherNames).map(([name, code]) => [name, String.fromCodePoint(code)] as const),
]);

/** More parts than a day of a wire has. */
const mostParts = 2_000_000;

/** Thrown inside the parser to stop it; never leaves {@link parseXml}. */
class Stop extends Error {
  constructor(readonly fault: MarkupFault) {
    super(fault.code);
  }
}

type Open = { readonly element: MarkupElement; readonly children: MarkupNode[] };

/**
 * Reads XML as real feeds have it: prefixes are dropped, namespaces need not be declared, the names
 * HTML has for signs are known. Nothing outside the text is ever looked at: a document type is
 * dropped, with the entities it declares, so that neither a file of the machine nor an entity bomb
 * gets in. What is not well-formed is refused, with its line.
 */
export function parseXml(text: string, repairs: Repairs): Result<MarkupElement, MarkupFault> {
  try {
    return ok(new TreeBuilder(repairs).build(text));
  } catch (thrown) {
    if (thrown instanceof Stop) return err(thrown.fault);
    throw thrown;
  }
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly open: Open[] = [];
  private root: MarkupElement | undefined;
  private parts = 0;

  constructor(private readonly repairs: Repairs) {
    Object.assign(this.parser.ENTITIES, entities);
    this.parser.on('error', (error) => this.fault(error));
    this.parser.on('doctype', () => repairs.add('doctype-dropped'));
    this.parser.on('opentag', (tag) => this.begin(tag));
    this.parser.on('closetag', () => void this.open.pop());
    this.parser.on('text', (piece) => this.text(piece));
    this.parser.on('cdata', (piece) => this.text(piece));
  }

  build(text: string): MarkupElement {
    // White space before the declaration is not well-formed, and common.
    this.parser.write(text.trimStart()).close();
    if (this.root === undefined) {
      throw new Stop({ code: 'not-well-formed', line: 1, detail: 'no element' });
    }
    return this.root;
  }

  private fault(error: Error): void {
    // saxes puts the place before the words: "3:12: undefined entity."
    const message = error.message.replace(/^[^:]*:?\d+:\d+: /, '');
    if (/entity/.test(message)) {
      this.repairs.add('entity-unknown', undefined, this.parser.line);
      return;
    }
    if (/disallowed character/.test(message)) {
      this.repairs.add('control-characters', undefined, this.parser.line);
      return;
    }
    if (/text data outside of root node|version number|encoding|standalone/.test(message)) return;
    throw new Stop({ code: 'not-well-formed', line: this.parser.line, detail: message });
  }

  private begin(tag: SaxesTagPlain): void {
    if (this.open.length >= deepestNesting) throw new Stop({ code: 'too-deep' });
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of Object.entries(tag.attributes)) {
      attributes[name === 'xml:lang' ? name : localName(name)] = value;
    }
    const children: MarkupNode[] = [];
    const element: MarkupElement = {
      is: 'element',
      name: localName(tag.name),
      attributes,
      children,
      line: this.parser.line,
    };
    this.add(element);
    this.open.push({ element, children });
  }

  private text(text: string): void {
    if (this.open.length > 0 && text !== '') this.add({ is: 'text', text });
  }

  private add(node: MarkupNode): void {
    this.parts += 1;
    if (this.parts > mostParts) throw new Stop({ code: 'too-many-parts' });
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (node.is === 'element') this.root ??= node;
  }
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}
