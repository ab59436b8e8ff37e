import { Slice, type Node } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import type { StepJson } from './replay';

/** The step, as JSON, that puts the whole content of one document in place of another's. */
export function replaceStep(from: Node, to: Node): StepJson {
  const step = new ReplaceStep(0, from.content.size, new Slice(to.content, 0, 0));
  return step.toJSON() as StepJson;
}
