import type { Mark, Node } from 'prosemirror-model';
import { takeSchema } from '../../document/schema';

/** A stretch of text with its marks. */
export type Run = { readonly text: string; readonly marks: readonly Mark[] };

/** What neither XML nor a reader of texts lets through, besides white space. */
const unprintable = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const unpaired = /\p{Surrogate}|[\uFFFE\uFFFF]/gu;

/**
 * Text nodes of one text block from runs: runs of ASCII white space are one space, and no white space
 * of any kind stands at the ends;
 * control characters are dropped, unpaired surrogates and non-characters become U+FFFD. What markup
 * can carry is exactly this.
 */
export function inlineNodes(runs: readonly Run[]): readonly Node[] {
  const nodes: Node[] = [];
  let pendingSpace: readonly Mark[] | null = null;
  let begun = false;
  for (const { text, marks } of wholePairs(runs)) {
    const clean = text.replace(unprintable, '').replace(unpaired, '\uFFFD');
    for (const piece of clean.match(/[\t\n\v\f\r ]+|[^\t\n\v\f\r ]+/g) ?? []) {
      if (/^[\t\n\v\f\r ]/.test(piece)) {
        pendingSpace ??= marks;
        continue;
      }
      if (pendingSpace !== null && begun) nodes.push(takeSchema.text(' ', pendingSpace));
      pendingSpace = null;
      begun = true;
      nodes.push(takeSchema.text(piece, marks));
    }
  }
  return trimmed(nodes);
}

function trimmed(nodes: Node[]): readonly Node[] {
  const last = nodes.findLastIndex(({ text }) => text?.trim() !== '');
  const kept = nodes.slice(
    nodes.findIndex(({ text }) => text?.trim() !== ''),
    last + 1,
  );
  return kept.map((node, index) => {
    const text = node.text ?? '';
    const begun = index === 0 ? text.trimStart() : text;
    const whole = index === kept.length - 1 ? begun.trimEnd() : begun;
    return whole === text ? node : takeSchema.text(whole, node.marks);
  });
}

/** A surrogate pair cut by a change of marks would be replaced; it goes with the run it begins in. */
function wholePairs(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const before = whole.at(-1);
    if (
      before !== undefined &&
      /[\uD800-\uDBFF]$/.test(before.text) &&
      /^[\uDC00-\uDFFF]/.test(run.text)
    ) {
      whole[whole.length - 1] = { ...before, text: before.text + run.text.charAt(0) };
      whole.push({ ...run, text: run.text.slice(1) });
    } else whole.push(run);
  }
  return whole;
}

/** The runs of a text block. */
export function runsOf(block: Node): readonly Run[] {
  return block.children.map((child) => ({ text: child.text ?? '', marks: child.marks }));
}

/** A text as markup can carry it; see {@link inlineNodes}. */
export function plainLine(text: string): string {
  return inlineNodes([{ text, marks: [] }])
    .map((node) => node.text ?? '')
    .join('');
}
