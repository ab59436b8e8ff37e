import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { lengthMeters } from '@domain/record/lengths';

/** From this share of its limit on, a length is told. */
const near = 0.8;

/** Tells quietly, at the end of a headline, crosshead or alert, how near it is to its limit. */
export function metersPlugin(urgency: () => number): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const told = lengthMeters(doc, urgency()).filter(({ used, limit }) => used >= near * limit);
        const decorations = told.map(({ pos, used, limit }) =>
          Decoration.node(pos, pos + (doc.nodeAt(pos)?.nodeSize ?? 0), {
            'data-meter': `${used}/${limit}`,
            ...(used > limit && { 'data-meter-over': '' }),
          }),
        );
        return DecorationSet.create(doc, decorations);
      },
    },
  });
}
