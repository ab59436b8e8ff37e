/** Where a note's words are in the editor; null once they are gone. ProseMirror positions. */
export type NotePlace = { readonly from: number; readonly to: number } | null;

/** A stretch of a document. ProseMirror positions. */
export type Range = { readonly from: number; readonly to: number };

/** The stretch a change replaced, in the document before it, and by how much what follows moved. */
export type Changed = Range & { readonly delta: number };

const gone = -1;

/**
 * The places of all notes on a document, in columns of numbers: at each key thousands of them move,
 * and all but the few that a change touches move alike. Never changed once made.
 */
export class PlaceTable implements Iterable<readonly [string, NotePlace]> {
  static readonly empty = PlaceTable.of([]);

  private constructor(
    private readonly ids: readonly string[],
    private readonly rows: ReadonlyMap<string, number>,
    private readonly from: Int32Array,
    private readonly to: Int32Array,
  ) {}

  /** A table of these places, in this order. */
  static of(entries: Iterable<readonly [string, NotePlace]>): PlaceTable {
    const all = [...entries];
    return new PlaceTable(
      all.map(([id]) => id),
      new Map(all.map(([id], row) => [id, row])),
      Int32Array.from(all, ([, place]) => place?.from ?? gone),
      Int32Array.from(all, ([, place]) => place?.to ?? gone),
    );
  }

  get size(): number {
    return this.ids.length;
  }

  /** The place of a note; undefined for one that is not in the table. */
  get(id: string): NotePlace | undefined {
    const row = this.rows.get(id);
    return row === undefined ? undefined : this.at(row);
  }

  *[Symbol.iterator](): Iterator<readonly [string, NotePlace]> {
    for (const [row, id] of this.ids.entries()) yield [id, this.at(row)];
  }

  /** The notes whose words are gone. */
  lost(): readonly string[] {
    return this.ids.filter((_, row) => this.from[row] === gone);
  }

  /** The notes whose words are in a stretch or touch it. */
  within(range: Range): readonly string[] {
    return this.ids.filter((_, row) => this.touches(row, range));
  }

  /** The table after a change: notes that it does not touch stay, or move by what it made longer. */
  moved(changed: Changed): PlaceTable {
    const [from, to] = [this.from.slice(), this.to.slice()];
    for (let row = 0; row < from.length; row += 1) {
      if ((from[row] ?? gone) <= changed.to) continue;
      from[row] = (from[row] ?? gone) + changed.delta;
      to[row] = (to[row] ?? gone) + changed.delta;
    }
    return new PlaceTable(this.ids, this.rows, from, to);
  }

  /** The table with some notes of it elsewhere. */
  with(places: ReadonlyMap<string, NotePlace>): PlaceTable {
    if (places.size === 0) return this;
    const [from, to] = [this.from.slice(), this.to.slice()];
    for (const [id, place] of places) {
      const row = this.rows.get(id);
      if (row === undefined) continue;
      from[row] = place?.from ?? gone;
      to[row] = place?.to ?? gone;
    }
    return new PlaceTable(this.ids, this.rows, from, to);
  }

  private at(row: number): NotePlace {
    const [from, to] = [this.from[row] ?? gone, this.to[row] ?? gone];
    return from === gone ? null : { from, to };
  }

  private touches(row: number, { from, to }: Range): boolean {
    const start = this.from[row] ?? gone;
    return start !== gone && start <= to && (this.to[row] ?? gone) >= from;
  }
}
