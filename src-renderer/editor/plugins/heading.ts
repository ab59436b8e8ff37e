import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { HeadingStep, type HeadingField } from '@domain/document/heading-step';

/** What was written in this window, here or undone, or came from another one; the archive has the rest. */
export type Heading = Readonly<Partial<Record<HeadingField, string>>>;

const key = new PluginKey<Heading>('heading');

/**
 * Follows what steps say of the slug, dateline and byline of a draft. They are drawn above the text by
 * the sheet; the up arrow on the first line of the text, and Shift+Tab's way, leads to them.
 *
 * @param up called for that arrow; true where there is something to go to
 */
export function headingPlugin(up: () => boolean): Plugin<Heading> {
  return new Plugin<Heading>({
    key,
    state: {
      init: () => ({}),
      apply: (transaction, heading) => {
        const steps = transaction.steps.filter((step) => step instanceof HeadingStep);
        if (steps.length === 0) return heading;
        return steps.reduce<Heading>((now, { field, to }) => ({ ...now, [field]: to }), heading);
      },
    },
    props: {
      handleKeyDown: (view, event) => event.key === 'ArrowUp' && isPlain(event) && leaves(view, up),
    },
  });
}

/** See {@link Heading}. */
export function headingOf(state: EditorState): Heading {
  return key.getState(state) ?? {};
}

/** A change of the heading. What is changed in one visit to its field is taken back by one undo. */
export type HeadingChange = {
  readonly field: HeadingField;
  readonly from: string;
  readonly to: string;
  readonly visit: number;
};

/** The transaction of a {@link HeadingChange}. */
export function headingChanged(
  state: EditorState,
  { field, from, to, visit }: HeadingChange,
): Transaction {
  // Like letters composed by an input method, what is typed in a visit belongs together.
  return state.tr.step(new HeadingStep(field, from, to)).setMeta('composition', visit);
}

function isPlain({ shiftKey, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return !shiftKey && !ctrlKey && !altKey && !metaKey && !isComposing;
}

function leaves(view: EditorView, up: () => boolean): boolean {
  const { $head, empty } = view.state.selection;
  return empty && $head.before(1) === 0 && view.endOfTextblock('up') && up();
}
