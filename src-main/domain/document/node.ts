import { Node } from 'prosemirror-model';
import type { TakeKind } from '../record/take';
import { err, ok, type Result } from '../result';
import type { DocumentJson, NodeJson } from './json';
import { takeSchema } from './schema';

/**
 * The document held by a piece of JSON of unknown origin: a file, a journal, another process.
 *
 * @returns the `doc` node, checked against the take schema (content, marks, attributes, addresses
 *   of links), or a sentence from ProseMirror for the log saying what is wrong. Never throws,
 *   not even on JSON nested too deeply for the stack.
 */
export function parseDocument(json: unknown): Result<Node, string> {
  try {
    const node = Node.fromJSON(takeSchema, json);
    if (node.type !== takeSchema.topNodeType) return err(`Not a document: ${node.type.name}`);
    node.check();
    return ok(node);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/** The JSON of a document, as it is kept at rest. The inverse of {@link parseDocument}. */
export function toJson(node: Node): DocumentJson {
  const { attrs, content, ...json } = node.toJSON() as DocumentJson;
  return {
    ...json,
    // Only drafts with suggestions have anything beside their blocks.
    ...(attrs?.['suggestedOn'] != null && { attrs }),
    ...(content !== undefined && { content: content.map(withoutNoPicture) }),
    type: 'doc',
  };
}

/** The JSON of a block of a document, as it is kept at rest. */
export function blockToJson(block: Node): NodeJson {
  return withoutNoPicture(block.toJSON() as NodeJson);
}

/** Photos were there before pictures: one without is as it always was, to the byte. */
function withoutNoPicture(block: NodeJson): NodeJson {
  if (block.attrs?.['picture'] !== null) return block;
  const { picture: _, ...attrs } = block.attrs;
  return { ...block, attrs };
}

/**
 * The document a new take of a kind begins with: an empty headline, one empty block and the
 * sign-off. The block is a lead in a report and a paragraph in every other kind.
 */
export function emptyDocument(kind: TakeKind, signedOff = ''): Node {
  const { doc, headline, lead, paragraph, signoff } = takeSchema.nodes;
  const block = kind === 'report' ? lead : paragraph;
  const signed = signedOff === '' ? null : takeSchema.text(signedOff);
  return doc.create(null, [headline.create(), block.create(), signoff.create(null, signed)]);
}
