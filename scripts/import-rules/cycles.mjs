/** Cycles of value imports: files that each need the other to have been loaded first. */

/**
 * The shortest cycle of every knot of files that import each other.
 * @param {ReadonlyMap<string, readonly string[]>} graph each file's value imports
 * @returns {string[][]} each cycle's files in order, the first not repeated at the end
 */
export function findCycles(graph) {
  return components(graph)
    .map((knot) => shortestCycle(graph, knot))
    .filter((cycle) => cycle !== undefined);
}

/**
 * Tarjan's strongly connected components, without recursion.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {Set<string>[]}
 */
function components(graph) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const low = new Map();
  /** @type {string[]} */
  const stack = [];
  const onStack = new Set();
  /** @type {Set<string>[]} */
  const found = [];
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const path = [{ file: root, next: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { file } = top;
      if (!order.has(file)) {
        order.set(file, order.size);
        low.set(file, order.size - 1);
        stack.push(file);
        onStack.add(file);
      }
      const target = graph.get(file)?.[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (!order.has(target)) path.push({ file: target, next: 0 });
        else if (onStack.has(target)) lower(low, file, order.get(target));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) lower(low, parent.file, low.get(file));
      if (low.get(file) === order.get(file)) found.push(pop(stack, onStack, file));
    }
  }
  return found;
}

/**
 * @param {Map<string, number>} low
 * @param {string} file
 * @param {number | undefined} value
 */
function lower(low, file, value) {
  low.set(file, Math.min(low.get(file) ?? Infinity, value ?? Infinity));
}

/**
 * @param {string[]} stack
 * @param {Set<unknown>} onStack
 * @param {string} last
 */
function pop(stack, onStack, last) {
  const knot = new Set(stack.splice(stack.lastIndexOf(last)));
  for (const file of knot) onStack.delete(file);
  return knot;
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @param {ReadonlySet<string>} knot
 * @returns {string[] | undefined}
 */
function shortestCycle(graph, knot) {
  const [start] = [...knot].sort();
  if (start === undefined) return undefined;
  /** @type {Map<string, string>} */
  const cameFrom = new Map();
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const target of graph.get(file) ?? []) {
      if (target === start) return pathTo(cameFrom, start, file);
      if (!knot.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, file);
      queue.push(target);
    }
  }
  return undefined;
}

/**
 * @param {ReadonlyMap<string, string>} cameFrom
 * @param {string} start
 * @param {string} end
 */
function pathTo(cameFrom, start, end) {
  const cycle = [end];
  for (let file = end; file !== start;) {
    file = cameFrom.get(file) ?? start;
    cycle.unshift(file);
  }
  return cycle;
}
