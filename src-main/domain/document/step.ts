import { Step } from 'prosemirror-transform';
import { HeadingStep } from './heading-step';
import { takeSchema } from './schema';

/** A ProseMirror step as JSON. */
export type StepJson = Readonly<Record<string, unknown>>;

Step.jsonID('heading', HeadingStep);

/** A step of a draft as it is journaled; throws a RangeError for what is none. */
export function stepOf(json: StepJson): Step {
  return Step.fromJSON(takeSchema, json);
}
