import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';
import { err, ok, type Result } from '../../result';
import { deepestNesting, type MarkupElement, type MarkupFault, type MarkupNode } from './tree';

type Map5 = DefaultTreeAdapterMap;

class TooDeep extends Error {}

/**
 * Reads HTML as browsers do (https://html.spec.whatwg.org/multipage/parsing.html), into a tree of
 * names, attributes and text: nothing of it is executed or fetched. Refused only when its elements
 * are nested deeper than any article's.
 */
export function parseHtml(text: string): Result<MarkupElement, MarkupFault> {
  try {
    const document = parse(text, { treeAdapter: boundedAdapter(), sourceCodeLocationInfo: true });
    const html = document.childNodes.find((node) => node.nodeName === 'html');
    const empty: MarkupElement = {
      is: 'element',
      name: 'html',
      attributes: {},
      children: [],
      line: 0,
    };
    return ok(html === undefined ? empty : (treeOf(html) as MarkupElement));
  } catch (thrown) {
    if (thrown instanceof TooDeep) return err({ code: 'too-deep' });
    throw thrown;
  }
}

/** parse5's own tree, which stops where it would become deeper than the bound. */
function boundedAdapter(): TreeAdapter<Map5> {
  const depths = new WeakMap<object, number>();
  const deepen = (parent: Map5['parentNode'], node: Map5['childNode']): void => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > deepestNesting) throw new TooDeep();
    depths.set(node, depth);
  };
  return {
    ...defaultTreeAdapter,
    appendChild: (parent, node) => {
      deepen(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore: (parent, node, before) => {
      deepen(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, before);
    },
  };
}

function treeOf(node: Map5['node']): MarkupNode | null {
  if (node.nodeName === '#text' && 'value' in node) return { is: 'text', text: node.value };
  if (!('tagName' in node)) return null;
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const { name, value } of node.attrs) attributes[name.toLowerCase()] = value;
  // A template's content is not part of the page.
  const children = node.tagName === 'template' ? [] : node.childNodes;
  return {
    is: 'element',
    name: node.tagName.toLowerCase(),
    attributes,
    children: children.flatMap((child) => treeOf(child) ?? []),
    line: node.sourceCodeLocation?.startLine ?? 0,
  };
}
