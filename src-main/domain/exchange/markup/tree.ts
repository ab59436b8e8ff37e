/** An element of XML or HTML, as far as readers look at it. */
export type MarkupElement = {
  readonly is: 'element';
  /** Without its prefix, in lower case. */
  readonly name: string;
  /** By name without prefix, in lower case; `xml:lang` keeps its prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
  /** From 1; 0 where it is not known. */
  readonly line: number;
};

export type MarkupNode = MarkupElement | { readonly is: 'text'; readonly text: string };

/** Elements nested deeper than this are in no article; the file is refused. */
export const deepestNesting = 256;

/** Why markup cannot be read. */
export type MarkupFault =
  | { readonly code: 'not-well-formed'; readonly line: number; readonly detail: string }
  | { readonly code: 'too-deep' }
  | { readonly code: 'too-many-parts' };

/** The elements among the children, of one name or of any. */
export function elementsOf(
  element: MarkupElement | undefined,
  name?: string,
): readonly MarkupElement[] {
  return (element?.children ?? []).filter(
    (child): child is MarkupElement =>
      child.is === 'element' && (name === undefined || child.name === name),
  );
}

/** The first element down a path of names; undefined where there is none. */
export function elementAt(
  element: MarkupElement | undefined,
  ...path: readonly string[]
): MarkupElement | undefined {
  let at = element;
  for (const name of path) at = elementsOf(at, name)[0];
  return at;
}

/** Every element of a name below an element, in the order of the text. */
export function descendants(element: MarkupElement, name: string): readonly MarkupElement[] {
  const found: MarkupElement[] = [];
  for (const child of elementsOf(element)) {
    if (child.name === name) found.push(child);
    found.push(...descendants(child, name));
  }
  return found;
}

/** All text below a node, as it stands. */
export function rawText(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  return node.is === 'text' ? node.text : node.children.map(rawText).join('');
}

/** All text below a node as one line, without white space at its ends. */
export function lineOfText(node: MarkupNode | undefined): string {
  return rawText(node)
    .replace(/[\t\n\v\f\r ]+/g, ' ')
    .trim();
}

/** An attribute of an element; empty where there is none. */
export function attribute(element: MarkupElement | undefined, name: string): string {
  return element?.attributes[name]?.trim() ?? '';
}

/** The classes of an element. */
export function classesOf(element: MarkupElement): readonly string[] {
  return attribute(element, 'class').split(/\s+/);
}

/** The line of an element, where it is known. */
export function lineNumber(element: MarkupElement): number | undefined {
  return element.line > 0 ? element.line : undefined;
}
