import type { Node } from 'prosemirror-model';
import { Step, StepMap, StepResult } from 'prosemirror-transform';

/** What stands around the words of a take without being one of its blocks, in the order it is read. */
export const headingFields = ['slug', 'place', 'agency', 'byline'] as const;
export type HeadingField = (typeof headingFields)[number];

/** The longest of each, in UTF-16 units. */
export const longestHeading = 120;

/**
 * A change of the slug, dateline or byline of a draft. They stand beside its document, in the rows of
 * the dispatch and the draft; as a step, such a change goes through the same journal and is undone
 * by the same undo as the words, which it leaves as they are.
 */
export class HeadingStep extends Step {
  constructor(
    readonly field: HeadingField,
    readonly from: string,
    readonly to: string,
  ) {
    super();
  }

  apply(document: Node): StepResult {
    // Another document of the same content: what follows changes by identity sees that there is one.
    return StepResult.ok(document.type.create(document.attrs, document.content, document.marks));
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  invert(): HeadingStep {
    return new HeadingStep(this.field, this.to, this.from);
  }

  map(): HeadingStep {
    return this;
  }

  override merge(other: Step): HeadingStep | null {
    const goesOn = other instanceof HeadingStep && other.field === this.field;
    return goesOn ? new HeadingStep(this.field, this.from, other.to) : null;
  }

  toJSON(): { readonly stepType: string; readonly [name: string]: string } {
    return { stepType: 'heading', field: this.field, from: this.from, to: this.to };
  }

  static override fromJSON(_schema: unknown, json: unknown): HeadingStep {
    const said = (name: string): unknown =>
      typeof json === 'object' && json !== null && Reflect.get(json, name);
    const field = headingFields.find((known) => known === said('field'));
    const [from, to] = [said('from'), said('to')];
    if (field === undefined || !isHeading(from) || !isHeading(to)) {
      throw new RangeError('Invalid input for HeadingStep.fromJSON');
    }
    return new HeadingStep(field, from, to);
  }
}

function isHeading(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestHeading && !/[\n\r]/.test(value);
}
