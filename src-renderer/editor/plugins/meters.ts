import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { lengthMeters, type LengthLimits } from '@domain/record/lengths';

/** From this share of its limit on, a length is told. */
const near = 0.8;

/** The dispatch's IPTC urgency, and how long things should be at most. */
export type MeterSettings = { readonly urgency: number; readonly limits: LengthLimits };

/** Tells quietly, at the end of a headline, crosshead or alert, how near it is to its limit. */
export function metersPlugin(lengths: () => MeterSettings): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) => {
        const { urgency, limits } = lengths();
        const told = lengthMeters(doc, urgency, limits).filter(
          ({ used, limit }) => used >= near * limit,
        );
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
