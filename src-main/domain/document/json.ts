/** A mark as ProseMirror serialises it. */
export type MarkJson = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
};

/** A node as ProseMirror serialises it. */
export type NodeJson = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly marks?: readonly MarkJson[];
  readonly text?: string;
};

/** A take's document at rest: the JSON of a `doc` node of the take schema. */
export type DocumentJson = NodeJson & { readonly type: 'doc' };
