import type { Node } from 'prosemirror-model';

/**
 * The same work, done once for each node: nodes never change, and a document that changed shares all
 * others with the one before. What follows typing through a long text must not read all of it again.
 */
export function oncePerNode<T>(work: (node: Node) => T): (node: Node) => T {
  const known = new WeakMap<Node, { readonly value: T }>();
  return (node) => {
    let done = known.get(node);
    if (done === undefined) {
      done = { value: work(node) };
      known.set(node, done);
    }
    return done.value;
  };
}
