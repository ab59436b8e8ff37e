import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { StyleMark } from '@domain/style/marks';
import {
  askAbout,
  markHere,
  placedMarks,
  type PlacedMark,
  type StyleEvents,
} from './plugins/style-marks';
import { replaceWords } from './replace';
import type { StyleHandle } from './types';

/** What may be asked of the draft in a view about marks on spelling and style. */
export function styleHandle(view: EditorView, events: () => StyleEvents): StyleHandle {
  const placed = (mark: StyleMark): PlacedMark | undefined =>
    placedMarks(view.state).find((one) => one.mark === mark);
  const select = ({ from, to }: PlacedMark): void => {
    const selection = TextSelection.create(view.state.doc, from, to);
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
    view.focus();
  };
  return {
    next: (step) => {
      const marks = placedMarks(view.state).filter(({ mark }) => mark.kind !== 'date');
      const { from, to } = view.state.selection;
      const next =
        step === 1
          ? (marks.find((one) => one.from >= to && one.to > to) ?? marks[0])
          : (marks.findLast((one) => one.to <= from && one.from < from) ?? marks.at(-1));
      if (next === undefined) return null;
      select(next);
      return next.mark;
    },
    show: (mark) => {
      const found = placed(mark);
      if (found !== undefined) select(found);
      return found !== undefined;
    },
    replace: (mark, replacement) => {
      const found = placed(mark);
      if (found === undefined) return false;
      view.dispatch(replaceWords(view.state, found, replacement));
      view.focus();
      return true;
    },
    ask: () => {
      const found = markHere(view.state);
      if (found !== null) askAbout(view, found, events());
      return found !== null;
    },
  };
}
