/** A text with ranges of it to mark. */
export type Marked = {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
};

/** A text, marked and plain pieces in turn. Ranges out of order or overlapping are cut to fit. */
export function pieces({ text, ranges }: Marked): readonly { text: string; marked: boolean }[] {
  const result: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, range.start);
    const end = Math.min(text.length, range.end);
    if (end <= start) continue;
    if (start > at) result.push({ text: text.slice(at, start), marked: false });
    result.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) result.push({ text: text.slice(at), marked: false });
  return result;
}

/** A text with its ranges in `<mark>`. */
export function MarkedText({ value }: { readonly value: Marked }) {
  return pieces(value).map((piece, index) =>
    // Pieces have no identity but their place.
    piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}
