/** What a paste leaves behind, in the order it is told. */
export const droppedKinds = [
  'pictures',
  'hidden',
  'comments',
  'tables',
  'embedded',
  'links',
  'deep',
  'styles',
  'scripts',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];

/** How often each was there. */
export type Dropped = Readonly<Record<DroppedKind, number>>;

/** Nothing was left behind. */
export const nothingDropped: Dropped = {
  pictures: 0,
  hidden: 0,
  comments: 0,
  tables: 0,
  embedded: 0,
  links: 0,
  deep: 0,
  styles: 0,
  scripts: 0,
};
